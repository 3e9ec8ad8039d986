import { parseStreamName, publicId, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import {
  creditSharesOf,
  type CreditShare, type Direction, type MeasuredValue, type MetricTarget, type ResultRejected, type ResultReported, type ResultVerified,
  type TaskMarkedOverdue, type TaskPublished, type TaskRevised,
} from '@zeren/tasks-domain';
import type { Period } from './assessment.events.js';
import { quarterOf } from './period.js';

/** A metric with what it aims at in one year. */
export type InputMetric = {
  readonly metric: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly target: MetricTarget | null;
};

/**
 * What an assessment knows of one task in one year: its target, its result and how that stands. Only the tenant
 * that dispatched the task reads it.
 */
export type AssessmentInputRow = ViewRow & {
  /** Public id. */
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  /** The lead unit. */
  readonly unitId: string;
  /** The annual target's year; the period it counts in follows from `dueAt`. */
  readonly year: number;
  readonly dueAt: string;
  readonly dueQuarter: Period;
  readonly dueYear: Period;
  readonly metrics: readonly InputMetric[];
  readonly status: 'pending' | 'reported' | 'verified' | 'rejected' | 'overdue';
  /** Those of the last report; none before the first. */
  readonly values: readonly MeasuredValue[];
  readonly late: boolean;
  readonly rework: number;
  /** Number of the last report, 0 before the first, and the caller's clock at it, UTC. */
  readonly attempt: number;
  readonly reportedAt: string | null;
  /** Whose credit the result is, in percent, the lead first; they sum to 100. Empty where it is all the lead's. */
  readonly credits: readonly CreditShare[];
  /** Ids of the events this row rests on, in store order. */
  readonly eventIds: readonly string[];
  /** The caller's clock at the last of them, UTC. */
  readonly occurredAt: string;
};

export type AssessmentInputEvent = TaskPublished | ResultReported | ResultVerified | ResultRejected | TaskMarkedOverdue | TaskRevised;

type Recorded = RecordedEvent<AssessmentInputEvent>;

/** One row per task and year. Its table keeps every version, so that a ranking can be computed as of any position. */
export const assessmentInputProjection: Projection<AssessmentInputRow, AssessmentInputEvent> = {
  name: 'assessment_input',
  version: 2,
  handles: ['TaskPublished', 'ResultReported', 'ResultVerified', 'ResultRejected', 'TaskMarkedOverdue', 'TaskRevised'],
  keys: (event) => yearsOf(event).map((year) => keyOf(event, year)),
  evolve: (row, event, key) => {
    if (event.type === 'TaskPublished') return publishedRow(event, event.data, key);
    if (event.type === 'TaskRevised') return revisedRow(row, event, key);
    return row && { ...row, ...changeOf(row, event), eventIds: [...row.eventIds, event.id], occurredAt: event.metadata.occurredAt };
  },
};

const yearsOf = (event: Recorded): readonly number[] => {
  if (event.type === 'TaskPublished') return event.data.annualTargets.map(({ year }) => year);
  if (event.type === 'TaskRevised') return [...event.data.content.annualTargets.map(({ year }) => year), ...event.data.droppedYears];
  return [event.data.year];
};

const taskIdOf = (event: Recorded): string => {
  const id = parseStreamName(event.stream)?.id;
  if (id === undefined) throw new Error(`Not the stream of a task: ${event.stream}`);
  return id;
};

const keyOf = (event: Recorded, year: number): RowKey => ({
  readerTenantId: event.metadata.tenantId,
  ownerTenantId: event.metadata.tenantId,
  id: `${taskIdOf(event)}@${year}`,
});

const publishedRow = (event: Recorded, data: TaskRevised['data']['content'], key: RowKey): AssessmentInputRow | undefined => {
  const annual = data.annualTargets.find(({ year }) => key.id.endsWith(`@${year}`));
  if (!annual) return undefined;
  const dueQuarter = quarterOf(annual.dueAt);
  return {
    ...key,
    taskId: publicId(key.ownerTenantId, taskIdOf(event)),
    campaignId: data.campaignId,
    indicatorCode: data.indicatorCode,
    name: data.name,
    unitId: data.unitId,
    year: annual.year,
    dueAt: annual.dueAt,
    dueQuarter,
    dueYear: dueQuarter.slice(0, 4),
    metrics: data.metrics.map(({ code, unit, direction }) => ({
      metric: code,
      unit,
      direction,
      target: annual.targets.find((target) => target.metric === code) ?? null,
    })),
    status: 'pending',
    values: [],
    late: false,
    rework: 0,
    attempt: 0,
    reportedAt: null,
    credits: creditsOf(data),
    eventIds: [event.id],
    occurredAt: event.metadata.occurredAt,
  };
};

const creditsOf = (data: TaskRevised['data']['content']): readonly CreditShare[] =>
  ((data.supportingCredits ?? []).length === 0 ? [] : creditSharesOf(data).map(({ unitId, share }) => ({ unitId, share })));

/** A revised task has new targets; what was reported stays. A year no longer asked for is not assessed. */
const revisedRow = (row: AssessmentInputRow | undefined, event: RecordedEvent<TaskRevised>, key: RowKey): AssessmentInputRow | undefined => {
  const asked = publishedRow(event, event.data.content, key);
  if (!row || !asked) return asked;
  const { status, values, late, rework, attempt, reportedAt, eventIds } = row;
  return { ...asked, status, values, late, rework, attempt, reportedAt, eventIds: [...eventIds, event.id] };
};

const changeOf = (
  row: AssessmentInputRow,
  event: Exclude<Recorded, RecordedEvent<TaskPublished> | RecordedEvent<TaskRevised>>,
): Partial<AssessmentInputRow> => {
  switch (event.type) {
    case 'ResultReported':
      return {
        status: 'reported', values: event.data.values, late: event.data.late, attempt: event.data.attempt, reportedAt: event.metadata.occurredAt,
      };
    case 'ResultVerified':
      return { status: 'verified' };
    case 'ResultRejected':
      return { status: 'rejected', rework: event.data.rework };
    case 'TaskMarkedOverdue':
      return row.status === 'pending' ? { status: 'overdue', late: true } : {};
  }
};
