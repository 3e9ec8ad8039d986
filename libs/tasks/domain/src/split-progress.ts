import { parsePublicId, parseStreamName, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import type { SplitDrafted, SplitEvent, SplitPublished } from './split.events.js';
import type { TaskPublished } from './task.events.js';

/** How far a split has come; only its own tenant sees the batch. */
export type SplitProgressRow = RowKey & SplitDrafted['data'] & {
  readonly status: 'drafted' | 'approved' | 'published';
  readonly rows: number;
  readonly parts: number;
  readonly document: string | null;
  readonly hash: string | null;
  readonly chainTenantIds: readonly string[];
  /** Rows that have become tasks so far. */
  readonly tasksPublished: number;
  readonly draftedAt: string;
  readonly publishedAt: string | null;
  readonly revision: number;
};

type Recorded = RecordedEvent<SplitEvent | TaskPublished>;

/** A task counts towards the split it came from, once: dispatched anew to another unit it is the same row. */
const keyOf = (event: Recorded): RowKey | undefined => {
  const split = event.type === 'TaskPublished' ? parsePublicId(event.data.splitId) : parseStreamName(event.stream);
  return split && { readerTenantId: split.tenantId, ownerTenantId: split.tenantId, id: split.id };
};

const published = (row: SplitProgressRow, { chainTenantIds }: SplitPublished['data'], at: string): SplitProgressRow =>
  ({ ...row, status: 'published', chainTenantIds, publishedAt: at });

const splitRowAfter = (row: SplitProgressRow, event: RecordedEvent<SplitEvent>): SplitProgressRow => {
  switch (event.type) {
    case 'SplitDrafted': return row;
    case 'SplitRowsAdded': return { ...row, rows: row.rows + event.data.rows.length, parts: row.parts + 1 };
    case 'SplitApproved': return { ...row, status: 'approved', document: event.data.document, hash: event.data.hash };
    case 'SplitPublished': return published(row, event.data, event.metadata.occurredAt);
  }
};

const evolve = (row: SplitProgressRow | undefined, event: Recorded, key: RowKey): SplitProgressRow | undefined => {
  if (event.type === 'TaskPublished') return row && event.data.replaces === undefined ? { ...row, tasksPublished: row.tasksPublished + 1 } : row;
  if (event.type === 'SplitDrafted') {
    return {
      ...key, ...event.data, status: 'drafted', rows: 0, parts: 0, document: null, hash: null, chainTenantIds: [], tasksPublished: 0,
      draftedAt: event.metadata.occurredAt, publishedAt: null, revision: event.revision,
    };
  }
  return row && { ...splitRowAfter(row, event), revision: event.revision };
};

export const splitProgress: Projection<SplitProgressRow, SplitEvent | TaskPublished> = {
  name: 'split_progress',
  version: 1,
  handles: ['SplitDrafted', 'SplitRowsAdded', 'SplitApproved', 'SplitPublished', 'TaskPublished'],
  keys: (event) => [keyOf(event)].filter((key) => key !== undefined),
  evolve,
};
