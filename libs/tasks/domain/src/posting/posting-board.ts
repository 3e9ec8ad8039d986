import { publicId, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import type { BidEvent, BidPlaced, Commitment, PostingEvent, Taker, WorkPosted } from './posting.events.js';
import { rowForEachReader } from '../reader-rows.js';

/** Posted work, as those it was posted for see it. */
export type PostingRow = RowKey & WorkPosted['data'] & {
  readonly status: 'open' | 'taken' | 'closed';
  readonly taker: (Taker & Commitment) | null;
  /** The task that came of it. */
  readonly taskId: string | null;
  /** Why it was awarded so, or closed. */
  readonly reason: string;
  readonly postedAt: string;
  readonly revision: number;
};

/** The task that came of a posting: by its id alone. */
export const taskOfPosting = (postingId: string): string => `${postingId}.award`;

const taken = (row: PostingRow, { unitId, unitTenantId, accountablePostId, value, finishBy, plan }: Taker & Commitment): PostingRow => ({
  ...row, status: 'taken', taker: { unitId, unitTenantId, accountablePostId, value, finishBy, plan }, taskId: publicId(row.ownerTenantId, taskOfPosting(row.id)),
});

const evolve = (row: PostingRow | undefined, event: RecordedEvent<PostingEvent>, key: RowKey): PostingRow | undefined => {
  const { revision } = event;
  switch (event.type) {
    case 'WorkPosted': return { ...key, ...event.data, status: 'open', taker: null, taskId: null, reason: '', postedAt: event.metadata.occurredAt, revision };
    case 'BidAwarded': return row && { ...taken(row, event.data), reason: event.data.reason, revision };
    case 'ProblemClaimed': return row && { ...taken(row, event.data), revision };
    case 'PostingClosed': return row && { ...row, status: 'closed', reason: event.data.reason, revision };
  }
};

export const postingBoard: Projection<PostingRow, PostingEvent> = {
  name: 'posting_board',
  version: 1,
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
