import type { AssessmentInputRow, SchemeContent } from '../index.js';

const text = (zh: string) => ({ zh, en: zh });

export const env = '511900_env';
export const forest = '511900_forest';

/** Two districts and a department, two campaigns; say only what matters. */
export const aScheme = (said: Partial<SchemeContent> = {}): SchemeContent => ({
  name: text('2013—2015 年创建考核'),
  version: 1,
  campaigns: [
    { campaignId: env, name: text('环保模范城市'), weight: '60' },
    { campaignId: forest, name: text('森林城市'), weight: '40' },
  ],
  rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' },
  lateDeduction: '5',
  reworkDeduction: '10',
  groups: [
    {
      code: 'districts',
      name: text('县区'),
      units: [
        { unitId: '511902', tenantId: '511902', name: text('巴州区') },
        { unitId: '511922', tenantId: '511922', name: text('南江县') },
      ],
    },
    { code: 'departments', name: text('部门'), units: [{ unitId: '511900-forestry', tenantId: '511900', name: text('市林业局') }] },
  ],
  notApplicable: [],
  places: 2,
  tieRule: 'late-then-rework-then-shared',
  ...said,
});

/** A verified result of 95 against at least 100, due in the second quarter of 2013, of unit 511902. */
export const anInput = (said: Partial<AssessmentInputRow> = {}): AssessmentInputRow => {
  const indicatorCode = said.indicatorCode ?? 'ENV-01';
  const unitId = said.unitId ?? '511902';
  const id = `split1.${indicatorCode}~${unitId}`;
  return {
    readerTenantId: '511900',
    ownerTenantId: '511900',
    id: `${id}@2013`,
    taskId: `511900_${id}`,
    campaignId: env,
    indicatorCode,
    name: text('空气质量优良天数'),
    unitId,
    year: 2013,
    dueAt: '2013-06-30T15:59:59.999Z',
    dueQuarter: '2013Q2',
    dueYear: '2013',
    metrics: [{ metric: 'days', unit: '天', direction: 'at-least', target: { metric: 'days', value: '100' } }],
    status: 'verified',
    values: [{ metric: 'days', value: '95', unit: '天' }],
    late: false,
    rework: 0,
    eventIds: ['e1', 'e2', 'e3'],
    occurredAt: '2013-06-28T02:00:00.000Z',
    ...said,
  };
};
