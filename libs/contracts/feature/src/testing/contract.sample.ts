import type { ContractContent } from '@zeren/contracts-domain';

/** A contract as it is drafted. */
export const aContract: ContractContent = {
  contractId: '511900_abc',
  version: 1,
  title: { zh: '南江县“五创联动”目标责任状', en: 'Responsibility contract of Nanjiang' },
  issuer: { tenantId: '511900', unitId: '511900', unitName: { zh: '巴中市', en: 'Bazhong' }, postId: '511900.head' },
  responsible: { tenantId: '511922', unitId: '511922', unitName: { zh: '南江县', en: 'Nanjiang' }, postId: '511922.head' },
  legalBasis: [{ kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号' }],
  splitId: '511900_split',
  terms: [{
    taskId: '511900_split.ENV-01-01~511922', campaignId: '511900_env', indicatorCode: 'ENV-01-01', name: { zh: '空气质量', en: 'Air' },
    weight: '20', deadline: '2015-12-31T15:59:59.999Z',
    targets: [{ metric: 'days', unit: '天', direction: 'at-least', annual: [{ year: 2013, value: '310' }] }],
  }],
  clauses: [{ code: 'R1', kind: 'reward', legalBasis: null, text: { zh: '通报表扬', en: 'Praised' } }],
  period: { from: '2013-01-01', until: '2015-12-31' },
};
