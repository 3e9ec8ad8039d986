import { publicId } from '@zeren/kernel';
import type { CampaignFact, ParentFact, SplitFacts } from '../split/check-split.js';
import type { CampaignOpened } from '../campaign/campaign.events.js';
import type { AnnualTarget, Cycle, SplitRow } from '../split/split.events.js';
import type { Indicator, StandardPublished } from '../standard/standard.events.js';
import type { MeasureDefined } from '../measure/measure.events.js';
import type { TaskNamed } from '../task/task-objection.events.js';
import type { TakingBack } from '../task/task-state.js';
import type { ObjectionRule, TaskPublished } from '../task/task-published.events.js';

export const CITY = '511900';
export const DISTRICT = '511902';
export const OTHER_DISTRICT = '511903';
export const SPLIT = 'splitsplitsplit1';

export const aCycle: Cycle = { kind: 'routine', from: '2013-01-01', until: '2014-12-31' };

/** One target of 100 for each year, due at each year's end in China Standard Time. */
export const annualTargetsOf = (value = '100', years: readonly number[] = [2013, 2014]): AnnualTarget[] =>
  years.map((year) => ({ year, dueAt: `${year}-12-31T15:59:59.000Z`, targets: [{ metric: 'value', value }] }));

/** A root led by a city department: one additive metric of 100 a year. */
export const aRow = (said: Partial<SplitRow> = {}): SplitRow => ({
  key: 'ENV-01-01',
  parentKey: null,
  parentTaskId: null,
  campaignId: publicId(CITY, 'env'),
  indicatorCode: 'ENV-01-01',
  name: { zh: '公共绿地', en: 'Public green space' },
  evidence: 'statistics',
  unitId: '511900-health',
  unitTenantId: CITY,
  supportingUnitIds: ['511900-water'],
  accountablePostId: '511900-health.head',
  level: 1,
  weight: '100',
  metrics: [{ code: 'value', unit: '处', direction: 'at-least', distribution: 'share' }],
  annualTargets: annualTargetsOf(),
  deadline: '2014-12-31T15:59:59.000Z',
  ...said,
});

/** Its child in a district. */
export const aDistrictRow = (unitId: string, said: Partial<SplitRow> = {}): SplitRow =>
  aRow({
    key: `ENV-01-01~${unitId}`,
    parentKey: 'ENV-01-01',
    unitId,
    unitTenantId: unitId,
    supportingUnitIds: [],
    accountablePostId: `${unitId}.head`,
    level: 2,
    ...said,
  });

/** A sound city split: one indicator, its lead department, two districts. */
export const aCitySplit = (): SplitRow[] => [
  aRow(),
  aDistrictRow(DISTRICT, { weight: '60.5', annualTargets: annualTargetsOf('60.25') }),
  aDistrictRow(OTHER_DISTRICT, { weight: '39.5', annualTargets: annualTargetsOf('39.75') }),
];

export const aCampaignFact: CampaignFact = {
  campaignId: publicId(CITY, 'env'), weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }], participantTenantIds: [DISTRICT, OTHER_DISTRICT],
};

export const cityFacts: SplitFacts = { parents: [], campaigns: [aCampaignFact] };

/** The district's task of that split, as the district sees it when it splits further. */
export const aParentFact = (said: Partial<ParentFact> = {}): ParentFact => ({
  ...aDistrictRow(DISTRICT, { annualTargets: annualTargetsOf('60.25') }),
  taskId: publicId(CITY, `${SPLIT}.ENV-01-01~${DISTRICT}`),
  ownerTenantId: CITY,
  sharedWith: [DISTRICT],
  ancestors: [{ taskId: publicId(CITY, `${SPLIT}.ENV-01-01`), unitId: '511900-health' }],
  alreadySplit: false,
  ...said,
});

/** The district's task as published. */
export const aTaskPublished = (said: Partial<TaskPublished['data']> = {}): TaskPublished => {
  const { key, parentKey: _, ...row } = aDistrictRow(DISTRICT, { supportingUnitIds: ['511902-water'] });
  return {
    type: 'TaskPublished',
    data: {
      ...row,
      splitId: publicId(CITY, SPLIT),
      rowKey: key,
      parentTaskId: publicId(CITY, `${SPLIT}.ENV-01-01`),
      ancestors: [{ taskId: publicId(CITY, `${SPLIT}.ENV-01-01`), unitId: '511900-health' }],
      sharedWith: [DISTRICT],
      ...said,
    },
  };
};

/** Dispatched on Friday 1 March 2013: five working days end on the Friday after. */
export const anObjectionRule: ObjectionRule = { workingDays: 5, refusals: 2, until: '2013-03-08', byWeekAlone: false };

/** The district's task, as a register names it. */
export const taskNamed: TaskNamed = {
  name: { zh: '公共绿地', en: 'Public green space' }, campaignId: publicId(CITY, 'env'), indicatorCode: 'ENV-01-01', unitId: DISTRICT, unitTenantId: DISTRICT,
};

/** A task that is taken back and goes to nobody else. */
export const takingBack: TakingBack = { successor: null, participantTenantIds: [DISTRICT, OTHER_DISTRICT], hasChildren: false };

/** The office that works on the district's task, and the one that dispatched it. */
export const districtOffice = { tenantId: DISTRICT, unitId: '511902-creation-office', roles: ['district-office'] as const };
export const cityOffice = { tenantId: CITY, unitId: '511900-creation-office', roles: ['city-office'] as const };

export const anIndicator = (code: string, said: Partial<Indicator> = {}): Indicator => ({
  code,
  name: { zh: `指标 ${code}`, en: `Indicator ${code}` },
  metrics: [{ code: 'value', unit: '%', direction: 'at-least', target: { kind: 'number', value: '90' } }],
  evidence: 'statistics',
  verified: true,
  source: 'https://standards.example/env',
  placeholder: false,
  ...said,
});

export const aStandard = (said: Partial<StandardPublished['data']> = {}): StandardPublished => ({
  type: 'StandardPublished',
  data: {
    code: 'ENV',
    version: 1,
    name: { zh: '环保模范城市', en: 'Environmental model city' },
    edition: '2011',
    source: 'https://standards.example/env',
    declaredCategories: 1,
    declaredItems: 1,
    categories: [{ code: 'ENV-01', name: { zh: '经济社会', en: 'Economy and society' }, kind: 'assessed', indicators: [anIndicator('ENV-01-01')] }],
    preconditions: [],
    participantTenantIds: [DISTRICT],
    ...said,
  },
});

export const aCampaign = (said: Partial<CampaignOpened['data']> = {}): CampaignOpened => ({
  type: 'CampaignOpened',
  data: {
    name: { zh: '创建环保模范城市', en: 'Environmental model city campaign' },
    standardId: publicId(CITY, 'ENV.v1'),
    grade: { zh: '国家级', en: 'national' },
    leadUnitId: '511900-environment',
    approval: { authority: '市人民政府', document: '批文〔2012〕1号' },
    milestones: [{ year: 2014, unitId: CITY, commitment: 'ensure', text: { zh: '通过验收', en: 'Passes acceptance' } }],
    weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }],
    weightsSource: { zh: '演示设定', en: 'Set by the demonstration' },
    firstYear: 2012,
    lastYear: 2014,
    participantTenantIds: [DISTRICT],
    ...said,
  },
});

/** Green coverage, as two standards ask for it. */
export const aMeasure = (said: Partial<MeasureDefined['data']> = {}): MeasureDefined => ({
  type: 'MeasureDefined',
  data: {
    code: 'green-coverage',
    name: { zh: '建成区绿化覆盖率', en: 'Green coverage of the built-up area' },
    definition: { zh: '绿化覆盖面积占建成区面积的比例', en: 'Share of the built-up area under green cover' },
    unit: '%',
    direction: 'at-least',
    indicators: [
      { standardId: publicId(CITY, 'ENV.v1'), indicatorCode: 'ENV-01-01', metric: 'value', relation: 'same', reason: { zh: '口径相同', en: 'Same definition' } },
      { standardId: publicId(CITY, 'HEA.v1'), indicatorCode: 'HEA-03-11', metric: 'green_coverage_pct', relation: 'same', reason: { zh: '口径相同', en: 'Same definition' } },
    ],
    participantTenantIds: [DISTRICT],
    ...said,
  },
});
