import { compare, equals, isDecimal, subtract, sum, type Decimal } from '@zeren/kernel';
import type { SplitRow, SupportingCredit } from './split.events.js';
import type { Complain } from '../violation.js';
import { FULL_WEIGHT, isPositive } from './weights.js';

/** A unit's part of the credit for a task's result, in per cent. */
export type CreditShare = { readonly unitId: string; readonly share: Decimal };

/** A row, a task's content, or a row of the board: where nothing is stated it is absent or null. */
type Credited = Pick<SplitRow, 'unitId'> & { readonly leadCreditShare?: Decimal | null; readonly supportingCredits?: readonly SupportingCredit[] };

/**
 * Who is credited with a task's result: the lead first, with what was stated or what the supporting units leave; then the
 * supporting units that were given a part. Exactly 100 in all; where nothing was stated all of it is the lead's.
 */
export const creditSharesOf = ({ unitId, leadCreditShare, supportingCredits = [] }: Credited): readonly CreditShare[] => [
  { unitId, share: leadCreditShare ?? subtract(FULL_WEIGHT, sum(supportingCredits.map(({ share }) => share))) },
  ...supportingCredits,
];

const checkReceivers = ({ supportingCredits = [], supportingUnitIds }: SplitRow, complain: Complain): void => {
  const seen = new Set<string>();
  supportingCredits.forEach(({ unitId, share }, index) => {
    const field = `supportingCredits[${index}]`;
    if (!supportingUnitIds.includes(unitId) || seen.has(unitId)) complain('credit-not-supporting', `${field}.unitId`, { unit: unitId });
    seen.add(unitId);
    if (!isPositive(share)) complain('credit-not-positive', `${field}.share`);
  });
};

/** Parts of the credit go to supporting units of the row, each once and above zero; with the lead's they are exactly 100. */
export const checkCredit = (row: SplitRow, complain: Complain): void => {
  const { leadCreditShare, supportingCredits = [] } = row;
  if (leadCreditShare === undefined && supportingCredits.length === 0) return;
  checkReceivers(row, complain);
  const shares = [...(leadCreditShare === undefined ? [] : [leadCreditShare]), ...supportingCredits.map(({ share }) => share)];
  if (!shares.every(isDecimal)) return complain('credit-not-positive', 'leadCreditShare');
  if (leadCreditShare !== undefined && compare(leadCreditShare, '0') < 0) complain('credit-not-positive', 'leadCreditShare');
  const total = sum(shares);
  const isWhole = leadCreditShare === undefined ? compare(total, FULL_WEIGHT) <= 0 : equals(total, FULL_WEIGHT);
  if (!isWhole) complain('credit-not-100', 'supportingCredits', { sum: total });
};
