import type { RefusalDetails } from '@zeren/kernel';
import type { TasksRefusal } from './refusals.js';

/** One rule that a split breaks, and where: `rows[ENV-01-01~511902].weight`. */
export type Violation = { readonly code: TasksRefusal; readonly field: string; readonly details: RefusalDetails };

/** Notes a violation at a field of the row in hand. */
export type Complain = (code: TasksRefusal, field: string, details?: RefusalDetails) => void;

/** Notes violations of one row into a list. */
export const complainAbout =
  (violations: Violation[], rowKey: string): Complain =>
  (code, field, details = {}) => {
    violations.push({ code, field: `rows[${rowKey}].${field}`, details });
  };
