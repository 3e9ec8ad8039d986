import type { Refusals } from './domain-error.js';

/** A cell as a file has it: its text, and whether that is the outcome of a formula or an error. */
export type RawCell = { readonly text: string; readonly kind: 'text' | 'number' | 'formula' | 'error' };

/** A row that holds something, with its number in the sheet and its cells by column, 0 for A. */
export type RawRow = { readonly number: number; readonly isHidden: boolean; readonly cells: ReadonlyMap<number, RawCell> };

/** Full-width letters, digits and signs as the plain ones; ideographic spaces as plain ones. */
export const plainText = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ').trim();

/** `A` for the first column, `AA` after `Z`. */
export const columnLetter = (index: number): string => {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
};

/** What may be wrong with any sheet that somebody filled in, whatever it is of. */
export const sheetRefusals = {
  'cell-required': { zh: '须填写。', en: 'This cell must be filled in.' },
  'cell-choice': { zh: '“{value}”不在可选值之内:{choices}。', en: '“{value}” is none of the choices: {choices}.' },
  'cell-number': { zh: '“{value}”不是数字。', en: '“{value}” is not a number.' },
  'cell-date': { zh: '“{value}”不是日期,请写成 2014-06-30。', en: '“{value}” is not a date; write 2014-06-30.' },
  'cell-formula': { zh: '单元格是公式,请粘贴为数值。', en: 'The cell holds a formula; paste its value.' },
  'cell-error': { zh: '单元格的值是错误 {value}。', en: 'The cell’s value is the error {value}.' },
  'row-hidden': { zh: '该行被隐藏,请取消隐藏或删除。', en: 'This row is hidden; show it or delete it.' },
  'sheet-column-missing': { zh: '缺少“{column}”列,请使用模板。', en: 'The column “{columnEn}” is missing; use the template.' },
} as const satisfies Refusals;
