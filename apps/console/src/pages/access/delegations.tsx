import type { DelegationRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PostName } from '../../design/post-name.js';
import { StepForm } from '../../design/step-form.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { endPlan, mayDelegate, type Reading } from './access-plans.js';
import { useAccessTexts } from './access.texts.js';

const stateOf = ({ from, until }: DelegationRow, today: string) => (today < from ? 'stateComing' : today > until ? 'stateOver' : 'stateRunning');

const State = ({ row, today }: { row: DelegationRow; today: string }) => {
  const t = useAccessTexts();
  return (
    <>
      <Mark tone="strong">{t(row.until < row.from ? 'stateOver' : stateOf(row, today))}</Mark>
      {row.endReason !== null && <div className="small soft">{t('endedBecause', { reason: row.endReason })}</div>}
    </>
  );
};

/** Whose work was, is or will be in whose hands. */
export const Delegations = ({ rows, reading }: { rows: readonly DelegationRow[]; reading: Reading }) => {
  const t = useAccessTexts();
  const { language } = useLanguage();
  const [ending, setEnding] = useState<DelegationRow>();
  const { today, roleName } = reading;
  const isOpen = (row: DelegationRow): boolean => row.until >= today && row.until >= row.from && mayDelegate({ id: row.postId, unitId: row.unitId }, reading);
  return (
    <>
      <Ledger caption={t('delegations')} rows={rows} keyOf={idOf} columns={[
        { key: 'post', title: t('post'), lead: true, cell: ({ postId }) => <PostName id={postId} /> },
        { key: 'deputy', title: t('deputy'), cell: ({ deputyPostId, deputyId }) => <><PostName id={deputyPostId} /> <span className="mono soft">{deputyId}</span></> },
        { key: 'roles', title: t('inRoles'), cell: ({ roles }) => roles.map(roleName).join(' · ') },
        { key: 'period', title: t('period'), cell: ({ from, until }) => `${dayOf(from, language)} – ${dayOf(until, language)}` },
        { key: 'reason', title: t('reason'), cell: ({ reason, actorId }) => <>{reason} <span className="small soft">{t('by', { actor: actorId })}</span></> },
        { key: 'state', title: t('state'), cell: (row) => <State row={row} today={today} /> },
        { key: 'end', title: t('end'), cell: (row) => (isOpen(row) ? <Button size="small" onClick={() => setEnding(row)}>{t('end')}</Button> : '—') },
      ]} />
      {ending && <StepForm plan={endPlan(ending, reading)} onClose={() => setEnding(undefined)} />}
    </>
  );
};
