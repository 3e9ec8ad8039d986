import type { LocalisedText } from '@zeren/kernel';
import type { TenantCalendar } from '../calendar/calendar.js';
import type { UnitPeriod } from '../organisation.events.js';
import type { Register } from '../register-state.js';
import { onboardingSheets, type OnboardingSheet } from './onboarding-sheets.js';

/** The texts of a sheet's rows, each in the order of its columns. */
export type SheetTexts = readonly (readonly string[])[];

const sheetOf = ({ kind }: UnitPeriod): 'divisions' | 'departments' | 'externalParties' => {
  if (kind === 'external-party') return 'externalParties';
  return kind === 'office' || kind === 'department' ? 'departments' : 'divisions';
};

const choiceName = (sheet: OnboardingSheet, code: string): LocalisedText | undefined =>
  onboardingSheets[sheet].columns.flatMap((column) => ('choices' in column ? column.choices : [])).find((choice) => choice.code === code)?.name;

type Cells = Readonly<Record<string, string | number | null>>;

const line = (sheet: OnboardingSheet, cells: Cells): readonly string[] =>
  onboardingSheets[sheet].columns.map(({ code }) => String(cells[code] ?? ''));

/**
 * A register and the tenant's own calendar as the sheets of an onboarding: read back, they change nothing. Reasons of changes stand in the history; a
 * dissolved unit's row says when it began.
 */
export const linesOfRegister = (register: Register, { years }: TenantCalendar): Readonly<Record<OnboardingSheet, SheetTexts>> => {
  const nameCells = ({ zh, en }: LocalisedText): Cells => ({ nameZh: zh, nameEn: en });
  const kindCell = (sheet: OnboardingSheet, kind: string): string => choiceName(sheet, kind)?.zh ?? kind;
  const units = Object.values(register.units).flat().map((unit): readonly [OnboardingSheet, readonly string[]] => {
    const sheet = sheetOf(unit);
    const cells = {
      ...nameCells(unit.name), id: unit.unitId, code: unit.code, kind: kindCell(sheet, unit.kind), level: unit.level, parent: unit.parentUnitId,
      from: unit.validFrom,
    };
    return [sheet, line(sheet, cells)];
  });
  const posts = Object.values(register.posts).flatMap(({ postId, unitId, name, kind, validFrom, holdings }) =>
    (holdings.length > 0 ? holdings : [{ officerId: null, from: null }]).map(({ officerId, from }) => line('posts', {
      ...nameCells(name), id: postId, unit: unitId, kind: kindCell('posts', kind), from: validFrom, holder: officerId, holderFrom: from,
    })));
  const populations = Object.values(register.populations).flat().map(({ unitId, people, on, source }) =>
    line('populations', { unit: unitId, people, on, source }));
  const calendar = years.flatMap(({ holidays, makeUpWorkdays, document }) =>
    [...holidays.map((date) => ({ date, kind: 'rest' })), ...makeUpWorkdays.map((date) => ({ date, kind: 'work' }))].sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, kind }) => line('calendar', { date, kind: kindCell('calendar', kind), document })));
  const of = (sheet: OnboardingSheet): SheetTexts => units.filter(([one]) => one === sheet).map(([, texts]) => texts);
  return { divisions: of('divisions'), departments: of('departments'), posts, externalParties: of('externalParties'), populations, calendar };
};
