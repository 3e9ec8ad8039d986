import { join } from 'node:path';
import type { RawCell, RawRow } from '@zeren/kernel';
import { calendarDecider, emptyRegister, evolveRegister, isWithin, onboardingSheets, parseOnboarding, planImport, planYears, unitOn, unitsOn, type OnboardingSheet, type Register } from '@zeren/organisation-domain';
import { DemoData } from './data.js';
import { PANJIN, panjinDistrictOnboarding, panjinOnboarding, type Onboarding } from './panjin.js';

const data = new DemoData(join(__dirname, '../../data'));
const { tenant } = data.city('panjin');

const sheetsOf = (rows: Onboarding) => Object.fromEntries((Object.keys(rows) as OnboardingSheet[]).map((code) => {
  const columns = onboardingSheets[code].columns.map((column): string => column.code);
  const lines = [columns, ...(rows[code] ?? []).map((row) => columns.map((column) => String(row[column] ?? '')))];
  return [code, lines.map((texts, number): RawRow => ({
    number, isHidden: false, cells: new Map(texts.flatMap((text, at): [number, RawCell][] => (text === '' ? [] : [[at, { text, kind: 'text' }]]))),
  }))];
}));

const imported = (rows: Onboarding, facts: Parameters<typeof planImport>[2]): Register => {
  const table = parseOnboarding(sheetsOf(rows));
  const plan = planImport(emptyRegister, table.tables, facts);
  expect([...table.faults, ...plan.faults]).toEqual([]);
  return plan.events.reduce(evolveRegister, emptyRegister);
};

describe('the second city of the demonstration', () => {
  const city = { ...tenant, kind: 'city' as const, parentTenantId: null, timeZone: 'Asia/Shanghai' };
  const register = imported(panjinOnboarding(data), { tenant: city, territory: [] });

  it('is onboarded by its import alone, with grid above community and the oil field outside the tree', () => {
    const count = (kind: string) => unitsOn(register, '2013-01-01').filter((unit) => unit.kind === kind).length;
    expect(['district', 'town', 'village'].map(count)).toEqual([4, 50, 544]);
    expect(count('grid')).toBeGreaterThan(100);
    expect(isWithin(register, '211103001001', '211103001-g01', '2013-01-01')).toBe(true);
    expect(unitOn(register, `${PANJIN}-x-liaohe-oilfield`, '2013-01-01')).toMatchObject({ kind: 'external-party', level: null });
  });

  it('has its calendar of the years it runs through by the same import', () => {
    const { years, faults } = planYears(calendarDecider.initialState, parseOnboarding(sheetsOf(panjinOnboarding(data))));
    expect(faults).toEqual([]);
    expect(years).toEqual([2012, 2013, 2014].map((year) => data.workingYear(year)));
  });

  it('has Dawa as a county until 2016 and as a district from then on', () => {
    expect(['2014-12-31', '2017-01-01'].map((day) => unitOn(register, '211104', day)?.code)).toEqual(['211121', '211104']);
  });

  it('has a district whose towns, grids and communities hold their posts', () => {
    const district = { ...city, tenantId: '211103', kind: 'district' as const, parentTenantId: PANJIN };
    const own = imported(panjinDistrictOnboarding(data, '211103'), { tenant: district, territory: Object.values(register.units).flat() });
    expect(own.posts['211103001-g01.officer']?.holdings).toMatchObject([{ officerId: '211103001-g01.officer' }]);
  });
});
