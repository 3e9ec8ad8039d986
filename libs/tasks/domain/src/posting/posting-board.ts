import { publicId, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { Posting } from './posting.js';
import type { BidEvent, BidPlaced, Commitment, PostingEvent, Taker, WorkPosted } from './posting.events.js';
import { rowForEachReader } from '../reader-rows.js';

/** Posted work, as those it was posted for see it. */
export type PostingRow = RowKey & Omit<WorkPosted['data'], 'integrations'> & {
  /** Under which it counts by itself; null where under those of its campaign. */
  readonly integrations: readonly Integration[] | null;
  readonly status: 'open' | 'taken' | 'closed';
  readonly taker: (Taker & Commitment) | null;
  /** The task that came of it. */
  readonly taskId: string | null;
  /** Why it was awarded so, or closed. */
  readonly reason: string;
  readonly postedAt: string;
  readonly revision: number;
};

/** The state of the posting behind a row. */
export const postingOf = ({ integrations, ...row }: PostingRow): Posting => {
  const content = { ...row, ...(integrations && { integrations }) };
  if (row.status === 'taken') return row.taker ? { status: 'taken', content, taker: row.taker } : { status: 'closed', content };
  return { status: row.status, content };
};

/** The task that came of a posting: by its id alone. */
export const taskOfPosting = (postingId: string): string => `${postingId}.award`;

const taken = (row: PostingRow, { unitId, unitTenantId, accountablePostId, value, finishBy, plan }: Taker & Commitment): PostingRow => ({
  ...row, status: 'taken', taker: { unitId, unitTenantId, accountablePostId, value, finishBy, plan }, taskId: publicId(row.ownerTenantId, taskOfPosting(row.id)),
});

const evolve = (row: PostingRow | undefined, event: RecordedEvent<PostingEvent>, key: RowKey): PostingRow | undefined => {
  const { revision } = event;
  switch (event.type) {
    case 'WorkPosted': return { ...key, ...event.data, integrations: event.data.integrations ?? null, status: 'open', taker: null, taskId: null, reason: '', postedAt: event.metadata.occurredAt, revision };
    case 'BidAwarded': return row && { ...taken(row, event.data), reason: event.data.reason, revision };
    case 'ProblemClaimed': return row && { ...taken(row, event.data), revision };
    case 'PostingClosed': return row && { ...row, status: 'closed', reason: event.data.reason, revision };
  }
};

export const postingBoard: Projection<PostingRow, PostingEvent> = {
  name: 'posting_board',
  version: 2,
  handles: ['WorkPosted', 'BidAwarded', 'ProblemClaimed', 'PostingClosed'],
  keys: rowForEachReader,
  evolve,
};

/** A bid, as its own tenant and the one that posted the work see it. */
export type BidRow = RowKey & BidPlaced['data'] & { readonly placedAt: string; readonly revision: number };

export const bidRegister: Projection<BidRow, BidEvent> = {
  name: 'bid_register',
  version: 1,
  handles: ['BidPlaced'],
  keys: rowForEachReader,
  evolve: (_row, { data, metadata, revision }, key) => ({ ...key, ...data, placedAt: metadata.occurredAt, revision }),
};
