import type { Event, LocalisedText } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** What a leader answers for: an area, a site, an enterprise, or an industry chain. */
export type LeaderTargetKind = 'area' | 'site' | 'enterprise' | 'chain';

export type LeaderTarget = {
  readonly kind: LeaderTargetKind;
  /** The unit's id of an area or an enterprise, the site's id, or the chain's code. */
  readonly id: string;
  readonly name: LocalisedText;
  /** The area in which it lies; null where it is not tied to one. */
  readonly areaUnitId: string | null;
};

/** A leader's post was made to answer for an area, a site, an enterprise or an industry chain (包保, 链长) for a period. */
export type LeaderAssigned = Event<'LeaderAssigned', {
  readonly postId: string;
  readonly unitId: string;
  readonly target: LeaderTarget;
  /** What exactly is answered for. */
  readonly duty: string;
  readonly from: CalendarDate;
  /** Last day; null where no end is laid down. */
  readonly until: CalendarDate | null;
  readonly document: string;
  readonly reason: string;
  /** The tenant in whose area it lies, where it is another's. */
  readonly sharedWith: readonly string[];
}>;

/** A leader no longer answers for it; `until` is the last day. What was before stays. */
export type LeaderAssignmentEnded = Event<'LeaderAssignmentEnded', {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly reason: string;
}>;

/** What happens between one leader's post and what it answers for: streams `leadership-<tenant>_<id>`. */
export type LeadershipEvent = LeaderAssigned | LeaderAssignmentEnded;
