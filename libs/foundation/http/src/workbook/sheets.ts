import type { RawCell, RawRow } from '@zeren/kernel';
import { ProblemError } from '../problem.js';
import { partsOf } from './archive.js';
import { attributeOf, decodedXml, elementsOf, withoutElements } from './xml.js';

/** Rows of a sheet are thousands, some of several lines. */
const MOST_LINES = 60_000;

/** The text of all its runs; phonetic hints are no part of it. */
const runsOf = (xml: string): string =>
  [...elementsOf(xml.includes('<rPh') ? withoutElements(xml, 'rPh') : xml, 't')].map(({ content }) => decodedXml(content)).join('');

const stringsOf = (xml: string): readonly string[] => [...elementsOf(xml, 'si')].map(({ content }) => runsOf(content));

const valueOf = (content: string): string => {
  for (const value of elementsOf(content, 'v')) return decodedXml(value.content);
  return '';
};

const columnOf = (reference: string): number =>
  [.../^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The number that the spreadsheet shows: it computes in 15 digits and may store more. */
const shownNumber = (text: string): string => {
  const number = Number(Number(text).toPrecision(15));
  const plain = String(number);
  return plain.includes('e') ? number.toFixed(9).replace(/\.?0+$/, '') : plain;
};

const cellOf = (attributes: string, content: string, strings: readonly string[]): RawCell | undefined => {
  const type = attributeOf(attributes, 't');
  const value = valueOf(content);
  if (/<f[\s/>]/.test(content)) return { text: value, kind: 'formula' };
  if (type === 'inlineStr') return asText(runsOf(content));
  if (value === '') return undefined;
  if (type === 's') return asText(strings[Number(value)] ?? '');
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 'str' || type === 'd') return asText(value);
  return { text: type === 'b' ? value : shownNumber(value), kind: 'number' };
};

const asText = (text: string): RawCell | undefined => (text.trim() === '' ? undefined : { text, kind: 'text' });

const cellsOf = (xml: string, strings: readonly string[]): ReadonlyMap<number, RawCell> => {
  const cells = new Map<number, RawCell>();
  for (const { attributes, content } of elementsOf(xml, 'c')) {
    const cell = cellOf(attributes, content, strings);
    if (cell) cells.set(columnOf(attributeOf(attributes, 'r') ?? ''), cell);
  }
  return cells;
};

/** The rows that hold something; however many empty ones there are, none is kept. */
const rowsOf = (xml: string, strings: readonly string[]): readonly RawRow[] => {
  const rows: RawRow[] = [];
  for (const { attributes, content } of elementsOf(xml, 'row')) {
    const cells = content.includes('<c') ? cellsOf(content, strings) : new Map<number, RawCell>();
    if (cells.size === 0) continue;
    if (rows.length > MOST_LINES) throw new ProblemError(422, 'sheet-too-long', { details: { limit: MOST_LINES } });
    rows.push({ number: Number(attributeOf(attributes, 'r')), isHidden: ['1', 'true'].includes(attributeOf(attributes, 'hidden') ?? ''), cells });
  }
  return rows;
};

/** The part that holds the sheet under one of these names; undefined where the workbook has none. */
const sheetPartOf = (parts: ReadonlyMap<string, string>, names: readonly string[]): string | undefined => {
  const workbook = parts.get('xl/workbook.xml');
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw new ProblemError(422, 'spreadsheet-invalid');
  const sheet = [...elementsOf(workbook, 'sheet')].map(({ attributes }) => attributes).find((attributes) => names.includes(attributeOf(attributes, 'name')?.trim() ?? ''));
  const target = sheet === undefined ? undefined : [...elementsOf(relations, 'Relationship')].map(({ attributes }) => attributes)
    .find((attributes) => attributeOf(attributes, 'Id') === attributeOf(sheet, 'r:id'));
  const path = target === undefined ? undefined : attributeOf(target, 'Target')?.replace(/^\/xl\//, '').replace(/^\//, '');
  return path === undefined ? undefined : parts.get(`xl/${path}`);
};

const wanted = (name: string): boolean => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(name);

/** A workbook whose sheets are asked for by their names in any language. */
export type Workbook = { readonly sheet: (names: readonly string[]) => readonly RawRow[] | undefined };

/**
 * The lines of a workbook's sheets as the file has them. Memory is bounded by what a workbook may be unpacked; a file that
 * is no workbook is refused, and so are merged cells in a sheet that is asked for.
 */
export const readWorkbook = (file: Buffer): Workbook => {
  const parts = partsOf(file, wanted);
  const strings = stringsOf(parts.get('xl/sharedStrings.xml') ?? '');
  return {
    sheet: (names) => {
      const sheet = sheetPartOf(parts, names);
      if (sheet === undefined) return undefined;
      const [merged] = [...elementsOf(sheet, 'mergeCell')].map(({ attributes }) => attributeOf(attributes, 'ref') ?? '');
      if (merged !== undefined) throw new ProblemError(422, 'sheet-merged', { field: merged, details: { range: merged } });
      return rowsOf(sheet, strings);
    },
  };
};
