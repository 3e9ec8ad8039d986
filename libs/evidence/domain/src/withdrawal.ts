import type { Caller } from '@zeren/kernel';
import { actsForUnit } from './evidence.js';
import { refuse } from './refusals.js';

type Withdrawable =
  | { readonly status: 'recorded'; readonly content: { readonly unitId: string } }
  | { readonly status: 'withdrawn'; readonly content: { readonly unitId: string }; readonly reason: string };

/** Whether a record is to be withdrawn now: false where it was, for the same reason. Refuses without a reason, or by others. */
export const requireReasonFor = (record: Withdrawable, reason: string, caller: Caller): boolean => {
  const { unitId } = record.content;
  if (!actsForUnit(caller, unitId)) refuse('evidence-unit-not-yours', 'unitId', { unit: unitId });
  if (reason.trim() === '') refuse('evidence-reason-missing', 'reason');
  if (record.status === 'recorded') return true;
  return record.reason === reason ? false : refuse('record-withdrawn');
};
