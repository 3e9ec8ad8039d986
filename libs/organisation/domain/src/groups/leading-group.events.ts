import type { Event, LocalisedText } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** A part of a leading group: the group itself, its office, or a working group. */
export type GroupBodyKind = 'group' | 'office' | 'working-group';

/** What a post is in a body: its head (组长, 主任), a deputy, a member, a liaison officer. */
export type GroupRole = 'head' | 'deputy' | 'member' | 'liaison';

/** A leading group (领导小组) was founded by a document, which went to the tenants named. */
export type LeadingGroupFounded = Event<'LeadingGroupFounded', {
  readonly name: LocalisedText;
  readonly purpose: string;
  readonly document: string;
  readonly foundedOn: CalendarDate;
  /** Tenants to which the document went: their posts can be members, and they see the group. */
  readonly sharedWith: readonly string[];
}>;

/** A leading group got an office or a working group. */
export type GroupBodyFormed = Event<'GroupBodyFormed', {
  readonly body: string;
  readonly kind: 'office' | 'working-group';
  readonly name: LocalisedText;
  /** The unit in which it sits. */
  readonly hostUnitId: string;
  readonly from: CalendarDate;
  readonly document: string;
}>;

/** An office or a working group ended; `until` is its last day. */
export type GroupBodyEnded = Event<'GroupBodyEnded', { readonly body: string; readonly until: CalendarDate; readonly reason: string }>;

/** A post became part of a body from a day on; whoever holds the post is its member. */
export type GroupMemberAppointed = Event<'GroupMemberAppointed', {
  readonly body: string;
  readonly postId: string;
  readonly unitId: string;
  readonly role: GroupRole;
  readonly from: CalendarDate;
  readonly document: string;
}>;

/** A post is no longer part of a body; `until` is the last day. */
export type GroupMemberReleased = Event<'GroupMemberReleased', {
  readonly body: string;
  readonly postId: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly reason: string;
}>;

/** A leading group was dissolved with all its bodies; `until` is its last day. */
export type LeadingGroupDissolved = Event<'LeadingGroupDissolved', {
  readonly until: CalendarDate;
  readonly document: string;
  readonly reason: string;
}>;

/** What happens to a leading group: streams `leadinggroup-<tenant>_<id>`. */
export type LeadingGroupEvent =
  | LeadingGroupFounded | GroupBodyFormed | GroupBodyEnded | GroupMemberAppointed | GroupMemberReleased | LeadingGroupDissolved;
