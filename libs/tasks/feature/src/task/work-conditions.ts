import type { Caller } from '@zeren/kernel';
import { endsOf, unitsActedFor, type WorkList } from '@zeren/tasks-domain';

/** What the caller's unit leads, in the board's rows; `task` is the row's alias. */
const led = 'task.unitId = any(:units) and task.unitTenantId = :tenant';
/** What the caller's tenant dispatched and its unit does not lead. */
const dispatched = 'task.ownerTenantId = :tenant and not task.unitId = any(:units)';

const conditions: Readonly<Record<WorkList, string>> = {
  'to-accept': `${led} and task.status = 'published'`,
  overdue: `${led} and (task.overdueYears > 0 or task.nextDueAt < cast(:now as timestamptz))`,
  'due-today': `${led} and task.nextDueAt >= cast(:now as timestamptz) and task.nextDueAt <= cast(:today as timestamptz)`,
  'due-this-week': `${led} and task.nextDueAt > cast(:today as timestamptz) and task.nextDueAt <= cast(:week as timestamptz)`,
  'to-rework': `${led} and task.rejectedYears > 0`,
  waiting: `${led} and (task.awaitingDueAt is not null or task.awaitsAnswer)`,
  'to-answer': `${dispatched} and task.awaitsAnswer`,
  'to-verify': `${dispatched} and task.awaitingDueAt is not null`,
};

/** What the conditions need to know of the caller and of the time. */
const parametersOf = ({ tenantId, unitId, now }: Caller): Readonly<Record<string, unknown>> =>
  ({ tenant: tenantId, units: unitsActedFor(unitId), now, ...endsOf(now) });

export const workCondition = (list: WorkList, caller: Caller): { readonly condition: string; readonly parameters: Readonly<Record<string, unknown>> } =>
  ({ condition: conditions[list], parameters: parametersOf(caller) });
