import type { LeaderAssignmentRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { PostName } from '../../design/post-name.js';
import { StepForm } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { endPlan } from './assignment-plans.js';
import { useLeadershipTexts } from './leadership.texts.js';
import { Period } from './period.js';

/** Roles that keep leaders' assignments, leading groups and meetings of their tenant. */
export const governs = (roles: readonly string[]): boolean => roles.some((role) => role === 'city-office' || role === 'district-office' || role === 'leader');

const useColumns = (onEnd: ((row: LeaderAssignmentRow) => void) | undefined, tenantId: string | undefined): readonly Column<LeaderAssignmentRow>[] => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  return [
    { key: 'leader', title: t('leader'), lead: true, cell: ({ postId }) => <Link to={`/leadership?postId=${encodeURIComponent(postId)}`}><PostName id={postId} /></Link> },
    { key: 'what', title: t('what'), cell: (row) => <><Mark>{t(row.targetKind)}</Mark> {nameOf(row.targetName)}{row.targetKind === 'site' && row.areaUnitId && <span className="small soft"> · <UnitName id={row.areaUnitId} /></span>}</> },
    { key: 'duty', title: t('duty'), wide: true, cell: ({ duty, document }) => <>{duty} <span className="small soft">{document}</span></> },
    { key: 'period', title: t('period'), cell: ({ validFrom, validUntil, endReason }) => <><Period from={validFrom} until={validUntil} />{endReason !== null && <div className="small soft">{t('ended', { reason: endReason })}</div>}</> },
    ...(onEnd ? [{ key: 'end', title: t('actions'), cell: (row: LeaderAssignmentRow) => (row.ownerTenantId === tenantId && row.endReason === null ? <Button size="small" onClick={() => onEnd(row)}>{t('end')}</Button> : null) }] : []),
  ];
};

/** Who answers for what on a day. */
export const Assignments = ({ filters }: { filters: Readonly<Record<string, string | undefined>> }) => {
  const t = useLeadershipTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [ending, setEnding] = useState<LeaderAssignmentRow>();
  const columns = useColumns(caller && governs(caller.roles) ? setEnding : undefined, caller?.tenantId);
  const assignments = usePages<LeaderAssignmentRow>('/leader-assignments', { ...filters, limit: 50 });
  return (
    <>
      <PagedLedger pages={assignments} caption={t('assignments')} columns={columns} empty={t('none')} />
      {ending && caller && <StepForm plan={endPlan(ending, caller, language, t)} onClose={() => setEnding(undefined)} />}
    </>
  );
};
