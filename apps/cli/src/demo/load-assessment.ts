import { campaigns, CITY, departments, departmentUnit, districts } from './bazhong.js';
import type { Load } from './loading.js';
import type { PublishedSplit } from './published-split.js';

const SCHEME = `${CITY}_wuchuang.v1`;

/** The demonstration's scheme: linear where more is better or worse, all or nothing otherwise; two peer groups. */
export const loadScheme = async (load: Load, split: PublishedSplit): Promise<void> => {
  const leads = new Set(split.rows.filter(({ level }) => level === 1).map(({ unitId }) => unitId));
  load.progress.begin('scheme', 1);
  await load.clock('2013-03-11T01:00:00.000Z');
  await load.post(`${CITY}.performance-office`, '/api/v1/schemes', 'scheme', {
    code: 'wuchuang',
    version: 1,
    name: { zh: '“五创联动”考核办法(演示)', en: 'Assessment of the five campaigns (demonstration)' },
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
  });
  load.progress.advance('scheme');
};

/** Freezes and publishes the scores of a period. */
export const publishAssessment = async (load: Load, period: string): Promise<void> => {
  await load.post(`${CITY}.performance-office`, '/api/v1/assessments', `assessment:${period}`, { schemeId: SCHEME, period });
  load.progress.advance('assessments');
};
