import { columnLetter, plainText, sheetRefusals, type LocalisedText, type RawCell, type RawRow } from '@zeren/kernel';
import type { MatrixClaim, MatrixEntry } from './matrix.events.js';
import type { MatrixFault } from './matrix-checks.js';
import { matrixRefusals } from './matrix.refusals.js';

/** How the sheet may be called; the first two name it in a file that is written. */
export const matrixSheetNames = ['责任矩阵', 'Responsibility matrix', 'Sheet1'] as const;

type ColumnCode = 'area' | 'areaName' | 'matter' | 'matterName' | 'claim' | 'lead' | 'leadName' | 'supporting' | 'post';

/** The columns in the order in which they are written. Those with names are for the reader; the codes count. */
export const matrixColumns: readonly { readonly code: ColumnCode; readonly heading: LocalisedText; readonly width: number }[] = [
  { code: 'area', heading: { zh: '区划代码', en: 'Area code' }, width: 16 },
  { code: 'areaName', heading: { zh: '区划', en: 'Area' }, width: 18 },
  { code: 'matter', heading: { zh: '事项代码', en: 'Matter code' }, width: 12 },
  { code: 'matterName', heading: { zh: '事项', en: 'Matter' }, width: 24 },
  { code: 'claim', heading: { zh: '条块', en: 'Line or block' }, width: 12 },
  { code: 'lead', heading: { zh: '牵头单位代码', en: 'Lead unit code' }, width: 24 },
  { code: 'leadName', heading: { zh: '牵头单位', en: 'Lead unit' }, width: 24 },
  { code: 'supporting', heading: { zh: '配合单位代码', en: 'Supporting unit codes' }, width: 32 },
  { code: 'post', heading: { zh: '责任岗位代码', en: 'Accountable post code' }, width: 28 },
];

export const claimText: Readonly<Record<MatrixClaim, LocalisedText>> = { block: { zh: '块', en: 'block' }, line: { zh: '条', en: 'line' } };

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

const refusals = { ...sheetRefusals, ...matrixRefusals } as const;

const filled = (text: LocalisedText, details: Readonly<Record<string, string>>): LocalisedText => {
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);
  return { zh: fill(text.zh), en: fill(text.en) };
};

const errorAt = (row: number, column: string, code: keyof typeof refusals, details: Readonly<Record<string, string>> = {}): MatrixCellError =>
  ({ row, column, code, text: filled(refusals[code], details) });

const same = (heading: LocalisedText, text: string): boolean => [heading.zh, heading.en].some((name) => name.toLowerCase() === text.toLowerCase());

const columnsOf = (heading: RawRow | undefined): ReadonlyMap<ColumnCode, number> => {
  const found = new Map<ColumnCode, number>();
  for (const [index, { text }] of heading?.cells ?? []) {
    const column = matrixColumns.find((one) => same(one.heading, plainText(text)));
    if (column) found.set(column.code, index);
  }
  return found;
};

const needed: readonly ColumnCode[] = ['area', 'matter', 'claim', 'lead'];

const claimOf = (text: string): MatrixClaim | undefined =>
  (['block', 'line'] as const).find((claim) => same(claimText[claim], text));

const listOf = (text: string): readonly string[] => text.split(/[;；,，、\s]+/).filter((unit) => unit !== '');

type Line = { readonly entry: MatrixEntry | undefined; readonly errors: readonly MatrixCellError[] };

const lineOf = (row: RawRow, columns: ReadonlyMap<ColumnCode, number>): Line => {
  const errors: MatrixCellError[] = row.isHidden ? [errorAt(row.number, '', 'row-hidden')] : [];
  const letter = (code: ColumnCode): string => columnLetter(columns.get(code) ?? 0);
  const cell = (code: ColumnCode): RawCell | undefined => row.cells.get(columns.get(code) ?? -1);
  const said = (code: ColumnCode): string => {
    const raw = cell(code);
    if (raw?.kind === 'formula') errors.push(errorAt(row.number, letter(code), 'cell-formula'));
    if (raw?.kind === 'error') errors.push(errorAt(row.number, letter(code), 'cell-error', { value: raw.text }));
    const text = plainText(raw?.text ?? '');
    if (text === '' && needed.includes(code)) errors.push(errorAt(row.number, letter(code), 'cell-required'));
    return text;
  };
  const [area, matter, claimed, lead, supporting, post] = [said('area'), said('matter'), said('claim'), said('lead'), said('supporting'), said('post')];
  const claim = claimOf(claimed);
  if (claimed !== '' && claim === undefined) {
    errors.push(errorAt(row.number, letter('claim'), 'cell-choice', { value: claimed, choices: Object.values(claimText).flatMap(({ zh, en }) => [zh, en]).join(', ') }));
  }
  const entry = { areaUnitId: area, matterCode: matter, claim: claim ?? 'block', leadUnitId: lead, supportingUnitIds: listOf(supporting), officerPostId: post || null } as const;
  return { entry: errors.length === 0 ? entry : undefined, errors };
};

/** The whole matrix from a sheet, by the headings of its first row, in whatever order they stand. */
export const readMatrixSheet = (rows: readonly RawRow[]): MatrixSheet => {
  const [heading, ...lines] = rows;
  const columns = columnsOf(heading);
  const letters = new Map([...columns].map(([code, index]) => [code, columnLetter(index)]));
  const missing = matrixColumns.filter(({ code }) => needed.includes(code) && !columns.has(code));
  if (missing.length > 0) {
    const errors = missing.map((column) => errorAt(heading?.number ?? 1, '', 'sheet-column-missing', { column: column.heading.zh, columnEn: column.heading.en }));
    return { entries: [], rowNumbers: [], errors, letters };
  }
  const read = lines.map((line) => ({ number: line.number, ...lineOf(line, columns) }));
  const sound = read.filter((line): line is typeof line & { entry: MatrixEntry } => line.entry !== undefined);
  return { entries: sound.map(({ entry }) => entry), rowNumbers: sound.map(({ number }) => number), errors: read.flatMap(({ errors }) => errors), letters };
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
