import type { RawRow } from '@zeren/kernel';
import type { PostKind, UnitKind, UnitVersion } from '../organisation.events.js';
import type { ImportTables, PlacedPost, PlacedPopulation, PlacedUnit, PlacedWorkingDay } from './import-draft.js';
import { onboardingSheets, sheetNames, type ColumnOf, type OnboardingSheet } from './onboarding-sheets.js';
import { readTable, type CellFault, type SheetLine } from '../sheet/index.js';

/** 10,000 rows of a whole city, and as many again. */
const MOST_ROWS = 20_000;

const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const DIVISION = /^\d{6}(\d{3}|\d{6})?$/;
const ACCOUNT = /^\S{1,120}$/;

/** The rows of a file, by sheet; a sheet may be missing. */
export type OnboardingSheets = Readonly<Partial<Record<OnboardingSheet, readonly RawRow[]>>>;

export type OnboardingTable = {
  readonly tables: ImportTables;
  readonly faults: readonly CellFault[];
  /** Where each column stands, by sheet. */
  readonly layouts: Readonly<Record<OnboardingSheet, ReadonlyMap<string, number>>>;
};

type Line<Sheet extends OnboardingSheet> = SheetLine<ColumnOf<Sheet>>;

const unitOf = (line: Line<'divisions'>): PlacedUnit => ({
  place: line.place,
  reason: line.text('reason'),
  unit: {
    unitId: line.requiredCode('id', UNIT, '511902001001'),
    code: line.code('code', DIVISION, '511902001001'),
    name: line.name('nameZh', 'nameEn'),
    kind: line.choice('kind') as UnitKind,
    level: line.wholeNumber('level'),
    parentUnitId: line.code('parent', UNIT, '511902001'),
    validFrom: line.day('from'),
  },
});

/** An office or department stands at the level of what it belongs to. */
const departmentOf = (line: Line<'departments'>): PlacedUnit => ({
  place: line.place,
  reason: line.text('reason'),
  unit: {
    unitId: line.requiredCode('id', UNIT, '511900-health'),
    code: null,
    name: line.name('nameZh', 'nameEn'),
    kind: line.choice('kind') as UnitKind,
    level: null,
    parentUnitId: line.requiredCode('parent', UNIT, '511900'),
    validFrom: line.day('from'),
  },
});

const externalOf = (line: Line<'externalParties'>): PlacedUnit => {
  const unit: UnitVersion = {
    unitId: line.requiredCode('id', UNIT, '511900-x-railway'),
    code: null,
    name: line.name('nameZh', 'nameEn'),
    kind: 'external-party',
    level: null,
    parentUnitId: null,
    validFrom: line.day('from'),
  };
  return { place: line.place, reason: line.text('reason'), unit };
};

const postOf = (line: Line<'posts'>): PlacedPost => {
  const validFrom = line.day('from');
  const officerId = line.code('holder', ACCOUNT, '511900.leader');
  const from = line.optionalDay('holderFrom') ?? validFrom;
  return {
    place: line.place,
    post: {
      postId: line.requiredCode('id', POST, '511900-health.head'),
      unitId: line.requiredCode('unit', UNIT, '511900-health'),
      name: line.name('nameZh', 'nameEn'),
      kind: line.choice('kind') as PostKind,
      validFrom,
    },
    holder: officerId === null ? null : { officerId, from },
  };
};

const populationOf = (line: Line<'populations'>): PlacedPopulation => ({
  place: line.place,
  population: {
    unitId: line.requiredCode('unit', UNIT, '511902'),
    people: line.wholeNumber('people'),
    on: line.day('on'),
    source: line.required('source'),
  },
});

const workingDayOf = (line: Line<'calendar'>): PlacedWorkingDay => ({
  place: line.place, date: line.day('date'), kind: line.choice('kind') as PlacedWorkingDay['kind'], document: line.required('document'),
});

/**
 * The rows of an onboarding from the sheets of its file, the first row of each with the headings. Every error is named
 * with its place; full-width digits and dates as text are taken for what they mean; hidden rows and formulas are refused.
 */
export const parseOnboarding = (sheets: OnboardingSheets): OnboardingTable => {
  const faults: CellFault[] = [];
  const read = <Sheet extends OnboardingSheet>(sheet: Sheet) =>
    readTable<ColumnOf<Sheet>>(onboardingSheets[sheet], sheets[sheet], faults);
  const [divisions, departments, posts, externalParties, populations, calendar] =
    [read('divisions'), read('departments'), read('posts'), read('externalParties'), read('populations'), read('calendar')] as const;
  const tables: ImportTables = {
    units: [...divisions.lines.map(unitOf), ...departments.lines.map(departmentOf), ...externalParties.lines.map(externalOf)],
    posts: posts.lines.map(postOf),
    populations: populations.lines.map(populationOf),
    workingDays: calendar.lines.map(workingDayOf),
  };
  const rows = tables.units.length + tables.posts.length + tables.populations.length + tables.workingDays.length;
  const whole = { place: { sheet: '', row: 0 }, column: '' };
  if (rows === 0 && faults.length === 0) faults.push({ ...whole, code: 'sheets-empty', details: { sheets: sheetNames.zh } });
  if (rows > MOST_ROWS) faults.push({ ...whole, code: 'sheet-too-many-rows', details: { rows, limit: MOST_ROWS } });
  const layouts = {
    divisions: divisions.layout, departments: departments.layout, posts: posts.layout, externalParties: externalParties.layout,
    populations: populations.layout, calendar: calendar.layout,
  };
  return { tables, faults, layouts };
};
