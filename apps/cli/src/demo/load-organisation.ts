import type { LocalisedText } from '@zeren/kernel';
import type { Post, UnitKind, UnitVersion } from '@zeren/organisation-domain';
import { CITY, departments, departmentUnit, districts, ENYANG_SINCE, externalParties, offices, REGISTER_SINCE } from './bazhong.js';
import { inParallel } from './api.js';
import { PANJIN, panjinDistrictOnboarding, panjinOnboarding, populationRows, type Onboarding } from './panjin.js';
import type { DemoData, Division } from './data.js';
import type { Load } from './loading.js';

/** The street of Bazhou whose communities have grids in the demonstration. */
const STREET_WITH_GRIDS = '511902001';

const levels = [
  { zh: '市', en: 'City' },
  { zh: '县区', en: 'District' },
  { zh: '镇街', en: 'Town' },
  { zh: '村社区', en: 'Village' },
  { zh: '网格', en: 'Grid' },
];

const registerTenant = (load: Load, tenantId: string, name: LocalisedText, city = CITY, levelsOf: readonly LocalisedText[] = levels) =>
  load.post('platform.operator', '/api/v1/tenants', `tenant:${tenantId}`, {
    tenantId,
    name,
    kind: tenantId === city ? 'city' : 'district',
    parentTenantId: tenantId === city ? null : city,
    levels: levelsOf,
    timeZone: 'Asia/Shanghai',
  });

const kindOfLevel: Readonly<Record<number, UnitKind>> = { 2: 'government', 3: 'district', 4: 'town', 5: 'village' };

/** A division as a unit of the register. Before Enyang was split off, its towns belonged to Bazhou. */
const unitOf = (division: Division): UnitVersion => ({
  unitId: division.code,
  code: division.code,
  name: { zh: division.name_zh, en: division.name_en ?? division.name_zh },
  kind: kindOfLevel[division.level] as UnitKind,
  level: division.level - 1,
  parentUnitId: division.code === CITY ? null : division.level === 4 && division.parent === '511903' ? '511902' : division.parent,
  validFrom: division.code === '511903' ? ENYANG_SINCE : REGISTER_SINCE,
});

const bodyUnit = (slug: string, name: { zh: string; en: string }, kind: UnitKind): UnitVersion => ({
  unitId: kind === 'external-party' ? `${CITY}-x-${slug}` : departmentUnit(slug),
  code: null,
  name,
  kind,
  level: kind === 'external-party' ? null : 1,
  parentUnitId: kind === 'external-party' ? null : CITY,
  validFrom: REGISTER_SINCE,
});

const headOf = (unitId: string, since: string, zh = '主要负责人', en = 'Head'): Post => ({
  postId: `${unitId}.head`, unitId, name: { zh, en }, kind: 'head', validFrom: since,
});
const officerOf = (unitId: string, since: string): Post => ({
  postId: `${unitId}.officer`, unitId, name: { zh: '经办人', en: 'Officer' }, kind: 'officer', validFrom: since,
});

const cityUnits = (data: DemoData): UnitVersion[] => [
  ...data.divisions().filter(({ code }) => code.startsWith(CITY.slice(0, 4)) && code !== '511903').map(unitOf),
  ...offices.map(({ slug, name }) => bodyUnit(slug, name, 'office')),
  ...departments.map(({ slug, name }) => bodyUnit(slug, name, 'department')),
  ...externalParties.map(({ slug, name }) => bodyUnit(slug, name, 'external-party')),
];

const cityPosts = () => {
  const posts = [
    headOf(CITY, REGISTER_SINCE, '市长', 'Mayor'),
    ...[...offices, ...departments].flatMap(({ slug }) => [headOf(departmentUnit(slug), REGISTER_SINCE), officerOf(departmentUnit(slug), REGISTER_SINCE)]),
  ];
  const holders = [
    { postId: `${CITY}.head`, officerId: `${CITY}.leader`, from: '2012-01-01' },
    { postId: departmentUnit('creation-office') + '.head', officerId: `${CITY}.city-office`, from: '2012-01-01' },
    { postId: departmentUnit('creation-office') + '.officer', officerId: `${CITY}.integrator`, from: '2012-01-01' },
    { postId: departmentUnit('supervision-office') + '.officer', officerId: `${CITY}.inspector`, from: '2012-01-01' },
    { postId: departmentUnit('performance-office') + '.head', officerId: `${CITY}.performance-office`, from: '2012-01-01' },
    { postId: departmentUnit('audit-office') + '.officer', officerId: `${CITY}.auditor`, from: '2012-01-01' },
    ...departments.flatMap(({ slug }) => [
      { postId: `${departmentUnit(slug)}.head`, officerId: `${departmentUnit(slug)}.leader`, from: '2012-01-01' },
      { postId: `${departmentUnit(slug)}.officer`, officerId: `${departmentUnit(slug)}.officer`, from: '2012-01-01' },
    ]),
  ];
  return { posts, holders };
};

const districtRegister = (load: Load, id: string, since: string, data: DemoData) => {
  const office = (slug: string, zh: string, en: string): UnitVersion => ({
    unitId: `${id}-${slug}`, code: null, name: { zh, en }, kind: 'office', level: 2, parentUnitId: id, validFrom: since,
  });
  const towns = data.divisions().filter(({ level, parent }) => level === 4 && parent === id);
  const holdersFrom = since > '2012-01-01' ? since : '2012-01-01';
  return {
    units: [office('creation-office', '创城办', 'Creation Office'), office('supervision-office', '目标督查办', 'Target Supervision Office')],
    posts: [
      headOf(id, since, '区(县)长', 'Head of the district'),
      headOf(`${id}-creation-office`, since),
      officerOf(id, since),
      headOf(`${id}-supervision-office`, since),
      officerOf(`${id}-supervision-office`, since),
      ...towns.map(({ code }) => headOf(code, since, '镇(街)长', 'Head of the town')),
    ],
    holders: [
      { postId: `${id}.head`, officerId: `${id}.leader`, from: holdersFrom },
      { postId: `${id}-creation-office.head`, officerId: `${id}.district-office`, from: holdersFrom },
      { postId: `${id}-supervision-office.officer`, officerId: `${id}.inspector`, from: holdersFrom },
      { postId: `${id}.officer`, officerId: `${id}.auditor`, from: holdersFrom },
      ...towns.map(({ code }) => ({ postId: `${code}.head`, officerId: `${code}.officer`, from: holdersFrom })),
    ],
  };
};

const loadDistrict = async (load: Load, id: string): Promise<void> => {
  const district = districts.find((candidate) => candidate.id === id);
  if (!district) throw new Error(`No district ${id}`);
  const { units, posts, holders } = districtRegister(load, id, district.since, load.data);
  await registerTenant(load, id, district.name);
  await load.post(`${id}.district-office`, '/api/v1/organisation/units', `units:${id}`, { units });
  await load.post(`${id}.district-office`, '/api/v1/organisation/posts', `posts:${id}`, { posts, holders });
  load.progress.advance('organisation');
};

const importInto = (load: Load, account: string, key: string, rows: Onboarding) =>
  load.post(account, '/api/v1/organisation/imports', key, rows);

/** Panjin beside Bazhong, by nothing but imports: five levels with grid above community, an oil field outside the tree. */
const loadPanjin = async (load: Load): Promise<void> => {
  const { tenant } = load.data.city('panjin');
  const ofPanjin = load.data.divisions().filter(({ level, parent }) => level === 3 && parent === PANJIN);
  await registerTenant(load, PANJIN, tenant.name, PANJIN, tenant.levels);
  await inParallel(ofPanjin, 4, async ({ code, name_zh, name_en }) => {
    await registerTenant(load, code, { zh: name_zh, en: name_en ?? name_zh }, PANJIN, tenant.levels);
  });
  await importInto(load, `${PANJIN}.city-office`, 'import:panjin', panjinOnboarding(load.data));
  await importInto(load, '211103.district-office', 'import:211103', panjinDistrictOnboarding(load.data, '211103'));
  load.progress.advance('organisation');
};

/** Bazhong's hotline, the grids of one street with those who work there, and what the census counted. */
const loadGrassRoots = async (load: Load): Promise<void> => {
  const villages = load.data.divisions().filter(({ parent }) => parent === STREET_WITH_GRIDS);
  const districtOf = STREET_WITH_GRIDS.slice(0, 6);
  await importInto(load, `${CITY}.city-office`, 'import:grass-roots', {
    divisions: villages.flatMap((village) => gridRows(village)),
    departments: [{ id: departmentUnit('hotline'), nameZh: '市12345热线办', nameEn: 'Hotline 12345 Office', kind: 'office', parent: CITY, from: REGISTER_SINCE }],
    posts: [officerRow(departmentUnit('hotline'), '话务员', 'Operator', `${CITY}.hotline`)],
    populations: populationRows(load.data.divisions().filter(({ code }) => code.startsWith(CITY.slice(0, 4)) && code !== '511903')),
  });
  await importInto(load, `${districtOf}.district-office`, 'import:grass-roots-posts', {
    posts: villages.flatMap((village) => [
      officerRow(village.code, '社区工作者', 'Community officer'), ...gridRows(village).map(({ id }) => officerRow(id, '网格员', 'Grid officer')),
    ]),
  });
  load.progress.advance('organisation');
};

const gridRows = ({ code, name_zh }: Division) => ['一', '二'].map((number, index) => ({
  id: `${code}-g0${index + 1}`, code: null, nameZh: `${name_zh.replace('居民委员会', '')}第${number}网格`, nameEn: `${name_zh.replace('居民委员会', '')}, grid ${index + 1}`,
  kind: 'grid', level: 5, parent: code, from: REGISTER_SINCE,
}));

const officerRow = (unit: string, nameZh: string, nameEn: string, holder = `${unit}.officer`) =>
  ({ id: `${unit}.officer`, unit, nameZh, nameEn, kind: 'officer', from: REGISTER_SINCE, holder, holderFrom: '2012-01-01' });

/** Concrete places of both cities, which requests name and inspections visit. */
const loadSites = async (load: Load): Promise<void> => {
  for (const city of [CITY, PANJIN]) {
    await inParallel(load.data.sites(city), load.width, async (site) => {
      await load.post(`${city}.city-office`, '/api/v1/sites', `site:${city}:${site.number}`, site);
    });
  }
};

/** The city with four districts as of December 2012; then Enyang, split from Bazhou on 2013-01-18 with its towns. */
export const loadOrganisation = async (load: Load): Promise<void> => {
  const enyangTowns = load.data.divisions().filter(({ level, parent }) => level === 4 && parent === '511903');
  load.progress.begin('organisation', 5 + districts.length + enyangTowns.length);
  await load.clock('2012-12-03T01:00:00.000Z');
  await registerTenant(load, CITY, { zh: '巴中市', en: 'Bazhong City' });
  load.progress.advance('organisation');
  await load.post(`${CITY}.city-office`, '/api/v1/organisation/units', `units:${CITY}`, { units: cityUnits(load.data) });
  load.progress.advance('organisation');
  await load.post(`${CITY}.city-office`, '/api/v1/organisation/posts', `posts:${CITY}`, cityPosts());
  load.progress.advance('organisation');
  await Promise.all([inParallel(districts.filter(({ id }) => id !== '511903'), 4, ({ id }) => loadDistrict(load, id)), loadPanjin(load)]);
  await loadGrassRoots(load);

  await load.clock('2013-01-18T01:00:00.000Z');
  const enyang = load.data.divisions().find(({ code }) => code === '511903') as Division;
  await load.post(`${CITY}.city-office`, '/api/v1/organisation/units', 'units:enyang', { units: [unitOf(enyang)] });
  for (const town of enyangTowns) {
    await load.post(`${CITY}.city-office`, `/api/v1/organisation/units/${town.code}/versions`, `moved:${town.code}`, {
      code: town.code,
      name: { zh: town.name_zh, en: town.name_en ?? town.name_zh },
      kind: 'town',
      level: 3,
      parentUnitId: '511903',
      validFrom: ENYANG_SINCE,
      reason: '国务院批准设立恩阳区 / Enyang District was established',
    });
    load.progress.advance('organisation');
  }
  await loadDistrict(load, '511903');
  await importInto(load, `${CITY}.city-office`, 'import:enyang-census', { populations: populationRows([enyang]) });
  await loadSites(load);
};
