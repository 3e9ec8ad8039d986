import { ProblemError, readWorkbook } from '@zeren/http';
import type { RawRow } from '@zeren/kernel';
import { sheetName } from '@zeren/tasks-domain';

/** The lines of a split's sheet, under either of its names, as the file has them. */
export const readSplitSheet = (file: Buffer): readonly RawRow[] => {
  const rows = readWorkbook(file).sheet([sheetName.zh, sheetName.en]);
  if (!rows) throw new ProblemError(422, 'sheet-missing');
  return rows;
};
