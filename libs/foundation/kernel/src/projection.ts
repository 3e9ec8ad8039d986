import type { Event, RecordedEvent } from './event.js';

/** Whose row, of which owner, of what. One row per reader tenant: a reader never sees another's. */
export type RowKey = {
  readonly readerTenantId: string;
  readonly ownerTenantId: string;
  readonly id: string;
};

/** A row served to readers: the row is the response is what the console receives. */
export type ViewRow = RowKey;

/**
 * Events folded into a view. Pure: which rows an event touches follows from the event alone, and a row's
 * next value from its present one and the event. A change of either is a new `version`, built beside the old.
 */
export type Projection<Row extends ViewRow, E extends Event> = {
  /** Name of the view, snake_case; its table is `<name>_v<version>`. */
  readonly name: string;
  readonly version: number;
  readonly handles: readonly E['type'][];
  readonly keys: (event: RecordedEvent<E>) => readonly RowKey[];
  /** The row after the event; undefined where the event removes it or does not make it. */
  readonly evolve: (row: Row | undefined, event: RecordedEvent<E>, key: RowKey) => Row | undefined;
};

/** One text for a row's key, for maps. */
export const rowKeyText = (key: RowKey): string => `${key.readerTenantId}\u0000${key.ownerTenantId}\u0000${key.id}`;
