import type { SheetChoice, SheetColumn } from './sheet-table.js';

/** A choice of a column by its code, with how it is written in both languages. */
export const choice = (code: string, zh: string, en: string): SheetChoice => ({ code, name: { zh, en } });

/** A column that every sheet of its kind has. */
export const column = <Code extends string>(code: Code, zh: string, en: string, width: number): SheetColumn<Code> => ({ code, heading: { zh, en }, width });

/** A column that may be left out. */
export const optional = <Code extends string>(code: Code, zh: string, en: string, width: number): SheetColumn<Code> =>
  ({ ...column(code, zh, en, width), isOptional: true });
