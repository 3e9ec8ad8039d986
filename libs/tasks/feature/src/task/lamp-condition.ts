import { addDays, localYear } from '@zeren/organisation-domain';
import { lampOut, WARNING_DAYS, type Lamp } from '@zeren/tasks-domain';

/** The lamp of a row of the board in SQL, by the same rule as `lampOf`; `task` is the row's alias. */
export const lampSql = `case
  when task.status = 'done' then 'green'
  when task.status in (${lampOut.map((status) => `'${status}'`).join(', ')}) then 'grey'
  when task.rejectedYears > 0 or task.overdueYears > 0 or task.nextDueAt < cast(:now as timestamptz) then 'red'
  when task.awaitingDueAt < cast(:now as timestamptz) or task.nextDueAt <= cast(:soon as timestamptz) then 'yellow'
  when :year < task.firstYear or :year > task.lastYear then 'grey'
  else 'green' end`;

/** What {@link lampSql} needs to know of the time. */
export const lampParameters = (now: string): { readonly now: string; readonly soon: string; readonly year: number } => ({
  now, soon: addDays(now, WARNING_DAYS), year: localYear(now),
});

/** The rows whose lamp it is. */
export const lampIs = (lamp: Lamp): string => `${lampSql} = '${lamp}'`;
