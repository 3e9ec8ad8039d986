import type { LocalisedText, Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { parseStreamName, publicId } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { ExceptionKind, ExceptionRequested, ExceptionGranted, ExceptionRefused } from './task-exception.events.js';
import type { ObjectionAccepted, ObjectionRaised, ObjectionRefused, ObjectionRuled, TaskNamed } from './task-objection.events.js';

/** Each kind is a register of its own. */
export const registerKinds = ['objection', 'extension', 'deferral', 'return', 'voiding', 'explanation', 'closure'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** `awaiting-ruling`: refused for the last time; only a ruling is left. */
export const registerStatuses = ['requested', 'granted', 'refused', 'awaiting-ruling'] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

export const registerKindText: Readonly<Record<RegisterKind, LocalisedText>> = {
  objection: { zh: '异议', en: 'Objection' },
  extension: { zh: '延期', en: 'Extension' },
  deferral: { zh: '缓办', en: 'Deferral' },
  return: { zh: '退回', en: 'Return' },
  voiding: { zh: '作废', en: 'Voiding' },
  explanation: { zh: '说明办结', en: 'End explained' },
  closure: { zh: '未完成办结', en: 'Close without completion' },
};

export const registerStatusText: Readonly<Record<RegisterStatus, LocalisedText>> = {
  requested: { zh: '待答复', en: 'Awaits an answer' },
  granted: { zh: '同意', en: 'Granted' },
  refused: { zh: '驳回', en: 'Refused' },
  'awaiting-ruling': { zh: '待最终裁定', en: 'Awaits the final ruling' },
};

/** One objection or request in its register. */
export type RegisterRow = RowKey & TaskNamed & {
  readonly taskId: string;
  readonly kind: RegisterKind;
  /** Its number among the task's objections, or among the task's requests. */
  readonly number: number;
  readonly status: RegisterStatus;
  readonly reason: string;
  readonly year: number | null;
  readonly until: string | null;
  readonly explainedTo: string | null;
  readonly requestingUnitId: string;
  readonly requestedAt: string;
  readonly answer: string;
  readonly answeringUnitId: string | null;
  readonly answeredAt: string | null;
  /** Number of the document with the final ruling. */
  readonly document: string | null;
};

export type RegisterEvent =
  | ObjectionRaised | ObjectionAccepted | ObjectionRefused | ObjectionRuled | ExceptionRequested | ExceptionGranted | ExceptionRefused;

type Recorded = RecordedEvent<RegisterEvent>;

const entryOf = (event: Recorded): string => ('round' in event.data ? `objection-${event.data.round}` : `request-${event.data.number}`);

const keysOf = (event: Recorded): readonly RowKey[] => rowForEachReader(event).map((key) => ({ ...key, id: `${key.id}@${entryOf(event)}` }));

const taskIdOf = ({ stream }: Recorded): string => {
  const parts = parseStreamName(stream);
  return parts ? publicId(parts.tenantId, parts.id) : '';
};

type Asked = Pick<RegisterRow, 'kind' | 'number' | 'year' | 'until' | 'explainedTo'>;

const entered = (event: RecordedEvent<ObjectionRaised> | RecordedEvent<ExceptionRequested>, key: RowKey, asked: Asked): RegisterRow => ({
  ...key,
  ...event.data.task,
  ...asked,
  taskId: taskIdOf(event),
  status: 'requested',
  reason: event.data.reason,
  requestingUnitId: event.data.unitId,
  requestedAt: event.metadata.occurredAt,
  answer: '',
  answeringUnitId: null,
  answeredAt: null,
  document: null,
});

const answered = (row: RegisterRow | undefined, event: Recorded, status: RegisterStatus): RegisterRow | undefined =>
  row && { ...row, status, answer: event.data.reason, answeringUnitId: event.data.unitId, answeredAt: event.metadata.occurredAt };

const evolve = (row: RegisterRow | undefined, event: Recorded, key: RowKey): RegisterRow | undefined => {
  switch (event.type) {
    case 'ObjectionRaised': return entered(event, key, { kind: 'objection', number: event.data.round, year: null, until: null, explainedTo: null });
    case 'ObjectionAccepted': return answered(row, event, 'granted');
    case 'ObjectionRefused': return answered(row, event, event.data.nextUntil === null ? 'awaiting-ruling' : 'refused');
    case 'ObjectionRuled': {
      const ruled = answered(row, event, event.data.ruling === 'withdrawn' ? 'granted' : 'refused');
      return ruled && { ...ruled, document: event.data.document };
    }
    case 'ExceptionRequested': {
      const { kind, number, year, until, explainedTo } = event.data;
      return entered(event, key, { kind: kind satisfies ExceptionKind, number, year, until, explainedTo });
    }
    case 'ExceptionGranted': return answered(row, event, 'granted');
    case 'ExceptionRefused': return answered(row, event, 'refused');
  }
};

/** The registers of objections, extensions, deferrals, returns, voidings and of ends other than done. */
export const taskRegister: Projection<RegisterRow, RegisterEvent> = {
  name: 'task_register',
  version: 1,
  handles: [
    'ObjectionRaised', 'ObjectionAccepted', 'ObjectionRefused', 'ObjectionRuled', 'ExceptionRequested', 'ExceptionGranted', 'ExceptionRefused',
  ],
  keys: keysOf,
  evolve,
};
