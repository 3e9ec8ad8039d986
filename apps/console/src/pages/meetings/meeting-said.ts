import type { Attendance, CalendarDate, ConveneMeeting, HoldMeeting, RegisterFindings } from '@zeren/organisation-domain';

/** A point of the agenda as it is being written; its number is its place. */
export type ItemSaid = { readonly subject: string; readonly reportingUnitId: string };
/** A meeting as its form holds it. */
export type MeetingSaid = {
  readonly zh: string; readonly en: string; readonly groupId: string; readonly plannedOn: string; readonly place: string; readonly chairPostId: string;
  readonly agenda: readonly ItemSaid[]; readonly invited: readonly { readonly postId: string }[];
};
/** A decision as it is being written. */
export type DecisionSaid = { readonly agendaItem: string; readonly text: string; readonly leadUnitId: string; readonly dueOn: string };
/** Minutes as their form holds them. */
export type MinutesSaid = { readonly heldOn: string; readonly minutesNumber: string; readonly attendance: readonly Attendance[]; readonly decisions: readonly DecisionSaid[] };

export const agendaOf = (items: readonly ItemSaid[]) => items.map(({ subject, reportingUnitId }, index) => ({ number: index + 1, subject, reportingUnitId: reportingUnitId || null }));

/** The body that is sent; the chair is called too. */
export const meetingBodyOf = ({ zh, en, groupId, plannedOn, place, chairPostId, agenda, invited }: MeetingSaid) => ({
  title: { zh, en: en || zh }, groupId: groupId || null, plannedOn, place, chairPostId, agenda: agendaOf(agenda),
  invitedPostIds: [...new Set([chairPostId, ...invited.map(({ postId }) => postId)].filter(Boolean))],
});

/** What a browser does not know of the register is taken as favourable. */
export const conveneCommandOf = (said: MeetingSaid, today: CalendarDate): ConveneMeeting => {
  const body = meetingBodyOf(said);
  const findings: RegisterFindings = { units: [], posts: body.invitedPostIds.map((postId) => ({ postId, unitId: '', kind: 'officer', tenantId: '' })) };
  return { type: 'ConveneMeeting', data: { ...body, today, findings } };
};

export const minutesBodyOf = ({ heldOn, minutesNumber, attendance, decisions }: MinutesSaid) => ({
  heldOn, minutesNumber, attendance: attendance.map((one) => ({ ...one, representedBy: one.presence === 'represented' ? one.representedBy : null })),
  decisions: decisions.map(({ agendaItem, text, leadUnitId, dueOn }, index) => ({ number: index + 1, agendaItem: Number(agendaItem), text, leadUnitId, dueOn })),
});

/** A unit's tenant is that of its division, or the meeting's own where the division is none that was called. */
const tenantOf = (unitId: string, tenantIds: readonly string[], own: string): string => {
  const division = unitId.slice(0, 6);
  return tenantIds.includes(division) ? division : own;
};

export const holdCommandOf = (said: MinutesSaid, today: CalendarDate, tenantIds: readonly string[], own: string): HoldMeeting => {
  const body = minutesBodyOf(said);
  const units = body.decisions.filter(({ leadUnitId }) => leadUnitId !== '')
    .map(({ leadUnitId }) => ({ unitId: leadUnitId, name: { zh: leadUnitId, en: leadUnitId }, kind: 'department', superiorUnitIds: [], tenantId: tenantOf(leadUnitId, tenantIds, own) }) as const);
  return { type: 'HoldMeeting', data: { ...body, today, findings: { units, posts: [] } } };
};
