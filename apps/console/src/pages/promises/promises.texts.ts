import { textsOf } from '../../language/language.js';

export const usePromiseTexts = textsOf(
  'promises',
  {
    heading: '民生实事', lead: '每年公布一次，经批准、有文号；修改须说明理由，原文保留。任何人都可在公开页查看进展。', none: '还没有公布民生实事。', open: '公开页', history: '历史', approval: '批准', publish: '公布一年的民生实事', cancel: '取消', send: '公布', add: '增加一项', remove: '删除',
    year: '年份', titleZh: '标题（中文）', titleEn: '标题（英文）', authority: '批准机关', document: '文号', promise: '实事', task: '对应任务', search: '输入任务名称或指标编号查找', metric: '计量指标', target: '目标', due: '完成日期', textZh: '内容（中文）', textEn: '内容（英文）', code: '编号', unit: '牵头单位', amend: '修改', reason: '修改理由（公开）', earlier: '修改过 {{count}} 次', one: '第 {{number}} 项', actions: '操作',
  },
  {
    heading: 'Promises to the public', lead: 'Published once a year, as approved, with a document; amended with a reason, and what was said before stays. Anybody can follow them on the public page.', none: 'No promises have been published.', open: 'Public page', history: 'History', approval: 'Approved by', publish: 'Publish the promises of a year', cancel: 'Cancel', send: 'Publish', add: 'Add a promise', remove: 'Remove',
    year: 'Year', titleZh: 'Title (Chinese)', titleEn: 'Title (English)', authority: 'Approved by', document: 'Document', promise: 'Promise', task: 'Task that carries it out', search: 'Type a task’s name or indicator code', metric: 'Measured by', target: 'Target', due: 'Due', textZh: 'Text (Chinese)', textEn: 'Text (English)', code: 'Code', unit: 'Lead', amend: 'Amend', reason: 'Reason (public)', earlier: 'amended {{count}} times', one: 'Promise {{number}}', actions: 'Actions',
  },
);
