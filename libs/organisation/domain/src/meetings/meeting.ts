import { sameData, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from '../calendar-date.js';
import type { RegisterFindings } from '../leadership/register-facts.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { checkAttendance, checkDecisions } from './meeting-minutes.js';
import { refuseMeeting } from './meeting-refusals.js';
import type { AgendaItem, Invited, MeetingCalledOff, MeetingConvened, MeetingDecision, MeetingEvent, MeetingHeld, MeetingRearranged } from './meeting.events.js';

/** What the handler read: the day it is for the tenant, and what the registers hold of those named. */
type Facts = { readonly today: CalendarDate; readonly findings: RegisterFindings };

export type ConveneMeeting = Command<'ConveneMeeting', Omit<MeetingConvened['data'], 'invited' | 'conveningUnitId'> & Facts & { readonly invitedPostIds: readonly string[] }>;
export type RearrangeMeeting = Command<'RearrangeMeeting', MeetingRearranged['data'] & Pick<Facts, 'today'>>;
export type CallOffMeeting = Command<'CallOffMeeting', MeetingCalledOff['data']>;
export type HoldMeeting = Command<'HoldMeeting', Omit<MeetingHeld['data'], 'decisions'> & Facts & { readonly decisions: readonly Omit<MeetingDecision, 'leadTenantId'>[] }>;
export type MeetingCommand = ConveneMeeting | RearrangeMeeting | CallOffMeeting | HoldMeeting;

/** A meeting that was called; `minutes` once it was held. */
export type ConvenedMeeting = {
  readonly status: 'convened' | 'held' | 'called-off';
  readonly content: MeetingConvened['data'];
  readonly minutes: MeetingHeld['data'] | null;
  /** Why it was rearranged last, or called off. */
  readonly reason: string;
};
export type Meeting = { readonly status: 'none' } | ConvenedMeeting;

const isBlank = (text: string): boolean => text.trim() === '';

const checkAgenda = (agenda: readonly AgendaItem[]): void => {
  if (agenda.length === 0) refuseMeeting('meeting-without-agenda', 'agenda');
  agenda.forEach(({ number, subject }, index) => {
    if (number !== index + 1 || isBlank(subject)) refuseMeeting('meeting-without-agenda', `agenda[${index}]`);
  });
};

const checkDay = (plannedOn: CalendarDate, today: CalendarDate): void => {
  if (!isCalendarDate(plannedOn)) refuse('not-a-date', 'plannedOn', { value: plannedOn });
  if (plannedOn < today) refuseMeeting('meeting-in-the-past', 'plannedOn', { today });
};

const invitedOf = (postIds: readonly string[], { posts }: RegisterFindings, day: CalendarDate): readonly Invited[] =>
  postIds.map((postId, index) => {
    const { unitId, tenantId } = posts.find((post) => post.postId === postId) ?? refuseMeeting('meeting-post-unknown', `invitedPostIds[${index}]`, { postId, day });
    return { postId, unitId, tenantId };
  });

const convene = ({ today, findings, invitedPostIds, ...said }: ConveneMeeting['data'], meeting: Meeting, conveningUnitId: string): readonly MeetingEvent[] => {
  const invited = invitedOf([...new Set(invitedPostIds)], findings, said.plannedOn);
  const content = { ...said, conveningUnitId, invited };
  if (meeting.status !== 'none') return sameData(meeting.content, content) ? [] : refuseMeeting('meeting-exists');
  if (isBlank(said.title.zh) || isBlank(said.title.en)) refuseMeeting('meeting-without-title', 'title');
  checkAgenda(said.agenda);
  if (invited.length < 2) refuseMeeting('meeting-too-small', 'invitedPostIds');
  if (!invited.some(({ postId }) => postId === said.chairPostId)) refuseMeeting('meeting-chair-not-invited', 'chairPostId');
  checkDay(said.plannedOn, today);
  return [{ type: 'MeetingConvened', data: content }];
};

/** Refuses what would change a meeting that was held or called off. */
const requireAhead = ({ status, minutes }: ConvenedMeeting): void => {
  if (minutes) refuseMeeting('meeting-held', undefined, { heldOn: minutes.heldOn, minutesNumber: minutes.minutesNumber });
  if (status === 'called-off') refuseMeeting('meeting-called-off');
};

const rearrange = ({ today, ...data }: RearrangeMeeting['data'], meeting: ConvenedMeeting): readonly MeetingEvent[] => {
  requireAhead(meeting);
  const { plannedOn, place, agenda } = meeting.content;
  if (sameData({ plannedOn, place, agenda }, { plannedOn: data.plannedOn, place: data.place, agenda: data.agenda })) return [];
  if (isBlank(data.reason)) refuseMeeting('meeting-without-reason', 'reason');
  checkAgenda(data.agenda);
  checkDay(data.plannedOn, today);
  return [{ type: 'MeetingRearranged', data }];
};

const callOff = (data: MeetingCalledOff['data'], meeting: ConvenedMeeting): readonly MeetingEvent[] => {
  if (meeting.status === 'called-off') return [];
  requireAhead(meeting);
  if (isBlank(data.reason)) refuseMeeting('meeting-without-reason', 'reason');
  return [{ type: 'MeetingCalledOff', data }];
};

const hold = ({ today, findings, ...said }: HoldMeeting['data'], meeting: ConvenedMeeting): readonly MeetingEvent[] => {
  const decisions = said.decisions.map((decision) => ({ ...decision, leadTenantId: findings.units.find(({ unitId }) => unitId === decision.leadUnitId)?.tenantId ?? '' }));
  const minutes = { ...said, decisions };
  if (meeting.minutes && sameData(meeting.minutes, minutes)) return [];
  requireAhead(meeting);
  if (!isCalendarDate(said.heldOn)) refuse('not-a-date', 'heldOn', { value: said.heldOn });
  if (said.heldOn > today) refuseMeeting('meeting-not-yet', 'heldOn', { heldOn: said.heldOn, today });
  if (isBlank(said.minutesNumber)) refuseMeeting('meeting-without-minutes', 'minutesNumber');
  checkAttendance(said.attendance, meeting.content);
  checkDecisions(decisions, meeting.content, said.heldOn);
  return [{ type: 'MeetingHeld', data: minutes }];
};

const evolve = (meeting: Meeting, event: MeetingEvent): Meeting => {
  if (event.type === 'MeetingConvened') return { status: 'convened', content: event.data, minutes: null, reason: '' };
  if (meeting.status === 'none') return meeting;
  switch (event.type) {
    case 'MeetingRearranged': {
      const { reason, ...changed } = event.data;
      return { ...meeting, content: { ...meeting.content, ...changed }, reason };
    }
    case 'MeetingCalledOff': return { ...meeting, status: 'called-off', reason: event.data.reason };
    case 'MeetingHeld': return { ...meeting, status: 'held', minutes: event.data };
  }
};

/** A joint meeting; the tenants of the posts it calls see it and bring its decisions about. */
export const meetingDecider: Decider<Meeting, MeetingCommand, MeetingEvent> = {
  category: 'meeting',
  initialState: { status: 'none' },
  decide: (command, meeting, caller) => {
    if (command.type === 'ConveneMeeting') return convene(command.data, meeting, caller.unitId);
    if (meeting.status === 'none') return refuseMeeting('meeting-not-convened');
    switch (command.type) {
      case 'RearrangeMeeting': return rearrange(command.data, meeting);
      case 'CallOffMeeting': return callOff(command.data, meeting);
      case 'HoldMeeting': return hold(command.data, meeting);
    }
  },
  evolve,
  sharedWith: (meeting) => (meeting.status === 'none' ? [] : [...new Set(meeting.content.invited.map(({ tenantId }) => tenantId))]),
};

/** A decision of a meeting that was held, with the number of its minutes; undefined where it made none of this number. */
export const decisionOf = (meeting: Meeting, number: number): (MeetingDecision & { readonly minutesNumber: string }) | undefined => {
  if (meeting.status === 'none' || !meeting.minutes) return undefined;
  const decision = meeting.minutes.decisions.find((one) => one.number === number);
  return decision && { ...decision, minutesNumber: meeting.minutes.minutesNumber };
};
