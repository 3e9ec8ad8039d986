import { compare, isDecimal, parsePublicId, sameData, type Caller, type Command, type Decider, type Decimal } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import { unitsActedFor } from '../task/acting-units.js';
import { holdsOneOf, isEnd, requireReason, rolesThatDispatch, rolesThatWork } from '../task/task-state.js';
import type { TaskStatus } from '../task/task-status.js';
import type { PartDispatched, PartEvent, PartProgressRecorded, PartReported } from './part.events.js';

/** Where the joint task stands as a whole, as the handler read it. */
type Whole = { readonly taskStatus: TaskStatus };

type Recorded = Pick<PartProgressRecorded['data'], 'value' | 'measuredOn' | 'note'>;

/** Tell a party its part. A policy issues it for each part of a published task. */
export type DispatchPart = Command<'DispatchPart', PartDispatched['data']>;
/** The party takes its part on. */
export type AcceptPart = Command<'AcceptPart', Whole>;
/** The party records how far it has come. */
export type RecordPartProgress = Command<'RecordPartProgress', Whole & Recorded>;
/** The party corrects an entry, with the reason. */
export type CorrectPartProgress = Command<'CorrectPartProgress', Whole & { readonly entry: number; readonly value: Decimal | null; readonly reason: string }>;
/** The party reports its part done. */
export type ReportPart = Command<'ReportPart', Whole & Recorded>;
/** The lead does not take a reported part as done. */
export type SendPartBack = Command<'SendPartBack', Whole & { readonly reason: string }>;
/** The lead, or who dispatched the task, excuses a party of its part. */
export type ExcusePart = Command<'ExcusePart', Whole & { readonly reason: string }>;
export type PartCommand = DispatchPart | AcceptPart | RecordPartProgress | CorrectPartProgress | ReportPart | SendPartBack | ExcusePart;

export type PartEntry = PartProgressRecorded['data'] & {
  readonly correction: { readonly value: Decimal | null; readonly reason: string } | null;
};

export const partStatuses = ['dispatched', 'accepted', 'reported', 'excused'] as const;
export type PartStatus = (typeof partStatuses)[number];

export type DispatchedPart = {
  readonly status: PartStatus;
  readonly content: PartDispatched['data'];
  readonly entries: readonly PartEntry[];
  /** The latest report; null before the first. */
  readonly report: PartReported['data'] | null;
  /** How often the lead sent it back, and what it said last. */
  readonly sentBack: number;
  readonly reason: string;
};
export type Part = { readonly status: 'none' } | DispatchedPart;

/** The unit whose officers act in a part. */
export const actingUnitOf = ({ unitId, representedBy }: Pick<PartDispatched['data'], 'unitId' | 'representedBy'>): string => representedBy ?? unitId;

/** Whether the whole can be reported as far as this part goes. */
export const isSettled = ({ status }: Pick<DispatchedPart, 'status'>): boolean => status === 'reported' || status === 'excused';

const ownerOf = ({ taskId }: PartDispatched['data']): string => parsePublicId(taskId)?.tenantId ?? '';

/** Nothing of a part moves once the whole is reported or has ended. */
const requireWholeOpen = ({ taskStatus }: Whole): void => {
  if (isEnd(taskStatus)) refuse('task-ended');
  if (taskStatus === 'reported' || taskStatus === 'verified') refuse('whole-reported');
};

const actsFor = (caller: Caller, tenantId: string, unitId: string): boolean => caller.tenantId === tenantId && unitsActedFor(caller.unitId).includes(unitId);

const isParty = ({ content }: DispatchedPart, caller: Caller): boolean => actsFor(caller, content.unitTenantId, actingUnitOf(content));

const requireParty = (part: DispatchedPart, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  if (!isParty(part, caller)) refuse('not-the-party', undefined, { unit: actingUnitOf(part.content) });
};

/** The lead unit, which answers for the whole. */
const requireLead = ({ content: { task } }: DispatchedPart, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  if (!actsFor(caller, task.unitTenantId, task.unitId)) refuse('not-the-lead', undefined, { unit: task.unitId });
};

const recorderOf = ({ content }: DispatchedPart, caller: Caller) =>
  ({ unitId: caller.unitId, onBehalfOf: content.representedBy === null ? null : content.unitId });

const requireNotSettled = ({ status }: DispatchedPart): void => {
  if (status === 'excused') refuse('part-excused');
  if (status === 'reported') refuse('part-reported');
};

const requireWorking = (part: DispatchedPart): void => {
  requireNotSettled(part);
  if (part.status === 'dispatched') refuse('part-not-accepted');
};

const requireValue = (value: Decimal | null, { quantity }: PartDispatched['data']): void => {
  if (quantity === null) {
    if (value !== null) refuse('part-without-quantity', 'value');
  } else if (value === null || !isDecimal(value) || compare(value, '0') < 0) refuse('part-value-invalid', 'value', { unit: quantity.unit });
};

const checkDay = (measuredOn: string, caller: Caller): void => {
  if (!isCalendarDate(measuredOn)) refuse('date-invalid', 'measuredOn');
  if (measuredOn > localDate(caller.now)) refuse('measured-in-future', 'measuredOn');
};

const accept = (part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  requireParty(part, caller);
  if (part.status === 'accepted') return [];
  requireNotSettled(part);
  return [{ type: 'PartAccepted', data: recorderOf(part, caller) }];
};

const record = ({ value, measuredOn, note }: Recorded, part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  requireParty(part, caller);
  requireWorking(part);
  requireValue(value, part.content);
  checkDay(measuredOn, caller);
  const last = part.entries.at(-1);
  if (last && last.correction === null && sameData([last.value, last.measuredOn, last.note], [value, measuredOn, note])) return [];
  return [{ type: 'PartProgressRecorded', data: { entry: part.entries.length + 1, value, measuredOn, note, ...recorderOf(part, caller) } }];
};

const correct = ({ entry: number, value, reason }: Omit<CorrectPartProgress['data'], 'taskStatus'>, part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  requireParty(part, caller);
  requireWorking(part);
  requireReason(reason);
  const entry = part.entries.find((one) => one.entry === number) ?? refuse('entry-unknown', 'entry');
  requireValue(value, part.content);
  if (valueOf(entry) === value) return [];
  return [{ type: 'PartProgressCorrected', data: { entry: number, value, reason, ...recorderOf(part, caller) } }];
};

const report = ({ value, measuredOn, note }: Recorded, part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  requireParty(part, caller);
  if (part.status === 'reported' && part.report && sameData([part.report.value, part.report.measuredOn, part.report.note], [value, measuredOn, note])) return [];
  requireWorking(part);
  const { quantity, dueAt } = part.content;
  requireValue(value, part.content);
  if (quantity && value !== null && compare(value, quantity.value) < 0) refuse('part-falls-short', 'value', { value: quantity.value, unit: quantity.unit });
  checkDay(measuredOn, caller);
  return [{ type: 'PartReported', data: { value, measuredOn, note, late: caller.now > dueAt, ...recorderOf(part, caller) } }];
};

const sendBack = (reason: string, part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  requireLead(part, caller);
  if (part.status === 'excused') refuse('part-excused');
  if (part.status !== 'reported') return refuse('part-not-reported');
  requireReason(reason);
  return [{ type: 'PartSentBack', data: { reason, unitId: caller.unitId, count: part.sentBack + 1 } }];
};

const excuse = (reason: string, part: DispatchedPart, caller: Caller): readonly PartEvent[] => {
  const dispatches = caller.tenantId === ownerOf(part.content) && holdsOneOf(caller, rolesThatDispatch);
  if (!dispatches) requireLead(part, caller);
  if (isParty(part, caller)) refuse('excuses-itself');
  if (part.status === 'excused') return [];
  if (part.status === 'reported') refuse('part-reported');
  requireReason(reason);
  return [{ type: 'PartExcused', data: { reason, unitId: caller.unitId } }];
};

const decide = (command: PartCommand, part: Part, caller: Caller): readonly PartEvent[] => {
  if (command.type === 'DispatchPart') return part.status === 'none' ? [{ type: 'PartDispatched', data: command.data }] : [];
  if (part.status === 'none') return refuse('part-unknown');
  requireWholeOpen(command.data);
  switch (command.type) {
    case 'AcceptPart': return accept(part, caller);
    case 'RecordPartProgress': return record(command.data, part, caller);
    case 'CorrectPartProgress': return correct(command.data, part, caller);
    case 'ReportPart': return report(command.data, part, caller);
    case 'SendPartBack': return sendBack(command.data.reason, part, caller);
    case 'ExcusePart': return excuse(command.data.reason, part, caller);
  }
};

/** The value of an entry as it stands: corrected where it was. */
export const valueOf = ({ value, correction }: PartEntry): Decimal | null => (correction ? correction.value : value);

const evolve = (part: Part, event: PartEvent): Part => {
  if (event.type === 'PartDispatched') return { status: 'dispatched', content: event.data, entries: [], report: null, sentBack: 0, reason: '' };
  if (part.status === 'none') return part;
  switch (event.type) {
    case 'PartAccepted': return { ...part, status: 'accepted' };
    case 'PartProgressRecorded': return { ...part, entries: [...part.entries, { ...event.data, correction: null }] };
    case 'PartProgressCorrected': {
      const { entry, value, reason } = event.data;
      return { ...part, entries: part.entries.map((one) => (one.entry === entry ? { ...one, correction: { value, reason } } : one)) };
    }
    case 'PartReported': return { ...part, status: 'reported', report: event.data };
    case 'PartSentBack': return { ...part, status: 'accepted', sentBack: event.data.count, reason: event.data.reason };
    case 'PartExcused': return { ...part, status: 'excused', reason: event.data.reason };
  }
};

/** A part is seen by the party and by the lead beside the task's owner; the other parties do not see it. */
export const partDecider: Decider<Part, PartCommand, PartEvent> = {
  category: 'part',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (part) => {
    if (part.status === 'none') return [];
    const { content } = part;
    return [...new Set([content.unitTenantId, content.task.unitTenantId])].filter((tenant) => tenant !== ownerOf(content));
  },
};

/** The local id of a part of a task, by the task's local id. */
export const partOfTask = (taskId: string, number: number): string => `${taskId}~p${number}`;

/** The local id of the task a part belongs to. */
export const taskOfPart = (partId: string): string => partId.replace(/~p\d+$/, '');
