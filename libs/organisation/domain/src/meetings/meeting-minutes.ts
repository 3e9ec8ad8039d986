import { isCalendarDate } from '../calendar-date.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { refuseMeeting } from './meeting-refusals.js';
import type { Attendance, MeetingConvened, MeetingDecision } from './meeting.events.js';

type Called = Pick<MeetingConvened['data'], 'invited' | 'agenda' | 'chairPostId'>;

/** Each post called is entered once; who stood in is named where somebody did; the chair came or sent somebody. */
export const checkAttendance = (attendance: readonly Attendance[], { invited, chairPostId }: Called): void => {
  for (const { postId } of invited) {
    if (attendance.filter((one) => one.postId === postId).length !== 1) refuseMeeting('meeting-attendance-incomplete', 'attendance', { postId });
  }
  attendance.forEach(({ postId, presence, representedBy }, index) => {
    if (!invited.some((one) => one.postId === postId)) refuseMeeting('meeting-attendance-incomplete', `attendance[${index}].postId`, { postId });
    const isNamed = representedBy !== null && representedBy.trim() !== '';
    if (isNamed !== (presence === 'represented')) refuseMeeting('meeting-representation-wrong', `attendance[${index}].representedBy`, { postId });
    if (postId === chairPostId && presence === 'absent') refuseMeeting('meeting-without-chair', `attendance[${index}].presence`);
  });
};

/** A decision stands on a point of the agenda and binds only the sides that were called. */
export const checkDecisions = (decisions: readonly MeetingDecision[], { invited, agenda }: Called, heldOn: CalendarDate): void => {
  decisions.forEach(({ number, agendaItem, text, leadUnitId, leadTenantId, dueOn }, index) => {
    const at = (name: string) => `decisions[${index}].${name}`;
    if (number !== index + 1) refuseMeeting('decision-numbered-wrong', at('number'));
    if (!agenda.some((item) => item.number === agendaItem)) refuseMeeting('decision-outside-agenda', at('agendaItem'), { number });
    if (text.trim() === '') refuseMeeting('decision-without-text', at('text'), { number });
    if (leadUnitId === '') refuseMeeting('decision-unit-required', at('leadUnitId'), { number });
    if (leadTenantId === '') refuseMeeting('decision-unit-unknown', at('leadUnitId'), { unitId: leadUnitId });
    if (!invited.some(({ tenantId }) => tenantId === leadTenantId)) refuseMeeting('decision-unit-not-called', at('leadUnitId'), { unitId: leadUnitId });
    if (!isCalendarDate(dueOn)) refuse('not-a-date', at('dueOn'), { value: dueOn });
    if (dueOn < heldOn) refuseMeeting('decision-due-before-meeting', at('dueOn'), { number });
  });
};
