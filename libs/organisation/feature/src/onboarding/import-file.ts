import { readWorkbook } from '@zeren/http';
import { columnLetter, sentenceOf, type LocalisedText, type RawCell, type RawRow } from '@zeren/kernel';
import {
  onboardingSheets, organisationRefusals, parseOnboarding,
  type CellFault, type OnboardingSheet, type OnboardingSheets, type OnboardingTable,
} from '@zeren/organisation-domain';
import type { ImportBody } from './onboarding.bodies.js';

/** What is wrong, and where: in a workbook `区划!C12`, in JSON `divisions[11].parent`; the sheet's name as the reader calls it. */
export type ImportError = {
  readonly field: string; readonly sheet: LocalisedText; readonly row: number; readonly column: string; readonly code: string; readonly text: LocalisedText;
};

/** A file that was read, and how its errors are placed. */
export type ImportFile = OnboardingTable & { readonly placed: (fault: CellFault) => ImportError };

const codes = Object.keys(onboardingSheets) as readonly OnboardingSheet[];
const nowhere: LocalisedText = { zh: '', en: '' };

const textOf = ({ code, details }: CellFault): LocalisedText => {
  const sentence: LocalisedText = organisationRefusals[code];
  return { zh: sentenceOf(sentence, 'zh', details), en: sentenceOf(sentence, 'en', details) };
};

const nameOf = (code: string): LocalisedText => codes.filter((one) => one === code).map((one) => onboardingSheets[one].name)[0] ?? nowhere;

/** The sheets of a workbook under their names in either language. */
export const importFileOf = (file: Buffer): ImportFile => {
  const workbook = readWorkbook(file);
  const table = parseOnboarding(Object.fromEntries(codes.flatMap((code) => {
    const { name } = onboardingSheets[code];
    const rows = workbook.sheet([name.zh, name.en]);
    return rows ? [[code, rows] as const] : [];
  })));
  const letterOf = (sheet: string, column: string): string => {
    const at = codes.filter((one) => one === sheet).map((one) => table.layouts[one].get(column))[0];
    return at === undefined ? '' : columnLetter(at);
  };
  const placed = (fault: CellFault): ImportError => {
    const { sheet, row } = fault.place;
    const column = letterOf(sheet, fault.column);
    return { field: sheet === '' ? '' : `${nameOf(sheet).zh}!${column}${row}`, sheet: nameOf(sheet), row, column, code: fault.code, text: textOf(fault) };
  };
  return { ...table, placed };
};

const cellOf = (value: unknown): RawCell | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  return { text: typeof value === 'string' ? value : JSON.stringify(value), kind: 'text' };
};

/** The rows of JSON as those of a sheet; fields that no column has stand in columns of their own, which are then refused. */
const rowsOf = (code: OnboardingSheet, rows: readonly Readonly<Record<string, unknown>>[]): readonly RawRow[] => {
  const columns = [...new Set([...onboardingSheets[code].columns.map((column): string => column.code), ...rows.flatMap((row) => Object.keys(row))])];
  const rowOf = (number: number, values: readonly unknown[]): RawRow => ({
    number, isHidden: false, cells: new Map(values.flatMap((value, at): [number, RawCell][] => {
      const cell = cellOf(value);
      return cell ? [[at, cell]] : [];
    })),
  });
  return [rowOf(0, columns), ...rows.map((row, index) => rowOf(index, columns.map((column) => row[column])))];
};

export const importBodyOf = (body: ImportBody): ImportFile => {
  const sheets: OnboardingSheets = Object.fromEntries(codes.flatMap((code) => {
    const rows = body[code];
    return rows ? [[code, rowsOf(code, rows)] as const] : [];
  }));
  const placed = (fault: CellFault): ImportError => {
    const { place: { sheet, row }, column } = fault;
    const field = `${sheet}[${row}]${column === '' ? '' : `.${column}`}`;
    return { field: sheet === '' ? '' : field, sheet: nameOf(sheet), row, column, code: fault.code, text: textOf(fault) };
  };
  return { ...parseOnboarding(sheets), placed };
};
