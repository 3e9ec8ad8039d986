import { neutralised } from '@zeren/http';
import type { Language, LocalisedText } from '@zeren/kernel';
import { linesOf, sheetName, spreadsheetColumns, yearHeading, type SplitRow } from '@zeren/tasks-domain';
import ExcelJS from 'exceljs';

/** Lines of the template that offer the choices of a column. */
const OFFERED_LINES = 1_000;

/** Numbers as numbers while a spreadsheet holds them exactly; everything else as text. */
const cellValue = (text: string, isNumber: boolean): string | number | null => {
  if (text === '') return null;
  const exact = isNumber && /^-?\d+(\.\d+)?$/.test(text) && text.replace(/[-.]/g, '').length <= 15 && String(Number(text)) === text;
  return exact ? Number(text) : neutralised(text);
};

const offerChoices = (sheet: ExcelJS.Worksheet, lines: number): void => {
  spreadsheetColumns.forEach(({ choices }, index) => {
    if (!choices) return;
    const formulae = [`"${choices.join(',')}"`];
    for (let line = 2; line <= lines; line++) sheet.getCell(line, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae };
  });
};

/**
 * The table of a split as a workbook: headings in the reader's language, choices offered where there are any, dates and
 * numbers ready to be edited. Without rows it is the template.
 */
export const writeSplitWorkbook = async (rows: readonly SplitRow[], years: readonly number[], language: Language): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName[language], { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  const heading = (text: LocalisedText): string => text[language];
  sheet.columns = [
    ...spreadsheetColumns.map((column) => ({ header: heading(column.heading), width: column.width })),
    ...years.flatMap((year) => [{ header: heading(yearHeading(year, 'target')), width: 14 }, { header: heading(yearHeading(year, 'due')), width: 14 }]),
  ];
  sheet.getRow(1).font = { bold: true };
  const numeric = new Set(spreadsheetColumns.flatMap(({ code }, index) => (code === 'level' || code === 'weight' ? [index] : [])));
  const isNumber = (column: number): boolean => numeric.has(column) || (column >= spreadsheetColumns.length && (column - spreadsheetColumns.length) % 2 === 0);
  for (const line of linesOf(rows, years)) sheet.addRow(line.map((text, column) => cellValue(text, isNumber(column))));
  offerChoices(sheet, Math.max(OFFERED_LINES, sheet.rowCount));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
