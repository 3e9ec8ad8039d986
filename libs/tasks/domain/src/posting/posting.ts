import { compare, isDecimal, sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { endOfDay, isCalendarDate, isInstant } from '@zeren/organisation-domain';
import { requireDistricts, type Invitation } from '../campaign/participants.js';
import type { BidAwarded, Commitment, PostingClosed, PostingEvent, ProblemClaimed, Taker, WorkPosted } from './posting.events.js';
import { refuse } from '../refusals.js';
import { holdsOneOf, requireReason, rolesThatDispatch, rolesThatWork } from '../task/task-state.js';

type Posted = WorkPosted['data'];

/** Post work for units to come forward. Whether its campaign is open is what the handler read. */
export type PostWork = Command<'PostWork', Omit<Posted, 'unitId'> & Pick<Invitation, 'districtTenantIds'> & { readonly campaignOpen: boolean }>;
/** Take a bid, once bidding is over. The bid is what the handler read. */
export type AwardBid = Command<'AwardBid', { readonly bid: Omit<BidAwarded['data'], 'reason'>; readonly reason: string }>;
/** Take a found problem upon one's own unit. */
export type ClaimProblem = Command<'ClaimProblem', Pick<ProblemClaimed['data'], 'accountablePostId' | keyof Commitment>>;
/** End a posting without anybody. */
export type ClosePosting = Command<'ClosePosting', PostingClosed['data']>;
export type PostingCommand = PostWork | AwardBid | ClaimProblem | ClosePosting;

export type Posting =
  | { readonly status: 'none' }
  | { readonly status: 'open' | 'closed'; readonly content: Posted }
  | { readonly status: 'taken'; readonly content: Posted; readonly taker: Taker & Commitment };

type Begun = Exclude<Posting, { status: 'none' }>;

/** What is promised: a quantity in the posting's own sense, and a day between closing and the deadline. */
export const checkCommitment = ({ value, finishBy, plan }: Commitment, { metric, closesAt, deadline }: Pick<Posted, 'metric' | 'closesAt' | 'deadline'>): void => {
  const acceptable = metric.direction === 'boolean' ? value === '1' : isDecimal(value) && compare(value, '0') > 0;
  if (!acceptable) refuse('commitment-invalid', 'value');
  if (!isCalendarDate(finishBy)) refuse('date-invalid', 'finishBy');
  const moment = endOfDay(finishBy);
  if (moment < closesAt || moment > deadline) refuse('finish-outside-posting', 'finishBy');
  if (plan.trim() === '') refuse('plan-required', 'plan');
};

const post = ({ districtTenantIds, campaignOpen, ...data }: PostWork['data'], posting: Posting, caller: Caller): readonly PostingEvent[] => {
  if (posting.status !== 'none') {
    const { unitId: _, ...content } = posting.content;
    return sameData(content, data) ? [] : refuse('posting-exists');
  }
  if (!campaignOpen) refuse('campaign-unknown', 'campaignId', { campaign: data.campaignId });
  if (!isInstant(data.closesAt) || !isInstant(data.deadline)) refuse('instant-invalid', 'closesAt');
  if (data.closesAt <= caller.now || data.deadline <= data.closesAt) refuse('posting-times', 'closesAt');
  requireDistricts({ participantTenantIds: data.invitedTenantIds, districtTenantIds });
  return [{ type: 'WorkPosted', data: { ...data, unitId: caller.unitId } }];
};

const requirePoster = (caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatDispatch)) refuse('role-cannot-answer');
};

const award = ({ bid, reason }: AwardBid['data'], posting: Begun, caller: Caller): readonly PostingEvent[] => {
  requirePoster(caller);
  if (posting.status === 'taken') return posting.taker.unitId === bid.unitId ? [] : refuse('posting-taken');
  if (posting.status === 'closed') refuse('posting-closed');
  if (posting.content.kind !== 'open-bid') refuse('not-an-open-bid');
  if (caller.now <= posting.content.closesAt) refuse('bidding-still-open');
  if (bid.unitId === caller.unitId) refuse('answers-own-request');
  requireReason(reason);
  return [{ type: 'BidAwarded', data: { ...bid, reason } }];
};

const claim = (data: ClaimProblem['data'], posting: Begun, caller: Caller): readonly PostingEvent[] => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  if (posting.status === 'taken') return posting.taker.unitId === caller.unitId ? [] : refuse('posting-taken');
  if (posting.status === 'closed') refuse('posting-closed');
  if (posting.content.kind !== 'problem') refuse('not-a-problem');
  if (caller.now > posting.content.closesAt) refuse('posting-closed');
  if (data.accountablePostId.trim() === '') refuse('post-required', 'accountablePostId');
  checkCommitment(data, { ...posting.content, closesAt: caller.now });
  return [{ type: 'ProblemClaimed', data: { ...data, unitId: caller.unitId, unitTenantId: caller.tenantId } }];
};

const close = ({ reason }: PostingClosed['data'], posting: Begun, caller: Caller): readonly PostingEvent[] => {
  requirePoster(caller);
  if (posting.status === 'closed') return [];
  if (posting.status === 'taken') refuse('posting-taken');
  requireReason(reason);
  return [{ type: 'PostingClosed', data: { reason } }];
};

const decide = (command: PostingCommand, posting: Posting, caller: Caller): readonly PostingEvent[] => {
  if (command.type === 'PostWork') return post(command.data, posting, caller);
  if (posting.status === 'none') return refuse('posting-unknown');
  switch (command.type) {
    case 'AwardBid': return award(command.data, posting, caller);
    case 'ClaimProblem': return claim(command.data, posting, caller);
    case 'ClosePosting': return close(command.data, posting, caller);
  }
};

const takerOf = ({ unitId, unitTenantId, accountablePostId, value, finishBy, plan }: Taker & Commitment): Taker & Commitment =>
  ({ unitId, unitTenantId, accountablePostId, value, finishBy, plan });

const evolve = (posting: Posting, event: PostingEvent): Posting => {
  if (event.type === 'WorkPosted') return { status: 'open', content: event.data };
  if (posting.status === 'none') return posting;
  const { content } = posting;
  switch (event.type) {
    case 'BidAwarded':
    case 'ProblemClaimed': return { status: 'taken', content, taker: takerOf(event.data) };
    case 'PostingClosed': return { status: 'closed', content };
  }
};

export const postingDecider: Decider<Posting, PostingCommand, PostingEvent> = {
  category: 'posting',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (posting) => (posting.status === 'none' ? [] : posting.content.invitedTenantIds),
};
