import { isDecimal, parsePublicId, sameData, type Caller, type Command, type Decider, type Role } from '@zeren/kernel';
import { unitsActedFor } from './acting-units.js';
import { isCalendarDate, localDate } from './calendar.js';
import { refuse } from './refusals.js';
import type { TaskMetric } from './split.events.js';
import type { MeasuredValue, ResultReported, TaskEvent, TaskPublished } from './task.events.js';
import { yearsAfter, yearsOf, type TaskYear } from './task-years.js';

/** The lead unit takes the task on. */
export type AcceptTask = Command<'AcceptTask', Record<string, never>>;
/** The lead unit reports what was measured for a year: a value for every metric, in its unit. */
export type ReportResult = Command<'ReportResult', Pick<ResultReported['data'], 'year' | 'values' | 'measuredOn' | 'note'>>;
/** An inspector or assessor with no interest in the result confirms or rejects it. */
export type VerifyResult = Command<'VerifyResult', { readonly year: number; readonly verdict: Verdict; readonly finding: string }>;
/** The clock found a year's result not reported by its time. */
export type MarkOverdue = Command<'MarkOverdue', { readonly year: number }>;
export type TaskCommand = AcceptTask | ReportResult | VerifyResult | MarkOverdue;

export type Verdict = 'confirmed' | 'rejected';

export type Task =
  | { readonly status: 'unpublished' }
  | { readonly status: 'published' | 'accepted' | 'done'; readonly content: TaskPublished['data']; readonly years: readonly TaskYear[] };

type PublishedTask = Exclude<Task, { status: 'unpublished' }>;

/** Roles in which a task is accepted and reported on. */
export const rolesThatWork: readonly Role[] = ['officer', 'district-office', 'city-office', 'leader'];
/** Roles in which a result is verified. */
export const rolesThatVerify: readonly Role[] = ['inspector', 'assessor'];

const holdsOneOf = (caller: Caller, roles: readonly Role[]): boolean => caller.roles.some((role) => roles.includes(role));

const requireLead = ({ content }: PublishedTask, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  const leads = caller.tenantId === content.unitTenantId && unitsActedFor(caller.unitId).includes(content.unitId);
  if (!leads) refuse('not-the-lead', undefined, { unit: content.unitId });
};

const yearOf = (task: PublishedTask, year: number): TaskYear =>
  task.years.find((found) => found.year === year) ?? refuse('year-without-target', 'year', { year });

const checkValue = (value: MeasuredValue, metric: TaskMetric | undefined, field: string): void => {
  if (!metric) return refuse('value-unknown', `${field}.metric`, { metric: value.metric });
  if (value.unit !== metric.unit) refuse('wrong-unit', `${field}.unit`, { expected: metric.unit });
  const acceptable = metric.direction === 'boolean' ? ['0', '1'].includes(value.value) : isDecimal(value.value);
  if (!acceptable) refuse('value-invalid', `${field}.value`);
};

const checkValues = (values: readonly MeasuredValue[], metrics: readonly TaskMetric[]): void => {
  const open = new Map(metrics.map((metric) => [metric.code, metric]));
  values.forEach((value, index) => {
    checkValue(value, open.get(value.metric), `values[${index}]`);
    open.delete(value.metric);
  });
  for (const metric of open.keys()) refuse('value-missing', 'values', { metric });
};

const checkMeasuredOn = (measuredOn: string, year: number, now: string): void => {
  if (!isCalendarDate(measuredOn)) refuse('date-invalid', 'measuredOn');
  if (measuredOn > localDate(now)) refuse('measured-in-future', 'measuredOn');
  if (Number(measuredOn.slice(0, 4)) < year) refuse('measured-before-year', 'measuredOn', { year });
};

const accept = (task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  requireLead(task, caller);
  return task.status === 'published' ? [{ type: 'TaskAccepted', data: { unitId: task.content.unitId } }] : [];
};

const isRepeated = (year: TaskYear, said: ReportResult['data']): boolean =>
  year.measuredOn === said.measuredOn && year.note === said.note && sameData(year.values, said.values);

const report = (said: ReportResult['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  requireLead(task, caller);
  if (task.status === 'published') refuse('task-not-accepted');
  const year = yearOf(task, said.year);
  if (year.status === 'reported' || year.status === 'verified') {
    if (isRepeated(year, said)) return [];
    refuse(year.status === 'reported' ? 'result-awaits-verification' : 'result-verified', 'year', { year: said.year });
  }
  checkValues(said.values, task.content.metrics);
  checkMeasuredOn(said.measuredOn, said.year, caller.now);
  return [{
    type: 'ResultReported',
    data: {
      year: said.year,
      values: said.values,
      measuredOn: said.measuredOn,
      dueAt: year.dueAt,
      late: caller.now > year.dueAt,
      attempt: year.attempt + 1,
      reportingUnitId: caller.unitId,
      note: said.note,
    },
  }];
};

/** Units that gain by the result: those that work on the task, and those of every task it descends from. */
const interestedUnits = ({ content }: PublishedTask, year: TaskYear): readonly string[] => [
  content.unitId,
  ...content.supportingUnitIds,
  ...content.ancestors.map(({ unitId }) => unitId),
  ...(year.reportingUnitId === null ? [] : [year.reportingUnitId]),
];

const requireIndependent = (task: PublishedTask, year: TaskYear, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatVerify)) refuse('role-cannot-verify');
  if (parsePublicId(task.content.splitId)?.tenantId !== caller.tenantId) refuse('not-the-owner');
  const interested = interestedUnits(task, year);
  if (unitsActedFor(caller.unitId).some((unit) => interested.includes(unit))) refuse('verifier-interested');
};

const standsAs = { confirmed: 'verified', rejected: 'rejected' } as const satisfies Record<Verdict, TaskYear['status']>;

const verify = ({ year: number, verdict, finding }: VerifyResult['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  const year = yearOf(task, number);
  requireIndependent(task, year, caller);
  if (year.status === standsAs[verdict]) return [];
  if (year.status !== 'reported') refuse('nothing-to-verify', 'year', { year: number });
  if (finding.trim() === '') refuse('finding-required', 'finding');
  const data = { year: number, verifyingUnitId: caller.unitId, finding };
  if (verdict === 'rejected') return [{ type: 'ResultRejected', data: { ...data, rework: year.rework + 1 } }];
  const last = task.years.every(({ status, year: other }) => other === number || status === 'verified');
  return [{ type: 'ResultVerified', data }, ...(last ? [{ type: 'TaskCompleted', data: { outcome: 'done' } } as const] : [])];
};

const markOverdue = (number: number, task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  const { status, dueAt } = yearOf(task, number);
  if (status !== 'pending') return [];
  if (caller.now <= dueAt) refuse('not-due-yet', 'year', { year: number });
  return [{ type: 'TaskMarkedOverdue', data: { year: number, dueAt } }];
};

const decide = (command: TaskCommand, task: Task, caller: Caller): readonly TaskEvent[] => {
  if (task.status === 'unpublished') return refuse('task-not-published');
  switch (command.type) {
    case 'AcceptTask': return accept(task, caller);
    case 'ReportResult': return report(command.data, task, caller);
    case 'VerifyResult': return verify(command.data, task, caller);
    case 'MarkOverdue': return markOverdue(command.data.year, task, caller);
  }
};

const evolve = (task: Task, event: TaskEvent): Task => {
  if (event.type === 'TaskPublished') return { status: 'published', content: event.data, years: yearsOf(event.data.annualTargets) };
  if (task.status === 'unpublished') return task;
  switch (event.type) {
    case 'TaskAccepted': return { ...task, status: 'accepted' };
    case 'TaskCompleted': return { ...task, status: 'done' };
    case 'ResultReported':
    case 'ResultVerified':
    case 'ResultRejected':
    case 'TaskMarkedOverdue': return { ...task, years: yearsAfter(task.years, event) };
  }
};

export const taskDecider: Decider<Task, TaskCommand, TaskEvent> = {
  category: 'task',
  initialState: { status: 'unpublished' },
  decide,
  evolve,
  sharedWith: (task) => (task.status === 'unpublished' ? [] : task.content.sharedWith),
};
