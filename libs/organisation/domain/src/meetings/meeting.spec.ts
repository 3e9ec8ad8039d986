import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import type { RegisterFindings } from '../leadership/register-facts.js';
import { meetingOf, meetingProjection } from './meeting-register.js';
import { decisionOf, meetingDecider, type ConveneMeeting, type HoldMeeting, type RearrangeMeeting } from './meeting.js';
import type { MeetingConvened, MeetingHeld } from './meeting.events.js';

const text = (zh: string) => ({ zh, en: zh });
const findings: RegisterFindings = {
  units: [
    { unitId: '511902', name: text('巴州区'), kind: 'district', superiorUnitIds: ['511900'], tenantId: '511902' },
    { unitId: '511903', name: text('恩阳区'), kind: 'district', superiorUnitIds: ['511900'], tenantId: '511903' },
  ],
  posts: [
    { postId: '511900.head', unitId: '511900', kind: 'head', tenantId: '511900' },
    { postId: '511902.head', unitId: '511902', kind: 'head', tenantId: '511902' },
  ],
};
const convened: MeetingConvened = {
  type: 'MeetingConvened',
  data: {
    title: text('巴河整治联席会议'), groupId: null, conveningUnitId: '511900', plannedOn: '2013-03-05', place: '市政府第一会议室', chairPostId: '511900.head',
    agenda: [{ number: 1, subject: '两岸整治分工', reportingUnitId: '511902' }],
    invited: [{ postId: '511900.head', unitId: '511900', tenantId: '511900' }, { postId: '511902.head', unitId: '511902', tenantId: '511902' }],
  },
};
const convene = (said: Partial<ConveneMeeting['data']> = {}): ConveneMeeting => {
  const { invited, conveningUnitId: _, ...data } = convened.data;
  return { type: 'ConveneMeeting', data: { ...data, invitedPostIds: invited.map(({ postId }) => postId), today: '2013-03-01', findings, ...said } };
};
const held: MeetingHeld = {
  type: 'MeetingHeld',
  data: {
    heldOn: '2013-03-05', minutesNumber: '市联席纪要〔2013〕3号',
    attendance: [{ postId: '511900.head', presence: 'present', representedBy: null }, { postId: '511902.head', presence: 'represented', representedBy: '511902.deputy' }],
    decisions: [{ number: 1, agendaItem: 1, text: '巴州区六月底前清理主城段', leadUnitId: '511902', leadTenantId: '511902', dueOn: '2013-06-30' }],
  },
};
const [decision] = held.data.decisions as [MeetingHeld['data']['decisions'][number]];
const hold = (said: Partial<HoldMeeting['data']> = {}): HoldMeeting => ({ type: 'HoldMeeting', data: { ...held.data, today: '2013-03-06', findings, ...said } });
const rearrange = (said: Partial<RearrangeMeeting['data']> = {}): RearrangeMeeting =>
  ({ type: 'RearrangeMeeting', data: { plannedOn: '2013-03-08', place: convened.data.place, agenda: convened.data.agenda, reason: '冲突', today: '2013-03-02', ...said } });
const rearranged = { type: 'MeetingRearranged', data: { plannedOn: '2013-03-08', place: convened.data.place, agenda: convened.data.agenda, reason: '冲突' } } as const;
const calledOff = { type: 'MeetingCalledOff', data: { reason: '改为专题会' } } as const;
const callOff = { type: 'CallOffMeeting', data: calledOff.data } as const;

const { given } = specify(meetingDecider);

describe('a joint meeting', () => {
  it('is called with an agenda, and seen by the sides that are called', () => {
    given().when(convene(), { unitId: '511900' }).then(convened);
    given(convened).when(convene(), { unitId: '511900' }).then();
    given(convened).when(convene({ place: '线上' })).thenRefused('meeting-exists');
    expect(meetingDecider.sharedWith(given(convened).state())).toContain('511902');
  });

  it('may be put to another day before it is held, with a reason', () => {
    given(convened).when(rearrange()).then(rearranged);
    given(convened, rearranged).when(rearrange()).then();
    expect(given(convened, rearranged).state()).toMatchObject({ content: { plannedOn: '2013-03-08' }, reason: '冲突' });
  });

  it('may be called off before it is held, with a reason', () => {
    given(convened).when(callOff).then(calledOff);
    given(convened, calledOff).when(callOff).then();
    given(convened, calledOff).when(hold()).thenRefused('meeting-called-off');
  });

  it('is held with attendance, decisions and the number of its minutes', () => {
    given(convened).when(hold()).then(held);
    given(convened, held).when(hold()).then();
    given(convened, held).when(hold({ minutesNumber: '另一号' })).thenRefused('meeting-held');
    given(convened, held).when(rearrange()).thenRefused('meeting-held');
    given(convened, held).when(callOff).thenRefused('meeting-held');
  });

  it('its decisions are named by their number once it was held', () => {
    expect(decisionOf(given(convened, held).state(), 1)).toMatchObject({ minutesNumber: '市联席纪要〔2013〕3号', leadUnitId: '511902' });
    expect(decisionOf(given(convened, held).state(), 2)).toBeUndefined();
    expect(decisionOf(given(convened).state(), 1)).toBeUndefined();
  });

  it.each([
    ['a meeting without an agenda', convene({ agenda: [] }), 'meeting-without-agenda', 'agenda'],
    ['a point that is not numbered in order', convene({ agenda: [{ number: 2, subject: '分工', reportingUnitId: null }] }), 'meeting-without-agenda', 'agenda[0]'],
    ['a meeting of one', convene({ invitedPostIds: ['511900.head', '511900.head'] }), 'meeting-too-small', 'invitedPostIds'],
    ['a post that there is not', convene({ invitedPostIds: ['511900.head', '511900.third'] }), 'meeting-post-unknown', 'invitedPostIds[1]'],
    ['a chair who is not called', convene({ chairPostId: '511903.head' }), 'meeting-chair-not-invited', 'chairPostId'],
    ['a meeting in the past', convene({ plannedOn: '2013-02-28' }), 'meeting-in-the-past', 'plannedOn'],
    ['a meeting without a name', convene({ title: text(' ') }), 'meeting-without-title', 'title'],
    ['minutes of a meeting nobody called', hold(), 'meeting-not-convened', undefined],
  ] as const)('refuses %s', (...[, command, code, field]) => {
    given().when(command).thenRefused(code, field);
  });

  const [chair, other] = held.data.attendance as [MeetingHeld['data']['attendance'][number], MeetingHeld['data']['attendance'][number]];
  it.each([
    ['minutes before the day', hold({ today: '2013-03-04' }), 'meeting-not-yet', 'heldOn'],
    ['minutes without a number', hold({ minutesNumber: '' }), 'meeting-without-minutes', 'minutesNumber'],
    ['an attendance that leaves one out', hold({ attendance: [chair] }), 'meeting-attendance-incomplete', 'attendance'],
    ['an attendance of somebody who was not called', hold({ attendance: [chair, other, { ...chair, postId: '511903.head' }] }), 'meeting-attendance-incomplete', 'attendance[2].postId'],
    ['a representation by nobody', hold({ attendance: [chair, { ...other, representedBy: null }] }), 'meeting-representation-wrong', 'attendance[1].representedBy'],
    ['a meeting without its chair', hold({ attendance: [{ ...chair, presence: 'absent' }, other] }), 'meeting-without-chair', 'attendance[0].presence'],
    ['a decision outside the agenda', hold({ decisions: [{ ...decision, agendaItem: 2 }] }), 'decision-outside-agenda', 'decisions[0].agendaItem'],
    ['decisions with a gap', hold({ decisions: [{ ...decision, number: 2 }] }), 'decision-numbered-wrong', 'decisions[0].number'],
    ['a decision that says nothing', hold({ decisions: [{ ...decision, text: '' }] }), 'decision-without-text', 'decisions[0].text'],
    ['a decision that nobody leads', hold({ decisions: [{ ...decision, leadUnitId: '' }] }), 'decision-unit-required', 'decisions[0].leadUnitId'],
    ['a decision for a unit that there is not', hold({ decisions: [{ ...decision, leadUnitId: '511999' }] }), 'decision-unit-unknown', 'decisions[0].leadUnitId'],
    ['a decision for a side that was not called', hold({ decisions: [{ ...decision, leadUnitId: '511903' }] }), 'decision-unit-not-called', 'decisions[0].leadUnitId'],
    ['a decision due before the meeting', hold({ decisions: [{ ...decision, dueOn: '2013-03-04' }] }), 'decision-due-before-meeting', 'decisions[0].dueOn'],
    ['another day without a reason', rearrange({ reason: '' }), 'meeting-without-reason', 'reason'],
  ] as const)('refuses %s', (...[, command, code, field]) => {
    given(convened).when(command).thenRefused(code, field);
  });

  it('stands in the register with its minutes, and the row decides as the stream does', () => {
    const events = [convened, held];
    const [row] = specifyProjection(meetingProjection).given(...events.map((event, revision) => recorded(event, { stream: 'meeting-511900_m', revision }))).rows();
    expect(row).toMatchObject({ id: 'm', status: 'held', heldOn: '2013-03-05', minutesNumber: '市联席纪要〔2013〕3号', decisions: [decision], revision: 1 });
    expect(row && meetingOf(row)).toEqual(given(...events).state());
  });
});
