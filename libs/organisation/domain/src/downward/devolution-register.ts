import { parseStreamName, type Projection, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { keysFor } from '../unit-view.js';
import { devolutionDecider, type OfferedDevolution } from './devolution.js';
import type { DevolutionEvent, DevolutionOffered } from './devolution.events.js';

/** A delegation downward as both sides see it. */
export type DevolutionRow = ViewRow & Omit<DevolutionOffered['data'], 'from' | 'until'> & {
  readonly status: OfferedDevolution['status'];
  /** Whether it came into force, for the time that the row says. */
  readonly inForce: boolean;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly answer: string;
  readonly reason: string;
  readonly offeredAt: string;
  readonly answeredAt: string | null;
  readonly revision: number;
};

/** The state behind a row: with it the reader's own side can decide, and say why not. */
export const devolutionOf = (row: DevolutionRow): OfferedDevolution => {
  const { status, fromUnitId, fromTenantId, toUnitId, toTenantId, powers, resources, withoutResources, document, validFrom, validUntil, answer, reason } = row;
  return {
    status, answer, reason,
    content: { fromUnitId, fromTenantId, toUnitId, toTenantId, powers, resources, withoutResources, document, from: validFrom, until: validUntil },
  };
};

/** Whether it is in force on a day: it was accepted, and the day lies within its time, also where it was taken back later. */
export const isInForce = ({ inForce, validFrom, validUntil }: Pick<DevolutionRow, 'inForce' | 'validFrom' | 'validUntil'>, day: CalendarDate): boolean =>
  inForce && validFrom <= day && (validUntil === null || day <= validUntil);

export const devolutionProjection: Projection<DevolutionRow, DevolutionEvent> = {
  name: 'devolution',
  version: 1,
  handles: ['DevolutionOffered', 'DevolutionAccepted', 'DevolutionDeclined', 'DevolutionRecalled'],
  keys: (event: RecordedEvent<DevolutionEvent>) => keysFor(event, [parseStreamName(event.stream)?.id ?? '']),
  evolve: (row, event, key) => {
    const devolution = devolutionDecider.evolve(row ? devolutionOf(row) : devolutionDecider.initialState, event);
    if (devolution.status === 'none') return undefined;
    const { content: { from, until, ...content }, status, answer, reason } = devolution;
    const answered = event.type === 'DevolutionAccepted' || event.type === 'DevolutionDeclined';
    return {
      ...key, ...content, validFrom: from, validUntil: until, status, answer, reason, revision: event.revision,
      inForce: event.type === 'DevolutionAccepted' || (row?.inForce ?? false),
      offeredAt: row?.offeredAt ?? event.metadata.occurredAt, answeredAt: answered ? event.metadata.occurredAt : row?.answeredAt ?? null,
    };
  },
};
