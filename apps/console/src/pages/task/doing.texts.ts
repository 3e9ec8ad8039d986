import { textsOf } from '../../language/language.js';

export const useDoingTexts = textsOf(
  'task-doing',
  {
    object: '提出异议', request: '申请延期、缓办、退回或办结', record: '填报 {{year}} 年进度', recordSupport: '填报 {{year}} 年配合进度', support: '配合单位进度', supportSum: '配合单位合计 {{values}}（不计入牵头单位进度）', flag: '认定 {{year}} 年结果虚报', answer: '答复异议', rule: '作最终裁定', decide: '审批申请',
    reason: '理由', document: '裁定文号', finding: '认定情况', note: '说明', kind: '申请事项', year: '年度', until: '申请到', explainedTo: '已向谁说明', measuredOn: '测量日期', evidence: '佐证编号（可多个，空格分隔）',
    successor: '改派单位代码（不填则只撤回）', accepted: '采纳，收回任务', refused: '驳回', stands: '维持任务', withdrawn: '收回任务', granted: '批准', decline: '不批准', verdict: '决定',
    disputes: '异议与申请', none: '没有异议或申请。', round: '第 {{count}} 次异议', by: '提出', answerText: '答复', ruled: '最终裁定', again: '可再次异议至 {{until}}', noMore: '不能再提异议，待最终裁定。', toYear: '{{year}} 年结果', toDay: '至 {{until}}', told: '已向{{to}}说明', wentTo: '已改派', replaces: '由改派而来',
    progress: '进度', entry: '{{day}}：{{values}}', corrected: '更正为 {{values}}（{{reason}}）', correct: '更正', correctTitle: '更正第 {{entry}} 条进度', evidenceIds: '佐证', extended: '延期至 {{until}}', deferred: '缓办至 {{until}}', falseReport: '虚报 {{count}} 次',
  },
  {
    object: 'Object to the task', request: 'Ask for time, return or another end', record: 'Record progress of {{year}}', recordSupport: 'Record supporting progress of {{year}}', support: 'Progress of supporting units', supportSum: 'Supporting units together: {{values}} (apart from the lead’s)', flag: 'Flag the result of {{year}} as false', answer: 'Answer the objection', rule: 'Give the final ruling', decide: 'Decide on the request',
    reason: 'Reason', document: 'Number of the ruling’s document', finding: 'What was found', note: 'Note', kind: 'What for', year: 'Year', until: 'Until', explainedTo: 'To whom it was explained', measuredOn: 'Measured on', evidence: 'Ids of evidence (several, with spaces between)',
    successor: 'Code of the unit it goes to (none: only taken back)', accepted: 'Accept and take the task back', refused: 'Refuse', stands: 'The task stands', withdrawn: 'The task is taken back', granted: 'Grant', decline: 'Refuse', verdict: 'Decision',
    disputes: 'Objections and requests', none: 'There are none.', round: 'Objection no. {{count}}', by: 'By', answerText: 'Answer', ruled: 'Final ruling', again: 'A further objection until {{until}}', noMore: 'No further objection; the final ruling is awaited.', toYear: 'result of {{year}}', toDay: 'until {{until}}', told: 'explained to {{to}}', wentTo: 'Dispatched anew', replaces: 'Dispatched anew for',
    progress: 'Progress', entry: '{{day}}: {{values}}', corrected: 'corrected to {{values}} ({{reason}})', correct: 'Correct', correctTitle: 'Correct entry {{entry}}', evidenceIds: 'Evidence', extended: 'extended to {{until}}', deferred: 'deferred until {{until}}', falseReport: '{{count}} × false report',
  },
);
