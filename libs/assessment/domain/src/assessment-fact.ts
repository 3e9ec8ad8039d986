import { parseStreamName, publicId, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import {
  unitsActedFor,
  type DueDateExtended, type FalseReportFlagged, type ProblemClaimed, type ResultDeferred, type ResultRechecked, type SampleConcluded, type SampleDrawn,
  type TaskClosed, type TaskExplained, type TaskReturned, type TaskVoided, type TaskWithdrawn, type WorkPosted,
} from '@zeren/tasks-domain';
import type { LineFact, Period, ScoreEvent } from './assessment.events.js';
import { quarterOf } from './period.js';

/**
 * What an assessment knows of the doing beside targets and results: what befell a task, a found problem that was claimed,
 * a sample of what a district verified. Only the tenant in whose history it stands reads it.
 */
export type AssessmentFactRow = ViewRow & {
  readonly kind: LineFact['kind'] | 'claim' | 'sample';
  /** Public id of the task; null for claims and samples. */
  readonly taskId: string | null;
  /** The annual target it concerns; null where it is the whole task, or no task. */
  readonly year: number | null;
  /** Of a claim, and of a sample limited to one campaign. */
  readonly campaignId: string | null;
  /** The unit that claimed, or the district looked at; null where the task says whose it is. */
  readonly unitId: string | null;
  /** Of a claimed problem. */
  readonly name: LocalisedText | null;
  /** The later moment of an extension or deferral, UTC. */
  readonly until: string | null;
  /** The report that was false. */
  readonly attempt: number | null;
  readonly size: number | null;
  readonly failed: number | null;
  /** The quarter in which it happened; null while a problem is unclaimed or a sample is still looked at. */
  readonly quarter: Period | null;
  /** The caller's clock at the last of its events, UTC. */
  readonly occurredAt: string;
  /** In store order: of a sample its drawing, the re-checks that failed, its conclusion. */
  readonly events: readonly ScoreEvent[];
};

type TaskFactEvent =
  | DueDateExtended | ResultDeferred | TaskReturned | TaskVoided | TaskExplained | TaskClosed | TaskWithdrawn | FalseReportFlagged;
type PostingFactEvent = WorkPosted | ProblemClaimed;
type SampleFactEvent = SampleDrawn | ResultRechecked | SampleConcluded;
export type AssessmentFactEvent = TaskFactEvent | PostingFactEvent | SampleFactEvent;

type Recorded = RecordedEvent<AssessmentFactEvent>;
type RecordedTaskFact = RecordedEvent<TaskFactEvent>;
type Growing = RecordedEvent<PostingFactEvent> | RecordedEvent<SampleFactEvent>;

const kinds: Readonly<Record<TaskFactEvent['type'], LineFact['kind']>> = {
  DueDateExtended: 'extended', ResultDeferred: 'deferred', TaskReturned: 'returned', TaskVoided: 'voided', TaskExplained: 'explained', TaskClosed: 'closed',
  TaskWithdrawn: 'withdrawn', FalseReportFlagged: 'false-report',
};

const isTaskFact = (event: Recorded): event is RecordedTaskFact => event.type in kinds;

/** One row for each fact of a task; one for a posted problem, and one for a sample, which more events complete. */
export const assessmentFactProjection: Projection<AssessmentFactRow, AssessmentFactEvent> = {
  name: 'assessment_fact',
  version: 1,
  handles: [
    'DueDateExtended', 'ResultDeferred', 'TaskReturned', 'TaskVoided', 'TaskExplained', 'TaskClosed', 'TaskWithdrawn', 'FalseReportFlagged',
    'WorkPosted', 'ProblemClaimed', 'SampleDrawn', 'ResultRechecked', 'SampleConcluded',
  ],
  keys: (event) => {
    const { tenantId } = event.metadata;
    const { category, id } = streamOf(event);
    return [{ readerTenantId: tenantId, ownerTenantId: tenantId, id: isTaskFact(event) ? event.id : `${category}.${id}` }];
  },
  evolve: (row, event, key) => (isTaskFact(event) ? factOfTask(event, key) : grown(row, event, key)),
};

const streamOf = ({ stream }: Recorded): { category: string; id: string } => {
  const parts = parseStreamName(stream);
  if (!parts) throw new Error(`Not the stream of an aggregate: ${stream}`);
  return parts;
};

const begun = (event: Recorded, key: RowKey, kind: AssessmentFactRow['kind']): AssessmentFactRow => ({
  ...key,
  kind,
  taskId: null,
  year: null,
  campaignId: null,
  unitId: null,
  name: null,
  until: null,
  attempt: null,
  size: null,
  failed: null,
  quarter: null,
  occurredAt: event.metadata.occurredAt,
  events: [eventOf(event)],
});

const eventOf = ({ id, position }: Recorded): ScoreEvent => ({ eventId: id, position: String(position) });

const factOfTask = (event: RecordedTaskFact, key: RowKey): AssessmentFactRow => ({
  ...begun(event, key, kinds[event.type]),
  taskId: publicId(key.ownerTenantId, streamOf(event).id),
  year: 'year' in event.data ? event.data.year : null,
  until: 'until' in event.data ? event.data.until : null,
  attempt: 'attempt' in event.data ? event.data.attempt : null,
  quarter: quarterOf(event.metadata.occurredAt),
});

const grown = (row: AssessmentFactRow | undefined, event: Growing, key: RowKey): AssessmentFactRow | undefined => {
  const after = row && { ...row, occurredAt: event.metadata.occurredAt, events: [...row.events, eventOf(event)] };
  switch (event.type) {
    case 'WorkPosted':
      return event.data.kind === 'problem' ? { ...begun(event, key, 'claim'), campaignId: event.data.campaignId, name: event.data.title } : undefined;
    case 'ProblemClaimed':
      return after && { ...after, unitId: assessedUnitOf(event.data.unitId), quarter: quarterOf(event.metadata.occurredAt) };
    case 'SampleDrawn':
      return { ...begun(event, key, 'sample'), campaignId: event.data.campaignId, unitId: event.data.districtTenantId };
    case 'ResultRechecked':
      return event.data.verdict === 'failed' ? after : row;
    case 'SampleConcluded':
      return after && { ...after, size: event.data.size, failed: event.data.failed, quarter: quarterOf(event.metadata.occurredAt) };
  }
};

/** A district's office claims for the district. */
const assessedUnitOf = (unitId: string): string => unitsActedFor(unitId).at(-1) ?? unitId;
