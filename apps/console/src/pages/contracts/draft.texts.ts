import { textsOf } from '../../language/language.js';

export const useDraftTexts = textsOf(
  'contract-draft',
  {
    draft: '起草责任状', lead: '任务取自该单位在分解方案中牵头的任务；依据的名称与文号、条款、期限由发状单位填写。', split: '分解方案', chooseSplit: '请选择已发布的分解方案', unit: '责任单位', chooseUnit: '输入名称或代码查找',
    responsiblePost: '责任单位签署岗位', responsibleSecond: '责任单位另一负责人岗位（党政同责，可不填）', issuerPost: '发状岗位', issuerSecond: '发状单位另一负责人岗位（可不填）', parent: '上级责任状（层层签订，可不选）', noParent: '无',
    assistance: '协助事项（村、社区和网格，须写明经费）', addItem: '增加协助事项', code: '编号', assisting: '协助单位', funds: '经费（元）', fundsSource: '经费来源', remove: '删去', cancel: '取消', send: '起草',
  },
  {
    draft: 'Draft a contract', lead: 'Its tasks are those the unit leads in the split; bases with title and number, clauses and period are the issuer\'s to word.', split: 'Split', chooseSplit: 'Choose a published split', unit: 'Responsible unit', chooseUnit: 'Search by name or code',
    responsiblePost: 'Signing post of the responsible unit', responsibleSecond: 'Post of its other head (where both sign; may be empty)', issuerPost: 'Issuing post', issuerSecond: 'Post of the issuer\'s other head (may be empty)', parent: 'Contract above (where it is passed on)', noParent: 'none',
    assistance: 'Assistance of villages, communities and grids, with funds', addItem: 'Add an item', code: 'Code', assisting: 'Assisting unit', funds: 'Funds (yuan)', fundsSource: 'Source of funds', remove: 'Remove', cancel: 'Cancel', send: 'Draft',
  },
);
