import type { LocalisedText, Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import { actingUnitOf, partDecider, type DispatchedPart, type PartStatus } from './part.js';
import type { PartDispatched, PartEvent } from './part.events.js';

export const partStatusText: Readonly<Record<PartStatus, LocalisedText>> = {
  dispatched: { zh: '待签收', en: 'To be accepted' },
  accepted: { zh: '进行中', en: 'In progress' },
  reported: { zh: '已完成', en: 'Done' },
  excused: { zh: '已免除', en: 'Excused' },
};

/** One party's part of a joint task, as the party, the lead and the task's owner see it. */
export type PartRow = RowKey & PartDispatched['data'] & Omit<DispatchedPart, 'content'> & {
  /** The unit whose officers act in it. */
  readonly actingUnitId: string;
  readonly dispatchedAt: string;
  readonly revision: number;
};

/** The state of the part behind a row. */
export const partOf = (row: PartRow): DispatchedPart => {
  const { status, entries, report, sentBack, reason } = row;
  const { number, unitId, unitTenantId, representedBy, what, quantity, dueAt, taskId, task } = row;
  return { status, entries, report, sentBack, reason, content: { number, unitId, unitTenantId, representedBy, what, quantity, dueAt, taskId, task } };
};

const evolve = (row: PartRow | undefined, event: RecordedEvent<PartEvent>, key: RowKey): PartRow | undefined => {
  const { revision } = event;
  const part = partDecider.evolve(row ? partOf(row) : partDecider.initialState, event);
  if (part.status === 'none') return undefined;
  const { content, ...standing } = part;
  return { ...key, ...content, ...standing, actingUnitId: actingUnitOf(content), dispatchedAt: row?.dispatchedAt ?? event.metadata.occurredAt, revision };
};

/** The parts of joint tasks. */
export const partBoard: Projection<PartRow, PartEvent> = {
  name: 'part_board',
  version: 1,
  handles: ['PartDispatched', 'PartAccepted', 'PartProgressRecorded', 'PartProgressCorrected', 'PartReported', 'PartSentBack', 'PartExcused'],
  keys: rowForEachReader,
  evolve,
};
