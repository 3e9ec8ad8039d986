import { textsOf } from '../../language/language.js';

export const useBatchTexts = textsOf(
  'contract-batch',
  {
    title: '批量签发', lead: '为一个已发布分解中所有牵头任务的单位各起草一份责任状；中断后可继续，不漏不重。', contracts: '责任状', start: '新的一批', split: '分解方案', chooseSplit: '请选择已发布的分解方案', titleZh: '名称（中文，{unit} 代表单位）', titleEn: '名称（英文，{unit} 代表单位）',
    issuerPost: '发状岗位', responsiblePost: '各单位签署岗位', secondPost: '另一负责人岗位（党政同责，可不填）',
    issue: '签发', cancel: '取消', missing: '请补齐：分解方案、名称、至少一项名称与文号齐全的依据、期限。',
    batches: '各批', started: '开始', progress: '进度', status: '状态', running: '进行中', done: '已完成', results: '结果', unit: '单位', contract: '责任状', why: '未成原因', continue: '继续（重试未成的）', none: '还没有批量签发过。', pending: '未处理', open: '查看', of: '{{done}} / {{total}}',
  },
  {
    title: 'Issue in a batch', lead: 'Drafts a contract for each unit that leads tasks of a published split. Stopped anywhere it can go on, missing none and doubling none.', contracts: 'Contracts', start: 'A new batch', split: 'Split', chooseSplit: 'Choose a published split', titleZh: 'Title (Chinese; {unit} stands for the unit)', titleEn: 'Title (English; {unit} stands for the unit)',
    issuerPost: 'Issuing post', responsiblePost: 'Signing post of each unit', secondPost: 'Post of the other head (where both sign; may be empty)',
    issue: 'Issue', cancel: 'Cancel', missing: 'Still missing: a split, titles, at least one basis with title and number, a period.',
    batches: 'Batches', started: 'Started', progress: 'Progress', status: 'State', running: 'running', done: 'done', results: 'Results', unit: 'Unit', contract: 'Contract', why: 'Why not', continue: 'Go on (try again what was refused)', none: 'Nothing was issued in a batch yet.', pending: 'not yet', open: 'Open', of: '{{done}} / {{total}}',
  },
);
