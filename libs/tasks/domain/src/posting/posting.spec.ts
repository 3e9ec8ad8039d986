import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { bidDecider, type PlaceBid } from './bid.js';
import { bidRegister, postingBoard, postingOf } from './posting-board.js';
import { postingDecider, type ClaimProblem, type Posting, type PostWork } from './posting.js';
import type { BidAwarded, BidPlaced, PostingClosed, ProblemClaimed, WorkPosted } from './posting.events.js';
import { CITY, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT } from '../testing/samples.js';

const posting = specify(postingDecider);
const bid = specify(bidDecider);
const { unitId: OFFICE } = cityOffice;
const content: WorkPosted['data'] = {
  kind: 'open-bid', code: 'JB-01', title: { zh: '背街小巷改造', en: 'Back lanes' }, description: '改造背街小巷', campaignId: `${CITY}_env`, evidence: 'field',
  metric: { unit: '条', direction: 'at-least' }, closesAt: '2013-04-01T15:59:59.000Z', deadline: '2013-12-31T15:59:59.000Z', invitedTenantIds: [DISTRICT, OTHER_DISTRICT], unitId: OFFICE,
};
const posted: WorkPosted = { type: 'WorkPosted', data: content };
const problem: WorkPosted = { type: 'WorkPosted', data: { ...content, kind: 'problem', metric: { unit: '', direction: 'boolean' } } };
const { unitId: _, ...offered } = content;
const post = (said: Partial<PostWork['data']> = {}): PostWork => ({ type: 'PostWork', data: { ...offered, districtTenantIds: [DISTRICT, OTHER_DISTRICT], campaignOpen: true, ...said } });
const before = { ...cityOffice, now: '2013-03-01T02:00:00.000Z' };
const unit = { ...districtOffice, now: '2013-03-20T02:00:00.000Z' };
const after = { ...cityOffice, now: '2013-04-02T02:00:00.000Z' };
const commitment = { accountablePostId: `${DISTRICT}.head`, value: '12', finishBy: '2013-11-30', plan: '分三批实施' };
const taker = { ...commitment, unitId: '511902-creation-office', unitTenantId: DISTRICT };
const open: Posting = { status: 'open', content };
const place = (said: Partial<PlaceBid['data']> = {}): PlaceBid => ({ type: 'PlaceBid', data: { ...commitment, postingId: `${CITY}_p`, postingTenantId: CITY, posting: open, ...said } });
const placed = (round = 1, said: Partial<BidPlaced['data']> = {}): BidPlaced =>
  ({ type: 'BidPlaced', data: { ...taker, postingId: `${CITY}_p`, postingTenantId: CITY, title: content.title, round, ...said } });
const award = { type: 'AwardBid', data: { bid: { ...taker, bidId: `${DISTRICT}_p` }, reason: '工期最短' } } as const;
const awarded: BidAwarded = { type: 'BidAwarded', data: { ...taker, bidId: `${DISTRICT}_p`, reason: '工期最短' } };
const closed: PostingClosed = { type: 'PostingClosed', data: { reason: '无人揭榜' } };

describe('posted work', () => {
  it('is of an open campaign, has a closing time before its deadline, and is shown to the city\'s own districts', () => {
    posting.given().when(post(), before).then(posted);
    posting.given(posted).when(post(), before).then();
    posting.given(posted).when(post({ description: '另一项' }), before).thenRefused('posting-exists');
    posting.given().when(post({ closesAt: '2013-02-01T00:00:00.000Z' }), before).thenRefused('posting-times', 'closesAt');
    posting.given().when(post({ deadline: content.closesAt }), before).thenRefused('posting-times');
    posting.given().when(post({ campaignOpen: false }), before).thenRefused('campaign-unknown', 'campaignId');
    posting.given().when(post({ invitedTenantIds: ['211103'] }), before).thenRefused('participant-not-district');
  });

  it('is closed with a reason where nobody comes forward', () => {
    posting.given(posted).when({ type: 'ClosePosting', data: { reason: '无人揭榜' } }, after).then(closed);
    posting.given(posted).when({ type: 'ClosePosting', data: { reason: '' } }, after).thenRefused('reason-required');
    posting.given(posted, awarded).when({ type: 'ClosePosting', data: { reason: 'x' } }, after).thenRefused('posting-taken');
  });
});

describe('the four integrations of posted work', () => {
  const integrations = ['problem-goal'] as const;

  it('are named when it is posted, or are those of its campaign', () => {
    posting.given().when(post({ integrations }), before).then({ type: 'WorkPosted', data: { ...content, integrations } });
    const rowsOf = (event: WorkPosted) => specifyProjection(postingBoard).given(recorded(event, { stream: `posting-${CITY}_p` })).rows();
    const [own] = rowsOf({ type: 'WorkPosted', data: { ...content, integrations } });
    const [ofCampaign] = rowsOf(posted);
    expect([own?.integrations, ofCampaign?.integrations]).toEqual([integrations, null]);
    expect([own, ofCampaign].map((row) => row && 'integrations' in (postingOf(row) as { content: object }).content)).toEqual([true, false]);
  });
});

describe('a bid', () => {
  it('is a commitment: how much, by when, how; bid again before closing, the latest counts', () => {
    bid.given().when(place(), unit).then(placed());
    bid.given(placed()).when(place(), unit).then();
    bid.given(placed()).when(place({ value: '15' }), unit).then(placed(2, { value: '15' }));
    bid.given().when(place({ value: '0' }), unit).thenRefused('commitment-invalid', 'value');
    bid.given().when(place({ finishBy: '2014-01-01' }), unit).thenRefused('finish-outside-posting', 'finishBy');
    bid.given().when(place({ plan: ' ' }), unit).thenRefused('plan-required', 'plan');
    bid.given().when(place({ accountablePostId: '' }), unit).thenRefused('post-required');
  });

  it('after closing is refused', () => {
    bid.given().when(place(), { ...unit, now: content.closesAt }).then(placed());
    bid.given().when(place(), { ...unit, now: '2013-04-01T16:00:00.000Z' }).thenRefused('bidding-closed');
    bid.given().when(place({ posting: { status: 'closed', content } }), unit).thenRefused('bidding-closed');
  });

  it('is for open bids only', () => {
    bid.given().when(place({ posting: { status: 'open', content: problem.data } }), unit).thenRefused('not-an-open-bid');
    bid.given().when(place({ posting: { status: 'none' } }), unit).thenRefused('posting-unknown');
  });

  it('is seen by its own tenant and by the one that posted the work, never by peers', () => {
    expect(bidDecider.sharedWith(bid.given(placed()).state())).toEqual([CITY]);
    const rows = specifyProjection(bidRegister).given(recorded(placed(), { stream: `bid-${DISTRICT}_p`, metadata: { tenantId: DISTRICT, sharedWith: [CITY] } })).rows();
    expect(rows.map(({ readerTenantId }) => readerTenantId)).toEqual([DISTRICT, CITY]);
  });
});

describe('an award', () => {
  it('binds the winner to what it promised, once bidding is over', () => {
    posting.given(posted).when(award, after).then(awarded);
    posting.given(posted).when(award, before).thenRefused('bidding-still-open');
    posting.given(posted, awarded).when(award, after).then();
    posting.given(posted, awarded).when({ ...award, data: { ...award.data, bid: { ...award.data.bid, unitId: '511903' } } }, after).thenRefused('posting-taken');
    posting.given(posted, closed).when(award, after).thenRefused('posting-closed');
    posting.given(problem).when(award, after).thenRefused('not-an-open-bid');
    posting.given().when(award, after).thenRefused('posting-unknown');
    expect(posting.given(posted, awarded).state()).toEqual({ status: 'taken', content, taker });
  });
});

describe('a found problem', () => {
  const claim: ClaimProblem = { type: 'ClaimProblem', data: { ...commitment, value: '1' } };
  const claimed: ProblemClaimed = { type: 'ProblemClaimed', data: { ...taker, value: '1' } };

  it('is claimed by the unit that comes first', () => {
    posting.given(problem).when(claim, unit).then(claimed);
    posting.given(problem, claimed).when(claim, unit).then();
    posting.given(problem, claimed).when(claim, { ...unit, tenantId: OTHER_DISTRICT, unitId: '511903-creation-office' }).thenRefused('posting-taken');
    posting.given(problem).when(claim, { ...unit, now: '2013-04-02T00:00:00.000Z' }).thenRefused('posting-closed');
    posting.given(posted).when(claim, unit).thenRefused('not-a-problem');
  });

  it('shows on the board who took it, and the task that came of it', () => {
    const events = [problem, claimed].map((event, revision) => recorded(event, { stream: `posting-${CITY}_p`, revision, metadata: { sharedWith: [DISTRICT] } }));
    expect(specifyProjection(postingBoard).given(...events).rows()[1]).toMatchObject({ readerTenantId: DISTRICT, status: 'taken', taker: { unitId: '511902-creation-office' }, taskId: `${CITY}_p.award` });
  });
});
