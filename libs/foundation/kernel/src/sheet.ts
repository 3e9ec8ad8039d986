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
