import type { RawCell, RawRow } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import {
  calendarDecider, isWithin, registerDecider, unitOn, type OnboardingSheet, type Register, type RegisterEvent, type RegisterFacts, type TenantRegistered,
} from '../index.js';
import { checkImport, planImport, type ImportPlan } from './import-plan.js';
import { linesOfRegister } from './onboarding-lines.js';
import { onboardingSheets } from './onboarding-sheets.js';
import { parseOnboarding } from './onboarding-table.js';
import { planYears } from './planned-years.js';
import { populationOn } from './population-state.js';

const level = (zh: string, en: string) => ({ zh, en });
/** Panjin orders grid above community. */
const panjin: TenantRegistered['data'] = {
  tenantId: '211100', name: level('盘锦市', 'Panjin'), kind: 'city', parentTenantId: null, timeZone: 'Asia/Shanghai',
  levels: [level('市', 'City'), level('县区', 'District'), level('镇街', 'Town'), level('网格', 'Grid'), level('社区村', 'Community')],
};
const facts: RegisterFacts = { tenant: panjin, territory: [] };

const rawRow = (number: number, texts: readonly string[], said: Partial<RawRow> = {}): RawRow => ({
  number, isHidden: false, cells: new Map(texts.flatMap((text, at): [number, RawCell][] => (text === '' ? [] : [[at, { text, kind: 'text' }]]))), ...said,
});
const sheet = (code: OnboardingSheet, language: 'zh' | 'en', ...rows: readonly (readonly string[])[]): RawRow[] =>
  [onboardingSheets[code].columns.map(({ heading }) => heading[language]), ...rows].map((texts, index) => rawRow(index + 1, texts));

const divisions = [
  ['211100', '211100', '盘锦市', 'Panjin', '政府', '1', '', '1984-06-01', ''],
  ['211103', '211103', '兴隆台区', '', '县区', '2', '211100', '1984-06-01', ''],
  ['211104', '211121', '大洼县', '', '县区', '2', '211100', '1984-06-01', ''],
  ['211104', '211104', '大洼区', '', '县区', '2', '211100', '2016-03-20', '撤县设区'],
  ['211103001', '211103001', '振兴街道', '', '镇街', '3', '211103', '１９８４／６／１', ''],
  ['211103001-g01', '', '第一网格', '', '网格', '4', '211103001', '1984-06-01', ''],
  ['211103001001', '211103001001', '世纪社区', '', '村社区', '5', '211103001-g01', '1984-06-01', ''],
] as const;
const posts = [
  ['211100-creation-office.head', '211100-creation-office', '主任', 'Head', '主要负责人', '1984-06-01', '211100.city-office', '2012-01-01'],
  ['211103001-g01.officer', '211103001-g01', '网格员', 'Grid officer', '经办', '2010-01-01', '211103001-g01.officer', ''],
] as const;
const whole = (of: readonly (readonly string[])[] = divisions, ofPosts: readonly (readonly string[])[] = posts) => parseOnboarding({
  divisions: sheet('divisions', 'zh', ...of),
  departments: sheet('departments', 'en', ['211100-creation-office', '市创城办', 'Creation Office', 'Office', '211100', '1984-06-01', '']),
  posts: sheet('posts', 'zh', ...ofPosts),
  externalParties: sheet('externalParties', 'zh', ['211100-x-liaohe-oilfield', '辽河油田公司', 'Liaohe Oilfield Company', '1984-06-01', '']),
  populations: sheet('populations', 'zh', ['211103', '529,394', '2020-11-01', '第七次全国人口普查']),
});

const newYear = [['2013-01-01', '放假', '国办发〔2012〕88号'], ['2013-01-05', '上班', '国办发〔2012〕88号'], ['2014-01-01', 'Rest', '国办发〔2013〕1号']] as const;
const calendarOf = (of: readonly (readonly string[])[]) => parseOnboarding({ calendar: sheet('calendar', 'zh', ...of) });

const { given } = specify(registerDecider);
const LATER = '2013-03-01T02:15:00.000Z';
const importing = (table = whole(), importId = 'a') =>
  ({ type: 'ImportRegister' as const, data: { importId, tables: table.tables, facts, lapsesAt: LATER } });
const imported = (table = whole()): readonly RegisterEvent[] => given().when(importing(table)).outcome();
const planOf = (table: ReturnType<typeof whole>, register: Register = registerDecider.initialState): ImportPlan => planImport(register, table.tables, facts);
const places = (faults: ImportPlan['faults']) => faults.map(({ place, column, code }) => [`${place.sheet} ${place.row} ${column}`, code]);

describe('the calendar of an onboarding', () => {
  const yearsIn = (of: readonly (readonly string[])[], calendar = calendarDecider.initialState) => planYears(calendar, calendarOf(of));

  it('is a year whole for each year it names days of', () => {
    const { years, changes, faults } = yearsIn(newYear);
    expect(faults).toEqual([]);
    expect(years).toEqual([
      { year: 2013, holidays: ['2013-01-01'], makeUpWorkdays: ['2013-01-05'], document: '国办发〔2012〕88号' },
      { year: 2014, holidays: ['2014-01-01'], makeUpWorkdays: [], document: '国办发〔2013〕1号' },
    ]);
    expect(changes.map(({ what, place }) => [what, place.row])).toEqual([['working-year-published', 2], ['working-year-published', 4]]);
  });

  it('leaves alone what was published like that', () => {
    const [year] = yearsIn(newYear).years;
    const published = { ...calendarDecider.initialState, years: [{ ...(year as NonNullable<typeof year>), version: 1 }] };
    expect(yearsIn(newYear, published).years.map((one) => one.year)).toEqual([2014]);
  });

  it('with a day for rest and for work, no date or no notice is refused at its place, and none of it is published', () => {
    const both = yearsIn([...newYear, ['2013-01-01', '上班', '国办发〔2012〕88号']]);
    expect([places(both.faults), both.years]).toEqual([[['calendar 5 date', 'rest-and-work']], []]);
    const wrong = calendarOf([['元旦', '放假', '国办发〔2012〕88号'], ['2013-01-05', '加班', '']]);
    expect(places(wrong.faults)).toEqual([['calendar 2 date', 'cell-date'], ['calendar 3 kind', 'cell-choice'], ['calendar 3 document', 'cell-required']]);
    expect(planYears(calendarDecider.initialState, wrong)).toEqual({ years: [], changes: [], faults: [] });
  });
});

describe('the onboarding of a city', () => {
  it('is one file: divisions down to the grid, departments, posts with holders, external parties and populations', () => {
    expect(whole().faults).toEqual([]);
    const state = given(...imported()).state();
    expect(unitOn(state, '211100-creation-office', '2013-01-01')).toMatchObject({ kind: 'office', level: 1, parentUnitId: '211100' });
    expect(unitOn(state, '211100-x-liaohe-oilfield', '2013-01-01')).toMatchObject({ kind: 'external-party', level: null, parentUnitId: null });
    expect(state.posts['211100-creation-office.head']?.holdings).toEqual([{ officerId: '211100.city-office', from: '2012-01-01', until: null }]);
    expect(populationOn(state, '211103', '2021-01-01')).toMatchObject({ people: 529394, source: '第七次全国人口普查' });
    expect(imported().at(-1)).toEqual({ type: 'RegisterImported', data: { importId: 'a', rows: { units: 9, posts: 2, populations: 1 } } });
  });

  it('may order grid above community: number and names of levels are the city\'s own', () => {
    const state = given(...imported()).state();
    expect(isWithin(state, '211103001001', '211103001-g01', '2013-01-01')).toBe(true);
    expect(unitOn(state, '211103001-g01', '2013-01-01')).toMatchObject({ kind: 'grid', level: 4 });
    expect(unitOn(state, '211103001001', '2013-01-01')).toMatchObject({ kind: 'village', level: 5 });
  });

  it('tells what a unit was and will be: Dawa is a county until 2016 and a district from then on', () => {
    const state = given(...imported()).state();
    expect(unitOn(state, '211104', '2016-03-19')).toMatchObject({ code: '211121', name: { zh: '大洼县', en: '大洼县' } });
    expect(unitOn(state, '211104', '2016-03-20')).toMatchObject({ code: '211104', name: { zh: '大洼区', en: '大洼区' } });
  });

  it('run again changes nothing', () => {
    given(...imported()).when(importing()).then();
    expect(planOf(whole(), given(...imported()).state())).toEqual({ events: [], changes: [], faults: [] });
  });

  it('run again with more rows enters those alone', () => {
    const village = ['211103001002', '211103001002', '设计院社区', '', '村社区', '5', '211103001-g01', '1984-06-01', ''];
    const { changes } = planOf(whole([...divisions, village]), given(...imported()).state());
    expect(changes).toMatchObject([{ what: 'unit-registered', unit: { unitId: '211103001002' } }]);
  });

  it('says of every row what it would change, and what was before', () => {
    expect(planOf(whole()).changes.map(({ what }) => what)).toEqual([
      ...Array<string>(8).fill('unit-registered'), 'unit-changed', 'post-created', 'post-created', 'post-filled', 'post-filled', 'population-recorded',
    ]);
    const renamed = ['211103', '211103', '兴隆台新区', '', '县区', '2', '211100', '2013-03-01', '更名批复'];
    expect(planOf(whole([...divisions, renamed]), given(...imported()).state()).changes)
      .toMatchObject([{ what: 'unit-changed', reason: '更名批复', before: { name: { zh: '兴隆台区' } }, unit: { name: { zh: '兴隆台新区' } } }]);
  });

  it('is read back from the register\'s own sheets without a change', () => {
    const register = given(...imported()).state();
    const calendar = { ...calendarDecider.initialState, years: planYears(calendarDecider.initialState, calendarOf(newYear)).years.map((year) => ({ ...year, version: 1 })) };
    const lines = linesOfRegister(register, calendar);
    const own = parseOnboarding(Object.fromEntries((Object.keys(lines) as OnboardingSheet[]).map((code) => [code, sheet(code, 'en', ...lines[code])])));
    expect(own.faults).toEqual([]);
    expect(own.tables.units).toHaveLength(9);
    expect(planOf(own, register)).toEqual({ events: [], changes: [], faults: [] });
    expect([own.tables.workingDays.length, planYears(calendar, own)]).toEqual([3, { years: [], changes: [], faults: [] }]);
  });

  it('takes full-width digits, dates as text and the choices in either language for what they mean', () => {
    const table = parseOnboarding({ divisions: sheet('divisions', 'en', ['２１１１００', '211100', '盘锦市', '', 'Government', '１', '', '1984年6月1日', '']) });
    expect(table.tables.units[0]?.unit).toMatchObject({ unitId: '211100', kind: 'government', level: 1, validFrom: '1984-06-01' });
    expect(table.faults).toEqual([]);
  });
});

describe('a file of an onboarding is refused', () => {
  const row = (said: readonly string[]) => whole([...divisions, said]);

  it.each<[string, ReturnType<typeof whole>, string, string]>([
    ['with a unit in two places at once', row(['211103001001', '211103001001', '世纪社区', '', '村社区', '5', '211103001', '1984-06-01', '']), 'divisions 9 parent', 'unit-in-two-places'],
    ['with a unit twice', row(['211103001001', '', '世纪社区', '', '村社区', '5', '211103001-g01', '1984-06-01', '']), 'divisions 9 id', 'unit-repeated'],
    ['with a place outside the tenant', row(['511902', '511902', '巴州区', '', '县区', '2', '211100', '1984-06-01', '']), 'divisions 9 id', 'unit-outside-tenant'],
    ['with a parent nobody knows', row(['211199', '', '新区', '', '县区', '2', '211198', '1984-06-01', '']), 'divisions 9 parent', 'parent-not-effective'],
    ['with a level that does not fit', row(['211199', '', '新区', '', '县区', '1', '211100', '1984-06-01', '']), 'divisions 9 level', 'unit-level-wrong'],
    ['with a change that has no reason', row(['211103', '211103', '兴隆区', '', '县区', '2', '211100', '2013-01-01', '']), 'divisions 9 reason', 'change-reason-missing'],
    ['with a department of nobody', parseOnboarding({ departments: sheet('departments', 'zh', ['211100-health', '卫健委', '', '部门', '211100', '1984-06-01', '']) }), 'departments 2 parent', 'parent-not-effective'],
    ['with a post held by two at once', whole(divisions, [...posts, [...(posts[0] as readonly string[]).slice(0, 6), '211100.other', '2012-01-01']]), 'posts 4 holderFrom', 'post-held-then'],
    ['with a post of a unit nobody knows', whole(divisions, [['211199.head', '211199', '区长', '', '主要负责人', '1984-06-01', '', '']]), 'posts 2 unit', 'post-unit-not-effective'],
    ['with a post before its unit', whole(divisions, [['211103.head', '211103', '区长', '', '主要负责人', '1980-01-01', '', '']]), 'posts 2 unit', 'post-unit-not-effective'],
  ])('%s', (_, table, place, code) => {
    expect(table.faults).toEqual([]);
    expect(places(planOf(table).faults)).toEqual([[place, code]]);
    const [sheetName, number, column] = place.split(' ');
    given().when(importing(table)).thenRefused(code, `${sheetName}[${number}].${column}`);
  });

  it('with a cycle in the tree', () => {
    const [top, first] = divisions;
    const office = (id: string, parent: string, from: string) => [id, `${id}`, '', '办公室', parent, from, from > '2000' ? '调整' : ''];
    const table = parseOnboarding({
      divisions: sheet('divisions', 'zh', top, first),
      departments: sheet('departments', 'zh', office('211100-a', '211100', '1990-01-01'), office('211100-b', '211100-a', '1990-01-01'), office('211100-a', '211100-b', '2013-01-01')),
    });
    expect(places(planOf(table).faults)).toContainEqual(['departments 4 parent', 'unit-cycle']);
  });

  it('with every error at once, each at its place', () => {
    const table = parseOnboarding({
      divisions: sheet('divisions', 'zh',
        ['21110', '211100', '盘锦市', '', '政府', '一', '', '1984-06-01', ''], ['211103', '211103', '', '', '城区', '2', '211100', '1984-13-01', '']),
      populations: sheet('populations', 'zh', ['211103', '五十万', '2020-11-01', '']),
    });
    expect(places(table.faults)).toEqual([
      ['divisions 2 id', 'cell-form'], ['divisions 2 level', 'cell-number'], ['divisions 3 nameZh', 'cell-required'], ['divisions 3 kind', 'cell-choice'],
      ['divisions 3 from', 'cell-date'], ['populations 2 people', 'cell-number'], ['populations 2 source', 'cell-required'],
    ]);
  });

  it('with cells and rules at once; what hangs on a wrong row is not judged', () => {
    const table = whole([
      ...divisions, ['211103002', '', '兴隆街道', '', '乡镇', '3', '211103', '1984-06-01', ''], ['211103002001', '', '金河社区', '', '村社区', '5', '211103002', '1984-06-01', ''],
      ['211199', '', '新区', '', '县区', '2', '211198', '1984-06-01', ''],
    ]);
    expect(places(checkImport(registerDecider.initialState, table, facts).faults)).toEqual([['divisions 9 kind', 'cell-choice'], ['divisions 11 parent', 'parent-not-effective']]);
    const [header, first] = sheet('divisions', 'zh', divisions[0]) as [RawRow, RawRow];
    const hidden = parseOnboarding({ divisions: [header, { ...first, isHidden: true }] });
    expect(places(checkImport(registerDecider.initialState, hidden, facts).faults)).toEqual([['divisions 2 ', 'row-hidden']]);
  });

  it('with formulas, errors, hidden rows, unknown or missing columns, or nothing at all', () => {
    const [header, first] = sheet('divisions', 'zh', divisions[0]) as [RawRow, RawRow];
    const withCell = (cell: RawCell): RawRow => ({ ...first, cells: new Map([...first.cells, [2, cell]]) });
    const faultsOf = (...rows: RawRow[]) => places(parseOnboarding({ divisions: rows }).faults);
    expect(faultsOf(header, withCell({ text: '1', kind: 'formula' }))).toEqual([['divisions 2 nameZh', 'cell-formula']]);
    expect(faultsOf(header, withCell({ text: '#N/A', kind: 'error' }))).toEqual([['divisions 2 nameZh', 'cell-error']]);
    expect(faultsOf(header, { ...first, isHidden: true })).toEqual([['divisions 2 ', 'row-hidden']]);
    expect(faultsOf(rawRow(1, ['编号', '颜色']), first)).toContainEqual(['divisions 1 ', 'sheet-column-unknown']);
    expect(faultsOf(rawRow(1, ['编号']), first)).toContainEqual(['divisions 1 ', 'sheet-column-missing']);
    expect(faultsOf()).toEqual([[' 0 ', 'sheets-empty']]);
  });

  it('before the operator registered the tenant', () => {
    const { data } = importing();
    given().when({ type: 'ImportRegister', data: { ...data, facts: { tenant: null, territory: [] } } }).thenRefused('tenant-not-registered');
  });
});

describe('an import larger than one append', () => {
  const villages = Array.from({ length: 9_000 }, (_, n) =>
    [`211103001${String(n % 999).padStart(3, '0')}-v${n}`, '', `第${n}社区居民委员会`, '', '村社区', '5', '211103001-g01', '1984-06-01', '']);
  const large = whole([...divisions, ...villages]);
  const during = { now: '2013-03-01T02:00:00.000Z' };

  it('of 9,000 communities is entered in parts of less than 1 MiB, until it is whole', () => {
    const events: RegisterEvent[] = [];
    let parts = 0;
    do {
      const part = given(...events).when(importing(large), during).outcome();
      expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(1_000_000);
      events.push(...part);
      parts += 1;
    } while (given(...events).state().importing !== null);
    expect(parts).toBeGreaterThan(3);
    expect(Object.keys(given(...events).state().units)).toHaveLength(9_008);
    expect(events.filter(({ type }) => type === 'RegisterImportBegun' || type === 'RegisterImported').map(({ type }) => type))
      .toEqual(['RegisterImportBegun', 'RegisterImported']);
    given(...events).when(importing(large), during).then();
  });

  it('alone changes the register until it is whole or lapses', () => {
    const first = given().when(importing(large), during).outcome();
    given(...first).when(importing(whole(), 'b'), during).thenRefused('import-under-way');
    given(...first).when({ type: 'VacatePost', data: { postId: '211100.head', until: '2013-01-01' } }, during).thenRefused('import-under-way');
    given(...first).when({ type: 'VacatePost', data: { postId: '211100.head', until: '2013-01-01' } }, { now: LATER }).thenRefused('post-unknown');
  });
});

describe('a population', () => {
  const record = (said: object) => ({
    type: 'RecordPopulations' as const,
    data: { populations: [{ unitId: '211103', people: 1, on: '2010-11-01', source: '第六次全国人口普查', ...said }], facts },
  });

  it('is said again for the same day: the later holds, other days stay', () => {
    const state = given(...imported(), ...given(...imported()).when(record({ on: '2020-11-01', people: 529395 })).outcome()).state();
    expect(populationOn(state, '211103', '2021-01-01')?.people).toBe(529395);
    const both = given(...imported(), ...given(...imported()).when(record({})).outcome()).state();
    expect([populationOn(both, '211103', '2012-01-01')?.people, populationOn(both, '211103', '2022-01-01')?.people]).toEqual([1, 529394]);
    expect(populationOn(both, '211103', '1990-01-01')).toBeUndefined();
    given(...imported()).when(record({ on: '2020-11-01', people: 529394, source: '第七次全国人口普查' })).then();
  });

  it.each([
    ['of nobody', { unitId: '211199' }, 'unit-unknown', 'populations[0].unitId'],
    ['of a day on which the unit did not exist', { on: '1980-01-01' }, 'population-of-no-unit', 'populations[0].on'],
    ['on a day that does not exist', { on: '2010-02-30' }, 'not-a-date', 'populations[0].on'],
    ['of half a person', { people: 0.5 }, 'population-not-whole', 'populations[0].people'],
    ['without a source', { source: ' ' }, 'population-source-missing', 'populations[0].source'],
  ])('%s is refused', (_, said, code, field) => {
    given(...imported()).when(record(said)).thenRefused(code, field);
  });
});
