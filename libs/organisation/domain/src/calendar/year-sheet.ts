import { plainText, type LocalisedText, type RawCell, type RawRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import type { WorkingYear } from './calendar.events.js';
import { writtenDay } from '../sheet/index.js';

/** Why a row of the sheet was not taken in. */
export type SheetFault = { readonly row: number; readonly text: LocalisedText };

/** What a sheet says of a year; nothing is left out in silence. */
export type SheetReading = { readonly year: WorkingYear; readonly faults: readonly SheetFault[] };

/** How the sheet may be called. */
export const yearSheetNames = ['工作日历', 'Working calendar', 'Sheet1'] as const;

const restWords = ['放假', '休', '休息', '节假日', 'rest', 'holiday', 'off'];
const workWords = ['上班', '班', '补班', '调休上班', '补班日', 'work', 'workday', 'make-up'];

const kindIn = (cell: RawCell | undefined): 'rest' | 'work' | undefined => {
  const word = plainText(cell?.text ?? '').toLowerCase();
  if (restWords.includes(word)) return 'rest';
  return workWords.includes(word) ? 'work' : undefined;
};

const noDate: LocalisedText = { zh: '第一列不是日期', en: 'The first column holds no date' };
const noKind: LocalisedText = { zh: '第二列应为“放假”或“上班”', en: 'The second column must say "rest" or "work"' };

const isHeading = ({ cells }: RawRow): boolean => ['日期', 'date'].includes(plainText(cells.get(0)?.text ?? '').toLowerCase());

/** A year from a sheet of two columns: a date, and whether it is a day of rest (放假) or of work (上班). The first date says which year. */
export const readYearSheet = (rows: readonly RawRow[]): SheetReading => {
  const lines = rows.filter((row) => !isHeading(row)).map((row) => ({ row: row.number, date: writtenDay(row.cells.get(0)?.text ?? ''), kind: kindIn(row.cells.get(1)) }));
  const year = Number(lines.find(({ date }) => date !== undefined)?.date?.slice(0, 4) ?? 0);
  const daysOf = (wanted: 'rest' | 'work'): CalendarDate[] => lines.flatMap(({ date, kind }) => (kind === wanted && date !== undefined ? [date] : [])).sort();
  const faults = lines.flatMap(({ row, date, kind }): SheetFault[] => {
    if (date === undefined) return [{ row, text: noDate }];
    return kind === undefined ? [{ row, text: noKind }] : [];
  });
  return { year: { year, holidays: daysOf('rest'), makeUpWorkdays: daysOf('work') }, faults };
};
