import { textsOf } from '../../language/language.js';

export const useTaskTexts = textsOf(
  'task',
  {
    tasks: '任务', history: '历史重放', facts: '基本情况', indicator: '指标', campaign: '创建', unit: '牵头单位', support: '配合单位', none: '无', post: '责任岗位', evidence: '佐证', origin: '来源',
    weight: '权重', level: '层级', deadline: '期限', published: '下达', accepted: '签收', notYet: '尚未', id: '编号', years: '各年目标与结果', year: '年度', due: '应报',
    metric: '度量', target: '目标', value: '实际', state: '状态', measuredOn: '测量日期', note: '说明', finding: '核实意见', by: '核实单位', late: '逾期上报', rework: '返工 {{count}} 次', attempt: '第 {{count}} 次上报',
    pending: '未报', overdue: '逾期未报', reported: '待核实', rejected: '核实未过', verified: '已核实', actions: '办理', forYear: '办理年度',
    accept: '签收任务', report: '上报 {{year}} 年结果', verify: '核实 {{year}} 年结果', send: '提交', cancel: '取消', verdict: '结论', confirmed: '属实', rejectedVerdict: '不属实，返工',
    children: '向下分解', noChildren: '没有再向下分解。', ancestors: '来自', done: '已办理', document: '文件资料', field: '现场检查', survey: '问卷调查', statistics: '统计数据', yes: '达到', no: '未达到', shareOf: '按份额', thresholdOf: '各自达标', more: '全部下级任务',
  },
  {
    tasks: 'Tasks', history: 'Replay its history', facts: 'Facts', indicator: 'Indicator', campaign: 'Campaign', unit: 'Lead unit', support: 'Supporting units', none: 'none', post: 'Accountable post', evidence: 'Evidence', origin: 'Origin',
    weight: 'Weight', level: 'Level', deadline: 'Deadline', published: 'Published', accepted: 'Accepted', notYet: 'not yet', id: 'Id', years: 'Targets and results by year', year: 'Year', due: 'Due',
    metric: 'Metric', target: 'Target', value: 'Actual', state: 'State', measuredOn: 'Measured on', note: 'Note', finding: 'Finding', by: 'Verified by', late: 'reported late', rework: '{{count}} × rework', attempt: 'report no. {{count}}',
    pending: 'not reported', overdue: 'overdue', reported: 'awaits verification', rejected: 'rejected', verified: 'verified', actions: 'Actions', forYear: 'Year to work on',
    accept: 'Accept the task', report: 'Report the result of {{year}}', verify: 'Verify the result of {{year}}', send: 'Send', cancel: 'Cancel', verdict: 'Verdict', confirmed: 'Confirmed', rejectedVerdict: 'Not so: rework',
    children: 'Split further', noChildren: 'Not split further.', ancestors: 'From', done: 'Done', document: 'documents', field: 'field check', survey: 'survey', statistics: 'statistics', yes: 'met', no: 'not met', shareOf: 'shared out', thresholdOf: 'each by itself', more: 'All tasks below',
  },
);
