import { textsOf } from '../../language/language.js';

export const usePartTexts = textsOf(
  'task-parts',
  {
    title: '联合任务分工', mine: '本单位在联合任务中的分工', party: '参与单位', what: '承担内容', quantity: '数量', due: '期限', state: '状态', progress: '进度', actions: '办理', whole: '任务',
    represented: '由{{unit}}代办', late: '迟报', overdue: '逾期', sentBack: '退回 {{count}} 次', settled: '{{settled}}/{{all}} 项分工已完成或免除；全部完成或免除后由牵头单位整体填报。', elsewhere: '其他参与单位的进度只有其本单位、牵头单位和下达单位看得到。',
    accept: '签收分工', record: '填报分工进度', correct: '更正', report: '报告分工完成', sendBack: '退回分工', excuse: '免除分工', value: '数值', measuredOn: '日期', note: '说明', reason: '理由', corrected: '更正为 {{value}}（{{reason}}）', reported: '报告完成', behalf: '代{{unit}}填报', none: '没有分工。',
  },
  {
    title: 'Parts of the joint task', mine: 'Our parts in joint tasks', party: 'Party', what: 'To do', quantity: 'Quantity', due: 'Due', state: 'State', progress: 'Progress', actions: 'Actions', whole: 'Task',
    represented: 'represented by {{unit}}', late: 'late', overdue: 'overdue', sentBack: 'sent back {{count}} ×', settled: '{{settled}} of {{all}} parts done or excused; then the lead reports the whole.', elsewhere: 'How far other parties are is seen by themselves, the lead and the dispatcher.',
    accept: 'Accept the part', record: 'Record progress of the part', correct: 'Correct', report: 'Report the part done', sendBack: 'Send the part back', excuse: 'Excuse the part', value: 'Value', measuredOn: 'Day', note: 'Note', reason: 'Reason', corrected: 'corrected to {{value}} ({{reason}})', reported: 'reported done', behalf: 'on behalf of {{unit}}', none: 'There is no part.',
  },
);
