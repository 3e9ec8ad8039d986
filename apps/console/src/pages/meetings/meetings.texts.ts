import { textsOf } from '../../language/language.js';

export const useMeetingTexts = textsOf(
  'meetings',
  {
    title: '联席会议', lead: '会议凭议程召集，凭纪要定案；决定由任务落实，办到哪一步在这里看得到。', status: '状态', all: '全部', convened: '待召开', held: '已召开', 'called-off': '已取消', none: '没有符合条件的会议。', ofGroup: '只看一个领导小组的会议', everyGroup: '看全部会议',
    meeting: '会议', plannedOn: '召开日期', place: '地点', chair: '主持', invited: '参会', agenda: '议程', decisions: '决定', minutes: '纪要', minutesNumber: '纪要文号', unit: '召集单位', group: '领导小组', noGroup: '不属于领导小组', reason: '理由',
    convene: '召集会议', name: '会议名称', nameEn: '英文名称', item: '议题', reporting: '汇报单位', post: '岗位',
    rearrange: '调整会议', callOff: '取消会议', hold: '登记纪要', heldOn: '实际召开日', attendance: '出席', presence: '出席情况', present: '出席', represented: '代会', absent: '缺席', representedBy: '代会岗位',
    onItem: '议题', text: '决定内容', leadUnit: '牵头单位', dueOn: '期限', progress: '任务落实', noTasks: '还没有任务', doneOf: '办结 {{done}} / {{tasks}}', overdue: '逾期 {{count}}', endedOtherwise: '其他方式结束 {{count}}', dispatch: '下达任务', noDecisions: '纪要没有列出决定。', notHeld: '会议召开并登记纪要后，这里列出决定。',
    facts: '基本情况', actions: '办理', history: '历史', last: '最近调整：{{reason}}', calledOffFor: '取消：{{reason}}',
  },
  {
    title: 'Joint meetings', lead: 'A meeting is called with an agenda and settled by its minutes; its decisions become tasks, and how far those are is seen here.', status: 'State', all: 'All', convened: 'called', held: 'held', 'called-off': 'called off', none: 'No meeting matches.', ofGroup: 'Meetings of one leading group only', everyGroup: 'All meetings',
    meeting: 'Meeting', plannedOn: 'Day', place: 'Place', chair: 'Chair', invited: 'Called', agenda: 'Agenda', decisions: 'Decisions', minutes: 'Minutes', minutesNumber: 'Number of the minutes', unit: 'Called by', group: 'Leading group', noGroup: 'Of no leading group', reason: 'Reason',
    convene: 'Call a meeting', name: 'Name (Chinese)', nameEn: 'Name in English', item: 'Point', reporting: 'Reports', post: 'Post',
    rearrange: 'Rearrange', callOff: 'Call off', hold: 'Enter the minutes', heldOn: 'Held on', attendance: 'Attendance', presence: 'Attendance', present: 'present', represented: 'represented', absent: 'absent', representedBy: 'Represented by',
    onItem: 'Point', text: 'Decision', leadUnit: 'Leads', dueOn: 'Due', progress: 'In tasks', noTasks: 'No task yet', doneOf: '{{done}} of {{tasks}} done', overdue: '{{count}} overdue', endedOtherwise: '{{count}} ended otherwise', dispatch: 'Dispatch a task', noDecisions: 'The minutes name no decision.', notHeld: 'Decisions stand here once the meeting was held and its minutes entered.',
    facts: 'Facts', actions: 'Actions', history: 'History', last: 'Rearranged: {{reason}}', calledOffFor: 'Called off: {{reason}}',
  },
);
