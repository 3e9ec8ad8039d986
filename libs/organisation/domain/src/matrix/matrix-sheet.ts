import { columnLetter, plainText, sentenceOf, type LocalisedText, type RawRow, type RefusalDetails } from '@zeren/kernel';
import { organisationRefusals, type OrganisationRefusal } from '../refusals.js';
import { column, optional, readTable, type CellFault, type SheetDefinition, type SheetLine } from '../sheet/index.js';
import type { MatrixClaim, MatrixEntry } from './matrix.events.js';
import type { MatrixFault } from './matrix-checks.js';

/** How the sheet may be called; the first two name it in a file that is written. */
export const matrixSheetNames = ['责任矩阵', 'Responsibility matrix', 'Sheet1'] as const;

export const claimText: Readonly<Record<MatrixClaim, LocalisedText>> = { block: { zh: '块', en: 'block' }, line: { zh: '条', en: 'line' } };

const claims = ['block', 'line'] as const satisfies readonly MatrixClaim[];

/** The sheet's columns in the order in which they are written. Those with names are for the reader; the codes count. */
const matrixSheet = {
  code: 'matrix',
  name: { zh: matrixSheetNames[0], en: matrixSheetNames[1] },
  columns: [
    column('area', '区划代码', 'Area code', 16), optional('areaName', '区划', 'Area', 18),
    column('matter', '事项代码', 'Matter code', 12), optional('matterName', '事项', 'Matter', 24),
    { ...column('claim', '条块', 'Line or block', 12), choices: claims.map((code) => ({ code, name: claimText[code] })) },
    column('lead', '牵头单位代码', 'Lead unit code', 24), optional('leadName', '牵头单位', 'Lead unit', 24),
    optional('supporting', '配合单位代码', 'Supporting unit codes', 32), optional('post', '责任岗位代码', 'Accountable post code', 28),
  ],
} as const satisfies SheetDefinition;

type ColumnCode = (typeof matrixSheet)['columns'][number]['code'];

export const matrixColumns = matrixSheet.columns;

/** What is wrong with a cell, by its row and column in the sheet. */
export type MatrixCellError = {
  readonly row: number;
  /** Its letter; empty where the whole row is meant. */
  readonly column: string;
  readonly code: string;
  readonly text: LocalisedText;
};

/** What a sheet says: its entries, each with the row it stands in, and all that cannot be read. */
export type MatrixSheet = {
  readonly entries: readonly MatrixEntry[];
  readonly rowNumbers: readonly number[];
  readonly errors: readonly MatrixCellError[];
  /** The columns as this sheet orders them, by their letters. */
  readonly letters: ReadonlyMap<string, string>;
};

/** What an upload would change, or every cell in which it is wrong. */
export type MatrixDryRun = { readonly rows: number; readonly added: number; readonly ended: number; readonly errors: readonly MatrixCellError[] };

const errorAt = (row: number, column: string, code: OrganisationRefusal, details: RefusalDetails): MatrixCellError => {
  const text = organisationRefusals[code];
  return { row, column, code, text: { zh: sentenceOf(text, 'zh', details), en: sentenceOf(text, 'en', details) } };
};

/** What is read of a line; what is wrong with it is noted by the line itself. */
const entryOf = (line: SheetLine<ColumnCode>): MatrixEntry => {
  const claim = line.choice('claim');
  return {
    areaUnitId: plainText(line.required('area')),
    matterCode: plainText(line.required('matter')),
    claim: claims.find((one) => one === claim) ?? 'block',
    leadUnitId: plainText(line.required('lead')),
    supportingUnitIds: line.codes('supporting'),
    officerPostId: plainText(line.text('post')) || null,
  };
};

const noHeadings: RawRow = { number: 1, isHidden: false, cells: new Map() };

/** The whole matrix from a sheet, by the headings of its first row, in whatever order they stand. */
export const readMatrixSheet = (rows: readonly RawRow[]): MatrixSheet => {
  const faults: CellFault[] = [];
  const { lines, layout } = readTable<ColumnCode>(matrixSheet, rows.length > 0 ? rows : [noHeadings], faults);
  const read = lines.map((line) => ({ row: line.place.row, entry: entryOf(line) }));
  const wrong = new Set(faults.map(({ place }) => place.row));
  const sound = read.filter(({ row }) => !wrong.has(row));
  const letters = new Map([...layout].map(([code, index]) => [code, columnLetter(index)]));
  const errors = faults.sort((a, b) => a.place.row - b.place.row).map(({ place, column: at, code, details }) => errorAt(place.row, letters.get(at) ?? '', code, details));
  return { entries: sound.map(({ entry }) => entry), rowNumbers: sound.map(({ row }) => row), errors, letters };
};

const columnOfField: Readonly<Record<MatrixFault['field'], ColumnCode>> = {
  areaUnitId: 'area', matterCode: 'matter', claim: 'claim', leadUnitId: 'lead', supportingUnitIds: 'supporting', officerPostId: 'post',
};

/** Where in the sheet a fault of an entry stands. Another row of the sheet is named by its number there. */
export const cellErrorOfFault = ({ index, field, code, details }: MatrixFault, { rowNumbers, letters }: MatrixSheet): MatrixCellError => {
  const other = /^#(\d+)$/.exec(details['other'] ?? '')?.[1];
  const place = other === undefined ? details : { ...details, other: String(rowNumbers[Number(other) - 1]) };
  return errorAt(rowNumbers[index] ?? 0, letters.get(columnOfField[field]) ?? '', code, place);
};
