import type { ContractStatus } from '@zeren/contracts-domain';
import { textsOf } from '../language/language.js';
import { Mark } from './lamp.js';

const useTexts = textsOf<ContractStatus>(
  'contract-status',
  { drafted: '待签署', signed: '待会签', 'in-force': '已生效' },
  { drafted: 'to be signed', signed: 'to be countersigned', 'in-force': 'in force' },
);

/** Where a contract stands. */
export const ContractStatusMark = ({ status }: { status: ContractStatus }) => {
  const t = useTexts();
  return <Mark tone={status === 'in-force' ? 'strong' : 'seal'}>{t(status)}</Mark>;
};
