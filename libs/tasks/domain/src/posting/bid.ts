import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import type { BidEvent, BidPlaced, Commitment, Taker } from './posting.events.js';
import { checkCommitment, type Posting } from './posting.js';
import { refuse } from '../refusals.js';
import { holdsOneOf, rolesThatWork } from '../task/task-state.js';

/** Bid for posted work. The posting is what the handler read. */
export type PlaceBid = Command<'PlaceBid', Commitment & Pick<Taker, 'accountablePostId'> & {
  readonly postingId: string;
  readonly postingTenantId: string;
  readonly posting: Posting;
}>;

export type Bid = { readonly status: 'none' } | { readonly status: 'placed'; readonly content: BidPlaced['data'] };

const decide = ({ data }: PlaceBid, bid: Bid, caller: Caller): readonly BidEvent[] => {
  const { posting, ...offered } = data;
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  if (posting.status === 'none') return refuse('posting-unknown');
  if (posting.content.kind !== 'open-bid') refuse('not-an-open-bid');
  const said = { ...offered, title: posting.content.title, unitId: caller.unitId, unitTenantId: caller.tenantId };
  const round = bid.status === 'none' ? 1 : bid.content.round + 1;
  if (bid.status === 'placed' && sameData({ ...bid.content, round: 0 }, { ...said, round: 0 })) return [];
  if (posting.status !== 'open' || caller.now > posting.content.closesAt) refuse('bidding-closed');
  if (offered.accountablePostId.trim() === '') refuse('post-required', 'accountablePostId');
  checkCommitment(offered, posting.content);
  return [{ type: 'BidPlaced', data: { ...said, round } }];
};

/** A unit's bid is its own tenant's, and is seen besides only by the tenant that posted the work. */
export const bidDecider: Decider<Bid, PlaceBid, BidEvent> = {
  category: 'bid',
  initialState: { status: 'none' },
  decide,
  evolve: (_bid, event) => ({ status: 'placed', content: event.data }),
  sharedWith: (bid) => (bid.status === 'none' ? [] : [bid.content.postingTenantId]),
};
