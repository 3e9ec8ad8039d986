import type { Event, LocalisedText } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** A point of the agenda, numbered from 1. */
export type AgendaItem = {
  readonly number: number;
  readonly subject: string;
  /** Who reports on it; null where nobody is asked to. */
  readonly reportingUnitId: string | null;
};

/** A post that is called to a meeting, with the tenant in which it works. */
export type Invited = { readonly postId: string; readonly unitId: string; readonly tenantId: string };

/** Whether whoever holds an invited post came, sent somebody, or did neither. */
export type Attendance = {
  readonly postId: string;
  readonly presence: 'present' | 'represented' | 'absent';
  /** The post that stood in; null where nobody did. */
  readonly representedBy: string | null;
};

/** What a meeting decided: on which point of the agenda, who leads, by when. */
export type MeetingDecision = {
  /** Numbered from 1; with the meeting's id it names the decision. */
  readonly number: number;
  readonly agendaItem: number;
  readonly text: string;
  readonly leadUnitId: string;
  readonly leadTenantId: string;
  readonly dueOn: CalendarDate;
};

/** A joint meeting (联席会议) was called with its agenda. */
export type MeetingConvened = Event<'MeetingConvened', {
  readonly title: LocalisedText;
  /** Public id of the leading group that meets; null where none does. */
  readonly groupId: string | null;
  readonly conveningUnitId: string;
  readonly plannedOn: CalendarDate;
  readonly place: string;
  readonly chairPostId: string;
  readonly agenda: readonly AgendaItem[];
  readonly invited: readonly Invited[];
}>;

/** A meeting was put to another day, place or agenda before it was held. */
export type MeetingRearranged = Event<'MeetingRearranged', {
  readonly plannedOn: CalendarDate;
  readonly place: string;
  readonly agenda: readonly AgendaItem[];
  readonly reason: string;
}>;

/** A meeting will not be held. */
export type MeetingCalledOff = Event<'MeetingCalledOff', { readonly reason: string }>;

/** A meeting was held: who attended, and what was decided, as its minutes say. */
export type MeetingHeld = Event<'MeetingHeld', {
  readonly heldOn: CalendarDate;
  readonly minutesNumber: string;
  readonly attendance: readonly Attendance[];
  readonly decisions: readonly MeetingDecision[];
}>;

/** What happens to a joint meeting: streams `meeting-<tenant>_<id>`. */
export type MeetingEvent = MeetingConvened | MeetingRearranged | MeetingCalledOff | MeetingHeld;
