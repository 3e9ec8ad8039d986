import { devolutionDecider, devolutionOf, localDate, organisationRefusals, type DevolutionCommand, type DevolutionRow } from '@zeren/organisation-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import type { Said, StepPlan } from '../../design/step-form.js';
import type { useDelegationTexts } from './delegations.texts.js';

type Reader = { readonly caller: Caller; readonly language: Language; readonly t: ReturnType<typeof useDelegationTexts> };
type Step = Pick<StepPlan, 'title' | 'fields' | 'first'> & { readonly path: string; readonly command: (said: Said) => DevolutionCommand };

const planOf = (row: DevolutionRow, { title, fields, first, path, command }: Step, { caller, language }: Reader): StepPlan => ({
  title, fields, ...(first && { first }),
  refusal: (said) => refusalOf(() => devolutionDecider.decide(command(said), devolutionOf(row), caller), organisationRefusals, language),
  intent: (said) => ({ path: `/devolutions/${idOf(row)}/${path}`, body: command(said).data, revision: row.revision }),
});

const acceptPlan = (row: DevolutionRow, reader: Reader): StepPlan => planOf(row, {
  title: reader.t('accept'), path: 'acceptance', fields: [{ name: 'note', label: reader.t('note') }], command: ({ note = '' }) => ({ type: 'AcceptDevolution', data: { note } }),
}, reader);

const declinePlan = (row: DevolutionRow, reader: Reader): StepPlan => planOf(row, {
  title: reader.t('decline'), path: 'refusal', fields: [{ name: 'reason', label: reader.t('reason') }], command: ({ reason = '' }) => ({ type: 'DeclineDevolution', data: { reason } }),
}, reader);

const recallPlan = (row: DevolutionRow, reader: Reader): StepPlan => planOf(row, {
  title: reader.t('recall'), path: 'recall', first: { until: localDate(reader.caller.now) },
  fields: [{ name: 'until', label: reader.t('ends'), date: true }, { name: 'document', label: reader.t('documentField') }, { name: 'reason', label: reader.t('reason') }],
  command: ({ until = '', document = '', reason = '' }) => ({ type: 'RecallDevolution', data: { until, document, reason } }),
}, reader);

/** Roles in which the receiving side answers, and in which the giving side takes back. */
const answer: readonly string[] = ['district-office', 'officer', 'leader'];
const give: readonly string[] = ['city-office', 'district-office', 'leader'];

const isReceiver = ({ toTenantId, toUnitId }: DevolutionRow, { tenantId, unitId }: Caller): boolean =>
  tenantId === toTenantId && (unitId === toUnitId || unitId.startsWith(`${toUnitId}-`));

/** What the reader can do with a delegation. */
export const plansOf = (row: DevolutionRow, reader: Reader): readonly StepPlan[] => {
  const { caller } = reader;
  const has = (roles: readonly string[]) => caller.roles.some((role) => roles.includes(role));
  if (row.status === 'offered' && isReceiver(row, caller) && has(answer)) return [acceptPlan(row, reader), declinePlan(row, reader)];
  const isOpen = row.status === 'offered' || row.status === 'accepted';
  return isOpen && caller.tenantId === row.fromTenantId && has(give) ? [recallPlan(row, reader)] : [];
};
