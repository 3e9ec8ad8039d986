import { deriveUuid, type EventStore, type NewEvent } from '@zeren/event-store';
import { add, readersOf, type Event, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { viewTable } from '../view-table.js';

/** A small view of its own for the specifications: purses that money is put into. */
export type PurseEvent =
  | Event<'PurseOpened', { holder: string | null; openedOn: string }>
  | Event<'MoneyAdded', { amount: string }>
  | Event<'PurseMarked', { marks: Readonly<Record<string, unknown>> }>
  | Event<'PurseClosed', Record<string, never>>;

export type PurseRow = ViewRow & {
  readonly holder: string | null;
  readonly balance: string;
  readonly movements: number;
  readonly openedOn: string;
  readonly lastAt: string;
  readonly lastPosition: string;
  readonly marks: Readonly<Record<string, unknown>> | null;
  readonly rich: boolean;
};

const keys = (event: RecordedEvent<PurseEvent>): readonly RowKey[] => {
  const [, ownerTenantId = '', id = ''] = /-([^_]+)_(.+)$/.exec(event.stream) ?? [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId, id }));
};

const opened = (event: RecordedEvent<PurseEvent>, key: RowKey): PurseRow => ({
  ...key, holder: null, balance: '0', movements: 0, openedOn: '2013-01-01', lastAt: event.metadata.occurredAt,
  lastPosition: String(event.position), marks: null, rich: false,
});

export const purseProjection: Projection<PurseRow, PurseEvent> = {
  name: 'purse',
  version: 1,
  handles: ['PurseOpened', 'MoneyAdded', 'PurseMarked', 'PurseClosed'],
  keys,
  evolve: (before, event, key) => {
    const row = { ...(before ?? opened(event, key)), lastAt: event.metadata.occurredAt, lastPosition: String(event.position) };
    switch (event.type) {
      case 'PurseOpened': return { ...row, holder: event.data.holder, openedOn: event.data.openedOn };
      case 'MoneyAdded': {
        const balance = add(row.balance, event.data.amount);
        return { ...row, balance, movements: row.movements + 1, rich: balance.length > 4 };
      }
      case 'PurseMarked': return { ...row, marks: event.data.marks };
      case 'PurseClosed': return undefined;
    }
  },
};

export const purses = viewTable({
  projection: purseProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', holder: 'text?', balance: 'numeric', movements: 'integer',
    openedOn: 'date', lastAt: 'timestamptz', lastPosition: 'bigint', marks: 'jsonb?', rich: 'boolean',
  },
  indexes: [['holder', 'ownerTenantId', 'id']],
  history: true,
});

export type NewPurseEvent = PurseEvent & { readonly sharedWith?: readonly string[] };

let appended = 0;

/** Appends events to the purse of a tenant. Returns the position of the last. */
export const appendToPurse = async (store: EventStore, tenantId: string, id: string, ...events: NewPurseEvent[]): Promise<bigint> => {
  const recorded = events.map(({ type, data, sharedWith = [] }): NewEvent => ({
    id: deriveUuid(tenantId, id, String((appended += 1)), String(process.pid)),
    type,
    data,
    metadata: {
      tenantId, actorTenantId: tenantId, actorId: 'officer-1', postId: 'post-1', unitId: tenantId,
      occurredAt: '2013-03-01T02:00:00.000Z', $correlationId: 'c', $causationId: 'c', commandId: 'c', schemaVersion: 1, sharedWith,
    },
  }));
  return (await store.append(`purse-${tenantId}_${id}`, recorded, 'any')).position;
};

export const purseOpened = (holder: string | null, openedOn = '2013-02-01'): NewPurseEvent => ({ type: 'PurseOpened', data: { holder, openedOn } });
export const moneyAdded = (amount: string): NewPurseEvent => ({ type: 'MoneyAdded', data: { amount } });
