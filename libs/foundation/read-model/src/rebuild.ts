import type { EventStore } from '@zeren/event-store';
import type { RowKey } from '@zeren/kernel';
import type { ViewTable } from './view-table.js';

export type RebuildOptions = {
  readonly store: EventStore;
  readonly ownerUrl: string;
  readonly tables: readonly ViewTable[];
  /** Compare with the live view and throw the rebuilt one away; otherwise the rebuilt one takes its place. */
  readonly verify: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
};

export type RebuildProgress = {
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Share of the store's positions passed, 0 to 1. */
  readonly done: number;
  readonly secondsLeft: number;
};

export type RebuildReport = {
  readonly view: string;
  readonly rows: number;
  /** Rows that only one of the two has, or that they have differently. Always 0 where the rebuilt one took over unverified. */
  readonly differences: number;
  /** Some of them, at most ten. */
  readonly examples: readonly RowKey[];
  /** The position up to which both were folded, decimal text. */
  readonly position: string;
};

export const rebuild = async (_options: RebuildOptions): Promise<RebuildReport[]> => {
  throw new Error('not built yet');
};
