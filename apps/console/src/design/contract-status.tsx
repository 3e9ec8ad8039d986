import type { ContractStatus } from '@zeren/contracts-domain';
import { textsOf } from '../language/language.js';
import { Mark } from './lamp.js';

const useTexts = textsOf<ContractStatus>(
  'contract-status',
  { drafted: '待签署', signed: '待会签', 'in-force': '已生效', breached: '已认定违约', terminated: '已终止', settled: '已结算', archived: '已归档' },
  { drafted: 'to be signed', signed: 'to be countersigned', 'in-force': 'in force', breached: 'breached', terminated: 'terminated', settled: 'settled', archived: 'archived' },
);

const calm: readonly ContractStatus[] = ['in-force', 'settled', 'archived'];

/** Where a contract stands. */
export const ContractStatusMark = ({ status }: { status: ContractStatus }) => {
  const t = useTexts();
  return <Mark tone={calm.includes(status) ? 'strong' : 'seal'}>{t(status)}</Mark>;
};
