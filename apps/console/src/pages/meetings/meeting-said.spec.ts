import { holdCommandOf, meetingBodyOf, minutesBodyOf, type MeetingSaid, type MinutesSaid } from './meeting-said.js';

const said: MeetingSaid = {
  zh: '联席会议', en: '', groupId: '', plannedOn: '2013-03-05', place: '一会议室', chairPostId: '511900.head', agenda: [{ subject: '分工', reportingUnitId: '' }],
  invited: [{ postId: '511902.head' }, { postId: '511900.head' }, { postId: '' }],
};
const minutes: MinutesSaid = {
  heldOn: '2013-03-05', minutesNumber: '1号', attendance: [{ postId: '511900.head', presence: 'present', representedBy: '511900.deputy' }],
  decisions: [{ agendaItem: '1', text: '清理', leadUnitId: '511902001', dueOn: '2013-06-30' }, { agendaItem: '1', text: '绿化', leadUnitId: '511900-water', dueOn: '2013-06-30' }],
};

it('calls each post once, the chair among them, and numbers the agenda', () => {
  expect(meetingBodyOf(said)).toMatchObject({ title: { zh: '联席会议', en: '联席会议' }, groupId: null, invitedPostIds: ['511900.head', '511902.head'], agenda: [{ number: 1, reportingUnitId: null }] });
});

it('numbers decisions, and names who stood in only where somebody did', () => {
  expect(minutesBodyOf(minutes)).toMatchObject({ attendance: [{ representedBy: null }], decisions: [{ number: 1, agendaItem: 1 }, { number: 2 }] });
});

it('takes a unit to be of the division it lies in, or of the meeting’s own tenant', () => {
  expect(holdCommandOf(minutes, '2013-03-06', ['511900', '511902'], '511900').data.findings.units.map(({ tenantId }) => tenantId)).toEqual(['511902', '511900']);
});
