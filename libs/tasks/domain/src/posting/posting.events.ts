import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { IntegrationsNamed } from '../split/split.events.js';
import type { Direction, EvidenceKind } from '../standard/standard.events.js';

/** A task that units bid for (揭榜), or a found problem that a unit takes upon itself (主动认领). */
export type PostingKind = 'open-bid' | 'problem';

/** What a unit binds itself to: how much, by when, and how. */
export type Commitment = { readonly value: Decimal; readonly finishBy: string; readonly plan: string };

/** The unit that takes the work, and the post that answers for it. */
export type Taker = { readonly unitId: string; readonly unitTenantId: string; readonly accountablePostId: string };

/** Work was posted for units to come forward. */
export type WorkPosted = Event<'WorkPosted', {
  readonly kind: PostingKind;
  /** Number of the posting, as tasks that come of it carry it in place of an indicator. */
  readonly code: string;
  readonly title: LocalisedText;
  readonly description: string;
  readonly campaignId: string;
  readonly evidence: EvidenceKind;
  readonly metric: { readonly unit: string; readonly direction: Direction };
  /** UTC; no bid and no claim after it. */
  readonly closesAt: string;
  /** UTC; the last moment by which the work can be promised. */
  readonly deadline: string;
  readonly invitedTenantIds: readonly string[];
  readonly unitId: string;
} & IntegrationsNamed>;

/** The best bid was taken: its unit is bound by what it promised. */
export type BidAwarded = Event<'BidAwarded', Taker & Commitment & { readonly bidId: string; readonly reason: string }>;

/** A unit took a found problem upon itself, which counts in its favour. */
export type ProblemClaimed = Event<'ProblemClaimed', Taker & Commitment>;

/** The posting ended without anybody. */
export type PostingClosed = Event<'PostingClosed', { readonly reason: string }>;

export type PostingEvent = WorkPosted | BidAwarded | ProblemClaimed | PostingClosed;

/** A unit bid for posted work. Bid again before closing, the latest counts. Peers never see it. */
export type BidPlaced = Event<'BidPlaced', Taker & Commitment & {
  readonly postingId: string;
  readonly title: LocalisedText;
  /** The tenant that posted the work: it sees the bid. */
  readonly postingTenantId: string;
  /** 1 for the first bid, more for each that replaces it. */
  readonly round: number;
}>;

export type BidEvent = BidPlaced;
