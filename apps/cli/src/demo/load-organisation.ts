import type { Post, UnitKind, UnitVersion } from '@zeren/organisation-domain';
import { CITY, departments, departmentUnit, districts, ENYANG_SINCE, externalParties, offices, REGISTER_SINCE } from './bazhong.js';
import { inParallel } from './api.js';
import type { DemoData, Division } from './data.js';
import type { Load } from './loading.js';

const levels = [
  { zh: '市', en: 'City' },
  { zh: '县区', en: 'District' },
  { zh: '镇街', en: 'Town' },
  { zh: '村社区', en: 'Village' },
  { zh: '网格', en: 'Grid' },
];

const registerTenant = (load: Load, tenantId: string, name: { zh: string; en: string }) =>
  load.post('platform.operator', '/api/v1/tenants', `tenant:${tenantId}`, {
    tenantId,
    name,
    kind: tenantId === CITY ? 'city' : 'district',
    parentTenantId: tenantId === CITY ? null : CITY,
    levels,
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

/** The city with four districts as of December 2012; then Enyang, split from Bazhou on 2013-01-18 with its towns. */
export const loadOrganisation = async (load: Load): Promise<void> => {
  const enyangTowns = load.data.divisions().filter(({ level, parent }) => level === 4 && parent === '511903');
  load.progress.begin('organisation', 3 + districts.length + enyangTowns.length);
  await load.clock('2012-12-03T01:00:00.000Z');
  await registerTenant(load, CITY, { zh: '巴中市', en: 'Bazhong City' });
  load.progress.advance('organisation');
  await load.post(`${CITY}.city-office`, '/api/v1/organisation/units', `units:${CITY}`, { units: cityUnits(load.data) });
  load.progress.advance('organisation');
  await load.post(`${CITY}.city-office`, '/api/v1/organisation/posts', `posts:${CITY}`, cityPosts());
  load.progress.advance('organisation');
  await inParallel(districts.filter(({ id }) => id !== '511903'), 4, ({ id }) => loadDistrict(load, id));

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
};
