import { textsOf } from '../../language/language.js';

export const useSampleTexts = textsOf(
  'samples',
  {
    title: '抽查复核', lead: '县区先核验，市里从中随机抽样复核。种子、样本数和总体记录在案，同一种子和总体总是抽出同一样本；不合格率调整县区得分。',
    rates: '各县区不合格率', noRates: '还没有抽样。', district: '县区', year: '年度', samples: '抽样次数', checked: '已复核', failed: '不合格', rate: '不合格率',
    drawn: '抽样记录', at: '抽取', seed: '种子', size: '样本', population: '总体', state: '状态', stateDrawn: '复核中', stateConcluded: '已结论', more: '再读一页',
    draw: '抽取样本', send: '抽取', cancel: '取消', districtCode: '县区代码', open: '从 {{population}} 项中抽取 {{size}} 项', hash: '总体指纹', results: '抽中的结果', task: '任务', unit: '承担单位', finding: '复核情况', verdict: '结论', held: '属实', failedVerdict: '不合格', recheck: '复核', waiting: '待复核', submit: '提交', filters: '筛选', noneUnder: '没有抽样包含归入这一维度的任务。', cutLead: '不合格率只计归入这一维度的任务的结果；抽样记录列出含有这类结果的样本，样本本身仍按整体显示。',
  },
  {
    title: 'Samples', lead: 'The district verifies first; the city looks again at a random sample. Seed, size and population are on record: the same seed and population always give the same sample. The failure rate adjusts the district’s score.',
    rates: 'Failure rates by district', noRates: 'No sample has been drawn.', district: 'District', year: 'Year', samples: 'Samples', checked: 'Re-checked', failed: 'Failed', rate: 'Failure rate',
    drawn: 'Samples drawn', at: 'Drawn', seed: 'Seed', size: 'Sample', population: 'Population', state: 'State', stateDrawn: 'being re-checked', stateConcluded: 'concluded', more: 'Read another page',
    draw: 'Draw a sample', send: 'Draw', cancel: 'Cancel', districtCode: 'Code of the district', open: 'A sample of {{size}} out of {{population}}', hash: 'Fingerprint of the population', results: 'Results drawn', task: 'Task', unit: 'Unit', finding: 'What was found', verdict: 'Verdict', held: 'Held', failedVerdict: 'Failed', recheck: 'Re-check', waiting: 'to be re-checked', submit: 'Send', filters: 'Filters', noneUnder: 'No sample holds a result of a task under this integration.', cutLead: 'Failure rates count only results of tasks under this integration; the list shows samples that hold such a result, each as a whole.',
  },
);
