import { neutralised } from '@zeren/http';
import type { Language } from '@zeren/kernel';
import type { SheetDefinition, SheetTexts } from '@zeren/organisation-domain';
import ExcelJS from 'exceljs';

/** Rows of a template that offer the choices of a column. */
const OFFERED_ROWS = 500;

const offerChoices = (sheet: ExcelJS.Worksheet, { columns }: SheetDefinition, language: Language): void => {
  columns.forEach(({ choices }, index) => {
    if (!choices) return;
    const formulae = [`"${choices.map(({ name }) => name[language]).join(',')}"`];
    for (let row = 2; row <= OFFERED_ROWS; row += 1) sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae };
  });
};

/**
 * Sheets as a workbook that an import takes back: headings and choices in the reader's language, texts as texts, so that
 * no code becomes a number. Without rows it is the template.
 */
export const writeSheets = async (
  sheets: readonly { readonly definition: SheetDefinition; readonly rows: SheetTexts }[], language: Language,
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  for (const { definition, rows } of sheets) {
    const sheet = workbook.addWorksheet(definition.name[language], { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = definition.columns.map(({ heading, width }) => ({ header: heading[language], width, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : neutralised(text))));
    offerChoices(sheet, definition, language);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
