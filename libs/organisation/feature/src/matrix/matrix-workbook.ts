import { neutralised } from '@zeren/http';
import type { Language } from '@zeren/kernel';
import { catalogueOn, claimText, matrixColumns, matrixSheetNames, unitIn, type CalendarDate, type MatrixFacts, type MatrixRow } from '@zeren/organisation-domain';
import ExcelJS from 'exceljs';

/** Lines of the sheet that offer a choice of line or block. */
const OFFERED_LINES = 500;

/** The rows in force as a workbook that can be changed and handed in again. */
export const writeMatrixWorkbook = async (
  rows: readonly MatrixRow[], { registers, catalogue }: MatrixFacts, day: CalendarDate, language: Language,
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh' ? matrixSheetNames[0] : matrixSheetNames[1], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = matrixColumns.map(({ heading, width }) => ({ header: heading[language], width }));
  sheet.getRow(1).font = { bold: true };
  const version = catalogueOn(catalogue, day);
  const matterNames = new Map([...version?.majors ?? [], ...version?.classes ?? []].map(({ code, name }) => [code, name[language]]));
  const unitName = (unitId: string): string => unitIn(registers, unitId, day)?.name[language] ?? '';
  for (const { areaUnitId, matterCode, claim, leadUnitId, supportingUnitIds, officerPostId } of rows) {
    sheet.addRow([
      areaUnitId, unitName(areaUnitId), matterCode, matterNames.get(matterCode) ?? '', claimText[claim][language], leadUnitId, unitName(leadUnitId), supportingUnitIds.join(' '), officerPostId ?? '',
    ].map(neutralised));
  }
  const claimColumn = matrixColumns.findIndex(({ code }) => code === 'claim') + 1;
  const formulae = [`"${Object.values(claimText).map((text) => text[language]).join(',')}"`];
  for (let line = 2; line <= Math.max(sheet.rowCount, OFFERED_LINES); line++) sheet.getCell(line, claimColumn).dataValidation = { type: 'list', formulae };
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
