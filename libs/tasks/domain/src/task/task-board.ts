import type { Decimal, Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { PartTerms } from '../joint/part.events.js';
import type { LampInputs } from './lamp.js';
import type { SupportingCredit } from '../split/split.events.js';
import { rowForEachReader } from '../reader-rows.js';
import type { ObjectionRule, OriginKind, TaskOrigin, TaskPublished } from './task-published.events.js';
import type { TaskEvent } from './task.events.js';
import { isReportedOn, objectionUntil } from './task-objection.js';
import type { Successor } from './task-objection.events.js';
import { isEnd, type DutyMatch, type Objection, type PublishedTask, type TaskException } from './task-state.js';
import { isDeferred, statusOf } from './task-status.js';
import { taskDecider } from './task.js';
import { dueOf, type TaskYear, type YearStatus } from './task-years.js';

type OptionalField = 'objection' | 'replaces' | 'leadCreditShare' | 'supportingCredits' | 'dutyItem' | 'admissionDocument' | 'origin' | 'parts' | 'integrations';

/** A task as a reader's board shows it. */
export type TaskRow = RowKey & Omit<TaskPublished['data'], 'annualTargets' | OptionalField> & LampInputs & {
  readonly objection: ObjectionRule | null;
  readonly replaces: string | null;
  /** What was stated of the credit for its result; read with `creditSharesOf`. */
  readonly leadCreditShare: Decimal | null;
  readonly supportingCredits: readonly SupportingCredit[];
  readonly dutyItem: string | null;
  readonly admissionDocument: string | null;
  /** Where it comes from, if no split holds it. */
  readonly origin: TaskOrigin | null;
  readonly originKind: OriginKind | null;
  /** The meeting's decision it comes from, `<meeting>#<number>`. */
  readonly decision: string | null;
  /** The parts of a joint task. */
  readonly parts: readonly PartTerms[];
  /** Whether it is the topmost of its line that this reader sees: a root, or work dispatched to it by another tenant. */
  readonly isTop: boolean;
  /** Lead units from the root down to this task's: `/511900-health/511902/`. */
  readonly unitPath: string;
  /** Names and indicator code, in lower case. */
  readonly searchText: string;
  readonly years: readonly TaskYear[];
  readonly objections: readonly Objection[];
  readonly exceptions: readonly TaskException[];
  readonly matches: readonly DutyMatch[];
  readonly remappings: PublishedTask['remappings'];
  /** The integrations under which it counts; null where it counts under those of its campaign. */
  readonly integrations: readonly Integration[] | null;
  /** The last day on which the unit may object now; null where it may not. */
  readonly objectionUntil: string | null;
  /** Whom the task went to after it was taken back or given back. */
  readonly successor: Successor | null;
  /** Reports that came late, rejections and false reports, over all years. */
  readonly lateReports: number;
  readonly reworks: number;
  readonly falseReports: number;
  /** Years whose result was put off and is not reported. */
  readonly deferredYears: number;
  /** Whether an objection, a ruling or a request waits for the dispatcher. */
  readonly awaitsAnswer: boolean;
  readonly publishedAt: string;
  readonly acceptedAt: string | null;
  readonly revision: number;
};

type Recorded = RecordedEvent<TaskEvent>;

const earliestDue = (years: readonly TaskYear[], status: YearStatus): string | null =>
  years.filter((year) => year.status === status).map(dueOf).sort()[0] ?? null;

const count = (years: readonly TaskYear[], status: YearStatus): number => years.filter((year) => year.status === status).length;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** What a row says of the state of its task. */
const derivedFrom = (task: PublishedTask) => {
  const { years, objections, exceptions, matches, remappings, integrations } = task;
  const status = statusOf(task);
  const open = !isEnd(task.status);
  return {
    years,
    objections,
    exceptions,
    matches,
    remappings,
    integrations,
    status,
    objectionUntil: open && !isReportedOn(task) ? objectionUntil(task) : null,
    nextDueAt: open ? earliestDue(years, 'pending') : null,
    awaitingDueAt: open ? earliestDue(years, 'reported') : null,
    overdueYears: open ? count(years, 'overdue') : 0,
    rejectedYears: open ? count(years, 'rejected') : 0,
    deferredYears: open ? years.filter(isDeferred).length : 0,
    reworks: total(years.map(({ rework }) => rework)),
    falseReports: total(years.map(({ falseAttempts }) => falseAttempts.length)),
    awaitsAnswer: open && (status === 'objected' || exceptions.some((one) => one.status === 'requested') || matches.some((one) => one.status === 'declared')),
  };
};

/** One text for a meeting's decision, as the board keeps it and a reader asks for it; without a number the beginning of all of a meeting. */
export const decisionKey = ({ meetingId, number }: { readonly meetingId: string; readonly number: number | '' }): string => `${meetingId}#${number}`;

const decisionIn = (origin: TaskOrigin | undefined): string | null => (origin?.decision ? decisionKey(origin.decision) : null);

/** What a row says of the content of its task. */
const shownOf = ({ years, content: { annualTargets: _, objection, replaces, leadCreditShare, supportingCredits, dutyItem, admissionDocument, origin, parts = [], integrations: __, ...content } }: PublishedTask) => ({
  ...content,
  objection: objection ?? null,
  replaces: replaces ?? null,
  leadCreditShare: leadCreditShare ?? null,
  supportingCredits: supportingCredits ?? [],
  dutyItem: dutyItem ?? null,
  admissionDocument: admissionDocument ?? null,
  origin: origin ?? null,
  originKind: origin?.kind ?? null,
  decision: decisionIn(origin),
  parts,
  firstYear: Math.min(...years.map(({ year }) => year)),
  lastYear: Math.max(...years.map(({ year }) => year)),
  unitPath: `/${[...content.ancestors.map(({ unitId }) => unitId), content.unitId].join('/')}/`,
  searchText: `${content.name.zh} ${content.name.en} ${content.indicatorCode}`.toLowerCase(),
});

const published = (event: RecordedEvent<TaskPublished>, key: RowKey): TaskRow => {
  const content = event.data;
  const task = taskDecider.evolve(taskDecider.initialState, event) as PublishedTask;
  return {
    ...key,
    ...shownOf(task),
    ...derivedFrom(task),
    acceptedAt: null,
    successor: null,
    isTop: content.parentTaskId === null || (key.ownerTenantId !== key.readerTenantId && content.unitTenantId === key.readerTenantId),
    lateReports: 0,
    publishedAt: event.metadata.occurredAt,
    revision: event.revision,
  };
};

const evolve = (row: TaskRow | undefined, event: Recorded, key: RowKey): TaskRow | undefined => {
  if (event.type === 'TaskPublished') return published(event, key);
  if (!row) return undefined;
  const task = taskDecider.evolve(taskOf(row), event) as PublishedTask;
  return {
    ...row,
    ...((event.type === 'TaskRevised' || event.type === 'ObjectionTimeRecounted') && shownOf(task)),
    ...derivedFrom(task),
    acceptedAt: event.type === 'TaskAccepted' ? event.metadata.occurredAt : row.acceptedAt,
    successor: event.type === 'TaskWithdrawn' || event.type === 'TaskReturned' ? event.data.successor : row.successor,
    lateReports: row.lateReports + (event.type === 'ResultReported' && event.data.late ? 1 : 0),
    revision: event.revision,
  };
};

export const taskBoard: Projection<TaskRow, TaskEvent> = {
  name: 'task_board',
  version: 4,
  handles: [
    'TaskPublished', 'TaskAccepted', 'ResultReported', 'ResultVerified', 'ResultRejected', 'TaskMarkedOverdue', 'TaskCompleted',
    'DutyMatchDeclared', 'DutyMatchAdmitted', 'DutyMatchRefused', 'ObjectionRaised', 'ObjectionAccepted', 'ObjectionRefused', 'ObjectionRuled', 'TaskWithdrawn',
    'ExceptionRequested', 'ExceptionGranted', 'ExceptionRefused', 'DueDateExtended', 'ResultDeferred',
    'TaskReturned', 'TaskVoided', 'TaskExplained', 'TaskClosed', 'ProgressRecorded', 'ProgressCorrected', 'SupportingProgressRecorded', 'SupportingProgressCorrected', 'FalseReportFlagged',
    'TaskRevised', 'ObjectionTimeRecounted', 'TaskRemapped', 'ResultCredited', 'TaskClassified',
  ],
  keys: rowForEachReader,
  evolve,
};

/** The state of the task behind a row: with it the reader's own side can decide, and say why not. */
export const taskOf = (row: TaskRow): PublishedTask => ({
  status: isEnd(row.status) ? row.status : row.acceptedAt === null ? 'published' : 'accepted',
  years: row.years,
  objections: row.objections,
  exceptions: row.exceptions,
  matches: row.matches,
  remappings: row.remappings,
  integrations: row.integrations,
  content: {
    splitId: row.splitId,
    rowKey: row.rowKey,
    parentTaskId: row.parentTaskId,
    ancestors: row.ancestors,
    campaignId: row.campaignId,
    indicatorCode: row.indicatorCode,
    name: row.name,
    evidence: row.evidence,
    unitId: row.unitId,
    unitTenantId: row.unitTenantId,
    supportingUnitIds: row.supportingUnitIds,
    accountablePostId: row.accountablePostId,
    level: row.level,
    weight: row.weight,
    metrics: row.metrics,
    annualTargets: row.years.map(({ year, dueAt, targets }) => ({ year, dueAt, targets })),
    deadline: row.deadline,
    sharedWith: row.sharedWith,
    ...(row.objection !== null && { objection: row.objection }),
    ...(row.replaces !== null && { replaces: row.replaces }),
    ...(row.leadCreditShare !== null && { leadCreditShare: row.leadCreditShare }),
    ...(row.supportingCredits.length > 0 && { supportingCredits: row.supportingCredits }),
    ...(row.dutyItem !== null && { dutyItem: row.dutyItem }),
    ...(row.admissionDocument !== null && { admissionDocument: row.admissionDocument }),
    ...(row.origin !== null && { origin: row.origin }),
    ...(row.parts.length > 0 && { parts: row.parts }),
  },
});
