import type { AssessmentFactRow, AssessmentInputRow, DoingRules, SchemeContent } from '../index.js';

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
    attempt: 1,
    reportedAt: '2013-06-25T02:00:00.000Z',
    credits: [],
    eventIds: ['e1', 'e2', 'e3'],
    occurredAt: '2013-06-28T02:00:00.000Z',
    ...said,
  };
};

/** What befell the task of {@link anInput}; by default more time, until the end of the third quarter. */
export const aFact = (said: Partial<AssessmentFactRow> = {}): AssessmentFactRow => ({
  readerTenantId: '511900',
  ownerTenantId: '511900',
  id: 'f1',
  kind: 'extended',
  taskId: '511900_split1.ENV-01~511902',
  year: 2013,
  campaignId: null,
  unitId: null,
  name: null,
  until: null,
  attempt: null,
  size: null,
  failed: null,
  quarter: '2013Q2',
  occurredAt: '2013-06-20T02:00:00.000Z',
  events: [{ eventId: 'f1', position: '40' }],
  ...said,
});

/** Rules on the doing: everything leaves the denominator, the on-time rate stays out of the total, credit is the lead's. */
export const doingRules = (said: Partial<DoingRules> = {}): DoingRules => ({
  leaves: ['extended', 'deferred', 'explained', 'closed', 'returned', 'voided', 'withdrawn'],
  onTimeShare: '0',
  reworkCap: '20',
  falseReport: { points: '12', cap: '30' },
  sampleFailure: { tolerated: '5', points: '0.2', cap: '8' },
  claim: { points: '0.5', cap: '2' },
  sharedCredit: false,
  ...said,
});
