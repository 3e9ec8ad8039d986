import { textsOf } from '../../language/language.js';

export const useDispatchTexts = textsOf(
  'task-dispatch',
  {
    dispatch: '下达任务', kind: '来源', document: '来源文号', campaign: '创建', code: '编号', name: '名称', nameEn: '英文名称', evidence: '佐证', unit: '牵头单位代码', post: '责任岗位（不填为主要负责人）', supporting: '配合单位代码（空格分隔）',
    duty: '履职清单事项编号', admission: '准入文号（清单以外）', direction: '要求', 'at-least': '不少于', 'at-most': '不多于', boolean: '是否', metric: '计量单位', target: '目标', due: '期限', documentKind: '文件资料', field: '现场检查', survey: '问卷调查', statistics: '统计数据',
    parts: '联合任务分工（一行一个参与单位）', party: '参与单位代码', represented: '代办单位（外部单位）', what: '承担内容', value: '数量', valueUnit: '单位', partDue: '分工期限', partsHint: '外部单位没有账号的，由代办单位填报。',
  },
  {
    dispatch: 'Dispatch a task', kind: 'Origin', document: 'Its document', campaign: 'Campaign', code: 'Number', name: 'Name', nameEn: 'Name in English', evidence: 'Evidence', unit: 'Code of the lead unit', post: 'Accountable post (none: the head)', supporting: 'Supporting units (spaces between)',
    duty: 'Item of the list of duties', admission: 'Admission’s document (not on the list)', direction: 'Asks for', 'at-least': 'at least', 'at-most': 'at most', boolean: 'yes or no', metric: 'Unit of measure', target: 'Target', due: 'Due', documentKind: 'documents', field: 'field check', survey: 'survey', statistics: 'statistics',
    parts: 'Parts of a joint task (a row for each party)', party: 'Code of the party', represented: 'Represented by (external party)', what: 'To do', value: 'Quantity', valueUnit: 'Unit', partDue: 'Part due', partsHint: 'For an external party without an account, the representing unit records.',
  },
);
