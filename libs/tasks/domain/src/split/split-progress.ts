import { parsePublicId, parseStreamName, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import type { ParentTaskRevised, SplitDrafted, SplitEvent, SplitPublished, SplitRevisionBegun, SplitRevisionCarriedOut } from './split.events.js';
import { ROWS_PER_PART } from './split-state.js';
import type { TaskPublished } from '../task/task-published.events.js';

/** One published version of a split, and what it did to the tasks once that is known. */
export type SplitVersion = {
  readonly version: number;
  readonly reason: string | null;
  readonly document: string;
  readonly rows: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly result: Omit<SplitRevisionCarriedOut['data'], 'version'> | null;
};

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
  /** 1 for the first; each revision has the next. */
  readonly version: number;
  /** Why it was revised; null in the first version. */
  readonly reason: string | null;
  /** Why its publication is halted; null while it is not. */
  readonly stoppedFor: string | null;
  /** The versions that were published, in order. */
  readonly versions: readonly SplitVersion[];
  /** What was revised above since the latest version was published: the split is to be revised in turn. */
  readonly parentChanges: readonly (ParentTaskRevised['data'] & { readonly at: string })[];
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

const published = (row: SplitProgressRow, { chainTenantIds, rows, hash }: SplitPublished['data'], at: string): SplitProgressRow => {
  const { version, reason, document } = row;
  const entry: SplitVersion = { version, reason, document: document ?? '', rows, hash, publishedAt: at, result: null };
  return { ...row, status: 'published', chainTenantIds, publishedAt: at, versions: [...row.versions, entry], parentChanges: [] };
};

const begun = (row: SplitProgressRow, { version, reason }: SplitRevisionBegun['data']): SplitProgressRow =>
  ({ ...row, status: 'drafted', rows: 0, parts: 0, document: null, hash: null, version, reason });

/** What the latest published version says, once a draft after it is gone. */
const asPublished = (row: SplitProgressRow): SplitProgressRow => {
  const latest = row.versions.at(-1);
  if (!latest) return row;
  const { version, reason, document, rows, hash } = latest;
  return { ...row, status: 'published', version, reason, document, rows, hash, parts: Math.ceil(rows / ROWS_PER_PART) };
};

const carriedOut = (row: SplitProgressRow, { version, ...result }: SplitRevisionCarriedOut['data']): SplitProgressRow =>
  ({ ...row, versions: row.versions.map((one) => (one.version === version ? { ...one, result } : one)) });

const toldOf = (row: SplitProgressRow, { data, metadata }: RecordedEvent<ParentTaskRevised>): SplitProgressRow =>
  ({ ...row, parentChanges: [...row.parentChanges, { ...data, at: metadata.occurredAt }] });

const splitRowAfter = (row: SplitProgressRow, event: RecordedEvent<Exclude<SplitEvent, ParentTaskRevised>>): SplitProgressRow => {
  switch (event.type) {
    case 'SplitDrafted': return row;
    case 'SplitRowsAdded': return { ...row, rows: row.rows + event.data.rows.length, parts: row.parts + 1 };
    case 'SplitRowsChanged': return { ...row, rows: event.data.total };
    case 'SplitTableReset': return { ...row, rows: event.data.total, parts: 0 };
    case 'SplitApproved': return { ...row, status: 'approved', document: event.data.document, hash: event.data.hash };
    case 'SplitPublished': return published(row, event.data, event.metadata.occurredAt);
    case 'SplitRevisionBegun': return begun(row, event.data);
    case 'SplitRevisionDropped': return asPublished(row);
    case 'SplitRevisionCarriedOut': return carriedOut(row, event.data);
    case 'SplitPublicationStopped': return { ...row, stoppedFor: event.data.reason };
    case 'SplitPublicationResumed': return { ...row, stoppedFor: null };
  }
};

const evolve = (row: SplitProgressRow | undefined, event: Recorded, key: RowKey): SplitProgressRow | undefined => {
  if (event.type === 'TaskPublished') return row && event.data.replaces === undefined ? { ...row, tasksPublished: row.tasksPublished + 1 } : row;
  if (event.type === 'SplitDrafted') {
    return {
      ...key, ...event.data, status: 'drafted', rows: 0, parts: 0, document: null, hash: null, chainTenantIds: [], tasksPublished: 0,
      version: 1, reason: null, stoppedFor: null, versions: [], parentChanges: [],
      draftedAt: event.metadata.occurredAt, publishedAt: null, revision: event.revision,
    };
  }
  if (!row) return undefined;
  const after = event.type === 'ParentTaskRevised' ? toldOf(row, event) : splitRowAfter(row, event);
  return { ...after, revision: event.revision };
};

export const splitProgress: Projection<SplitProgressRow, SplitEvent | TaskPublished> = {
  name: 'split_progress',
  version: 3,
  handles: [
    'SplitDrafted', 'SplitRowsAdded', 'SplitRowsChanged', 'SplitTableReset', 'SplitApproved', 'SplitPublished', 'SplitRevisionBegun', 'SplitRevisionDropped',
    'SplitRevisionCarriedOut', 'SplitPublicationStopped', 'SplitPublicationResumed', 'ParentTaskRevised', 'TaskPublished',
  ],
  keys: (event) => [keyOf(event)].filter((key) => key !== undefined),
  evolve,
};
