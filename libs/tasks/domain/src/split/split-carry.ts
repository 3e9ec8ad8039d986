import { compare, sameData, type Caller, type Command } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { MetricTarget } from './split.events.js';
import type { Direction } from '../standard/standard.events.js';
import type { ObjectionRule } from '../task/task-published.events.js';
import type { RevisedContent, TaskRevised } from '../task/task-revision.events.js';
import { isEnd, namedIn, ownerOf, type PublishedTask } from '../task/task-state.js';
import type { TaskEvent } from '../task/task.events.js';
import { yearsOf, type TaskYear } from '../task/task-years.js';

/** A revision of the split reaches one of its tasks: what it is from now on, or null where its row was removed. */
export type CarryRevision = Command<'CarryRevision', {
  readonly version: number;
  readonly reason: string;
  readonly document: string;
  readonly content: RevisedContent | null;
  /** Until when, by the rules of this day, a unit may object of which more is asked now. */
  readonly objection: ObjectionRule;
}>;

/** More time ends being overdue. */
const afterDueDate = (year: TaskYear, dueAt: string): TaskYear['status'] =>
  (year.status === 'overdue' && dueAt > year.dueAt ? 'pending' : year.status);

/** Results stay with their year, whatever its target becomes. */
const yearsRevised = (years: readonly TaskYear[], { annualTargets }: RevisedContent, dropped: readonly number[]): readonly TaskYear[] => {
  const kept = years.filter(({ year }) => !dropped.includes(year) && !annualTargets.some((annual) => annual.year === year));
  const asked = yearsOf(annualTargets).map((fresh, index): TaskYear => {
    const known = years.find(({ year }) => year === fresh.year);
    const annual = annualTargets[index];
    return known && annual ? { ...known, ...annual, status: afterDueDate(known, annual.dueAt) } : fresh;
  });
  return [...asked, ...kept].sort((a, b) => a.year - b.year);
};

const withoutOrigin = ({ objection: _, replaces: __, ...content }: PublishedTask['content']): RevisedContent => content;

const rises = (before: MetricTarget, after: MetricTarget, direction: Direction): boolean => {
  if ('low' in before || 'low' in after) {
    return 'low' in before && 'low' in after && (compare(after.low, before.low) > 0 || compare(after.high, before.high) < 0);
  }
  return direction === 'at-most' ? compare(after.value, before.value) < 0 : compare(after.value, before.value) > 0;
};

/** Whether a revision asks for more: another year, a higher target (a lower limit), or any date earlier. */
const asksForMore = (before: RevisedContent, after: RevisedContent): boolean =>
  after.deadline < before.deadline || after.annualTargets.some(({ year, dueAt, targets }) => {
    const known = before.annualTargets.find((annual) => annual.year === year);
    if (!known || dueAt < known.dueAt) return true;
    return targets.some((target) => {
      const earlier = known.targets.find(({ metric }) => metric === target.metric);
      const direction = after.metrics.find(({ code }) => code === target.metric)?.direction ?? 'at-least';
      return !earlier || rises(earlier, target, direction);
    });
  });

const openedAnew = (rule: ObjectionRule, { objections, years }: PublishedTask): ObjectionRule =>
  ({ ...rule, since: { objections: objections.length, reports: years.reduce((reports, { attempt }) => reports + attempt, 0) } });

const originOf = ({ objection, replaces }: PublishedTask['content']): Pick<PublishedTask['content'], 'objection' | 'replaces'> =>
  ({ ...(objection && { objection }), ...(replaces !== undefined && { replaces }) });

/** The task after a revision of its split. */
export const afterRevision = (task: PublishedTask, { data }: TaskRevised): PublishedTask => ({
  ...task,
  content: { ...data.content, ...originOf(task.content), ...(data.objection && { objection: data.objection }) },
  years: yearsRevised(task.years, data.content, data.droppedYears),
  integrations: data.integrations === undefined ? task.integrations : data.integrations,
});

/** A task stays classified as it is until a revision says of its row otherwise than before. */
const classifiedAnew = (before: RevisedContent, after: RevisedContent): Pick<TaskRevised['data'], 'integrations'> => {
  const [said, says] = [before.integrations ?? null, after.integrations ?? null];
  return sameData(said, says) ? {} : { integrations: says };
};

const revise = (said: CarryRevision['data'], content: RevisedContent, task: PublishedTask): readonly TaskEvent[] => {
  if (sameData(withoutOrigin(task.content), content)) return [];
  const droppedYears = task.years
    .filter(({ year, attempt }) => attempt === 0 && !content.annualTargets.some((annual) => annual.year === year))
    .map(({ year }) => year);
  const { version, reason, document } = said;
  const isMore = asksForMore(task.content, content);
  const data = { version, reason, document, content, droppedYears, ...(isMore && { objection: openedAnew(said.objection, task) }), ...classifiedAnew(task.content, content) };
  const revised: TaskRevised = { type: 'TaskRevised', data };
  const isDone = afterRevision(task, revised).years.every(({ status }) => status === 'verified');
  return [revised, ...(isDone ? [{ type: 'TaskCompleted', data: { outcome: 'done' } } as const] : [])];
};

/** A removed row's task ends without completion, and stands in the register of such ends with the revision's reason. */
const close = ({ reason, document }: CarryRevision['data'], task: PublishedTask, { unitId }: Caller): readonly TaskEvent[] => {
  const number = task.exceptions.length + 1;
  const kind = 'closure';
  return [
    { type: 'ExceptionRequested', data: { number, kind, year: null, until: null, explainedTo: null, reason, unitId, task: namedIn(task) } },
    { type: 'ExceptionGranted', data: { number, kind, reason: document, unitId } },
    { type: 'TaskClosed', data: { number, reason } },
  ];
};

/** A task that ended before the revision reached it stays as it ended. */
export const decideOnRevision = (said: CarryRevision['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  if (ownerOf(task) !== caller.tenantId) refuse('not-the-dispatcher');
  if (isEnd(task.status)) return [];
  return said.content ? revise(said, said.content, task) : close(said, task, caller);
};
