import { DEMO_YEARS, type CityPlan, type Row } from './city-plan.js';
import type { DemoData, Division } from './data.js';

/** The second city of the deployment. */
export const PANJIN = '211100';
/** From when the demonstration's posts are held. */
const HELD_SINCE = '2012-01-01';

export type Onboarding = Readonly<Partial<Record<'divisions' | 'departments' | 'posts' | 'externalParties' | 'populations' | 'calendar', readonly Row[]>>>;

const nameOf = ({ name_zh, name_en }: Division): Row => ({ nameZh: name_zh, nameEn: name_en ?? name_zh });

/** The grids of a town, each with its communities: here the grid stands above the community. */
const gridsOf = (town: Division, communities: readonly Division[], { communitiesOfAGrid, registerSince }: CityPlan): readonly Row[] =>
  Array.from({ length: Math.ceil(communities.length / communitiesOfAGrid) }, (_, index) => {
    const grid = `${town.code}-g${String(index + 1).padStart(2, '0')}`;
    const within = communities.slice(index * communitiesOfAGrid, (index + 1) * communitiesOfAGrid);
    return [
      { id: grid, code: null, nameZh: `${town.name_zh}第${index + 1}网格`, nameEn: `${town.name_zh}, grid ${index + 1}`, kind: 'grid', level: 4, parent: town.code, from: registerSince },
      ...within.map((community): Row => ({ ...nameOf(community), id: community.code, code: community.code, kind: 'village', level: 5, parent: grid, from: registerSince })),
    ];
  }).flat();

/** A district; Dawa as the county it was, and as the district it becomes. */
const districtRows = (district: Division, { dawa, registerSince }: CityPlan): readonly Row[] => {
  const row = { ...nameOf(district), id: district.code, code: district.code, kind: 'district', level: 2, parent: PANJIN, from: registerSince };
  if (district.code !== dawa.id) return [row];
  return [{ ...row, code: dawa.codeBefore, nameZh: dawa.nameBefore, nameEn: dawa.nameEnBefore }, { ...row, from: dawa.from, reason: dawa.reason }];
};

const calendarRows = (data: DemoData): readonly Row[] => DEMO_YEARS.flatMap((year) => {
  const { holidays, makeUpWorkdays, document } = data.workingYear(year);
  return [...holidays.map((date) => ({ date, kind: 'rest', document })), ...makeUpWorkdays.map((date) => ({ date, kind: 'work', document }))];
});

/** The whole city as one onboarding: divisions down to the communities, departments, posts, external parties, populations, calendar. */
export const panjinOnboarding = (data: DemoData): Onboarding => {
  const plan = data.city('panjin');
  const own = data.divisions().filter(({ code }) => code.startsWith(PANJIN.slice(0, 4)));
  const since = { from: plan.registerSince };
  const city = own.filter(({ code }) => code === PANJIN);
  const towns = own.filter(({ level }) => level === 4);
  return {
    divisions: [
      ...city.map((division): Row => ({ ...nameOf(division), id: PANJIN, code: PANJIN, kind: 'government', level: 1, parent: null, ...since })),
      ...own.filter(({ level }) => level === 3).flatMap((district) => districtRows(district, plan)),
      ...towns.map((town): Row => ({ ...nameOf(town), id: town.code, code: town.code, kind: 'town', level: 3, parent: town.parent, ...since })),
      ...towns.flatMap((town) => gridsOf(town, own.filter(({ parent }) => parent === town.code), plan)),
    ],
    departments: plan.departments.map((row): Row => ({ ...row, parent: PANJIN, ...since })),
    posts: plan.posts.map((row): Row => ({ ...row, ...since, holderFrom: HELD_SINCE })),
    externalParties: plan.externalParties.map((row): Row => ({ ...row, ...since })),
    populations: populationRows(own),
    calendar: calendarRows(data),
  };
};

/** The census of 2020, of the city and its districts. */
export const populationRows = (divisions: readonly Division[]): readonly Row[] =>
  divisions.flatMap(({ code, population_2020_census: counted }) =>
    (counted ? [{ unit: code, people: counted.value, on: '2020-11-01', source: '第七次全国人口普查 (Census of 2020)' }] : []));

/** A district's own offices, and the posts of its towns, grids and communities. */
export const panjinDistrictOnboarding = (data: DemoData, id: string): Onboarding => {
  const { registerSince } = data.city('panjin');
  const from = { from: registerSince, holderFrom: HELD_SINCE };
  const towns = data.divisions().filter(({ level, parent }) => level === 4 && parent === id);
  const [first] = towns;
  const [community] = data.divisions().filter(({ parent }) => parent === first?.code);
  const officer = (unit: string, nameZh: string, nameEn: string): Row => ({ id: `${unit}.officer`, unit, nameZh, nameEn, kind: 'officer', holder: `${unit}.officer`, ...from });
  return {
    departments: [{ id: `${id}-creation-office`, nameZh: '创城办', nameEn: 'Creation Office', kind: 'office', parent: id, from: registerSince }],
    posts: [
      { id: `${id}.head`, unit: id, nameZh: '区(县)长', nameEn: 'Head of the district', kind: 'head', holder: `${id}.leader`, ...from },
      { id: `${id}.officer`, unit: id, nameZh: '审计经办', nameEn: 'Audit officer', kind: 'officer', holder: `${id}.auditor`, ...from },
      { id: `${id}-creation-office.head`, unit: `${id}-creation-office`, nameZh: '主任', nameEn: 'Head', kind: 'head', holder: `${id}.district-office`, ...from },
      ...towns.map(({ code }): Row => ({ id: `${code}.head`, unit: code, nameZh: '镇(街)长', nameEn: 'Head of the town', kind: 'head', holder: `${code}.officer`, ...from })),
      ...(first && community ? [officer(`${first.code}-g01`, '网格员', 'Grid officer'), officer(community.code, '社区工作者', 'Community officer')] : []),
    ],
  };
};
