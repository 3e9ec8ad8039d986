import type { RequestRow, Verdict } from '@zeren/requests-domain';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Resource } from '../../design/states.js';
import { UnitName, UnitNames } from '../../design/unit-name.js';
import { useAccount } from '../../session/session.js';
import { RouteReason } from './route-reason.js';
import { useRequestTexts } from './request.texts.js';

const told = ['hotline', 'city-office', 'district-office', 'leader'] as const;

const Proposed = ({ verdict }: { verdict: Verdict }) => {
  const t = useRequestTexts();
  if (verdict.kind === 'owned') return <><b><UnitName id={verdict.assigned.lead.unitId} /></b><div><RouteReason route={verdict.assigned.route} /></div></>;
  return (
    <>
      <Mark tone="seal">{t(verdict.kind)}</Mark>
      {verdict.kind === 'overlap' && <div><UnitNames ids={verdict.claimants.map(({ unitId }) => unitId)} /></div>}
    </>
  );
};

/** Whose a request is by the matrix today, before it is dispatched, with the row that says so. */
export const RouteProposal = ({ row }: { row: RequestRow }) => {
  const t = useRequestTexts();
  const { roles, tenantId } = useAccount();
  const isAsked = row.matterCode !== null && (row.status === 'accepted' || row.status === 'unowned') && tenantId === row.ownerTenantId && told.some((role) => roles.includes(role));
  const proposal = useRead<Verdict>(`/requests/${idOf(row)}/route-proposal`, {}, { immediate: true, enabled: isAsked });
  if (!isAsked) return null;
  return <dl className="facts"><dt>{t('proposal')}</dt><dd><Resource of={proposal} lines={1}>{(verdict) => <Proposed verdict={verdict} />}</Resource></dd></dl>;
};
