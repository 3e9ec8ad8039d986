import { campaigns, CITY, departments, departmentUnit, districts } from './bazhong.js';
import type { Load } from './loading.js';
import type { PublishedSplit } from './published-split.js';

const schemeOf = (period: string): string => `${CITY}_wuchuang.${period < '2014' ? 'v1' : 'v2'}`;

/** The demonstration's scheme: linear where more is better or worse, all or nothing otherwise; two peer groups. */
const content = (split: PublishedSplit) => {
  const leads = new Set(split.rows.filter(({ level }) => level === 1).map(({ unitId }) => unitId));
  return {
    code: 'wuchuang',
    campaigns: campaigns.map(({ id, name, weight }) => ({ campaignId: `${CITY}_${id}`, name, weight })),
    rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' },
    lateDeduction: '10',
    reworkDeduction: '5',
    groups: [
      { code: 'districts', name: { zh: '县区组', en: 'Districts' }, units: districts.map(({ id, name }) => ({ unitId: id, tenantId: id, name })) },
      {
        code: 'departments',
        name: { zh: '市级部门组', en: 'City departments' },
        units: departments.map(({ slug, name }) => ({ unitId: departmentUnit(slug), tenantId: CITY, name })).filter(({ unitId }) => leads.has(unitId)),
      },
    ],
    notApplicable: [
      { unitId: '511903', indicatorCode: 'ENV-02-03', reason: { zh: '恩阳区2013年1月设立,无上年值', en: 'Enyang was established in January 2013 and has no value of the year before' } },
    ],
    places: 2,
    tieRule: 'late-then-rework-then-shared',
  };
};

/** What the second version makes of how the tasks were done; the figures are the demonstration's own. */
const doing = {
  leaves: ['extended', 'deferred', 'explained', 'returned', 'voided', 'withdrawn'],
  onTimeShare: '10',
  reworkCap: '15',
  falseReport: { points: '8', cap: '24' },
  sampleFailure: { tolerated: '5', points: '0.2', cap: '5' },
  claim: { points: '0.5', cap: '2' },
  sharedCredit: true,
};

/** The version of 2013: targets and results alone. */
export const loadScheme = async (load: Load, split: PublishedSplit): Promise<void> => {
  load.progress.begin('scheme', 1);
  await load.clock('2013-03-11T01:00:00.000Z');
  await load.post(`${CITY}.performance-office`, '/api/v1/schemes', 'scheme', {
    ...content(split), version: 1, name: { zh: '“五创联动”考核办法(演示)', en: 'Assessment of the five campaigns (demonstration)' },
  });
  load.progress.advance('scheme');
};

/** The version in force from 2014: it looks at the doing as well. */
export const loadSchemeOfDoing = async (load: Load, split: PublishedSplit): Promise<void> => {
  await load.clock('2014-01-20T01:00:00.000Z');
  await load.post(`${CITY}.performance-office`, '/api/v1/schemes', 'scheme:2', {
    ...content(split), version: 2, name: { zh: '“五创联动”考核办法(2014年修订,演示)', en: 'Assessment of the five campaigns, revised in 2014 (demonstration)' }, doing,
  });
};

/** Freezes and publishes the scores of a period. */
export const publishAssessment = async (load: Load, period: string): Promise<void> => {
  const schemeId = schemeOf(period);
  const key = schemeId.endsWith('v1') ? `assessment:${period}` : `assessment:v2:${period}`;
  await load.post(`${CITY}.performance-office`, '/api/v1/assessments', key, { schemeId, period });
  load.progress.advance('assessments');
};
