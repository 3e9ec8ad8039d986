import { normalise, plainText, type Decimal, type LocalisedText, type RawCell, type RawRow, type RefusalDetails } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import type { OrganisationRefusal } from '../refusals.js';
import { writtenDay } from './written-day.js';

/** A choice of a column: its code, and how it is written in both languages. All three are understood. */
export type SheetChoice = { readonly code: string; readonly name: LocalisedText };

export type SheetColumn<Code extends string = string> = {
  readonly code: Code;
  /** Its heading in either language, or its code, is understood. */
  readonly heading: LocalisedText;
  readonly isOptional?: true;
  readonly choices?: readonly SheetChoice[];
  readonly width: number;
};

export type SheetDefinition<Code extends string = string> = {
  /** Its name among the JSON's fields. */
  readonly code: string;
  readonly name: LocalisedText;
  readonly columns: readonly SheetColumn<Code>[];
};

/** Where something stands: sheet, row as the sheet counts, column by its code (empty for the whole row). */
export type SheetPlace = { readonly sheet: string; readonly row: number };
export type CellFault = {
  readonly place: SheetPlace; readonly column: string; readonly code: OrganisationRefusal; readonly details: RefusalDetails;
};

/** The lines of one sheet; which column stands where; what is wrong so far. */
export type SheetTable<Code extends string> = {
  readonly lines: readonly SheetLine<Code>[];
  readonly layout: ReadonlyMap<string, number>;
};

const LONGEST_TEXT = 200;

const lower = (text: string): string => plainText(text).toLowerCase();

/** What goes by a name in either language, where capitals do not matter; else what has this code. */
const called = <T extends { readonly code: string }>(text: string, those: readonly T[], nameOf: (one: T) => LocalisedText): T | undefined =>
  those.find((one) => [nameOf(one).zh, nameOf(one).en].map(lower).includes(lower(text))) ?? those.find(({ code }) => code === plainText(text));

/** Reads the cells of one row and notes what is wrong with each. */
export class SheetLine<Code extends string> {
  constructor(
    readonly place: SheetPlace,
    private readonly row: RawRow,
    private readonly definition: SheetDefinition<Code>,
    private readonly layout: ReadonlyMap<string, number>,
    private readonly faults: CellFault[],
  ) {}

  complain(column: Code | '', code: OrganisationRefusal, details: RefusalDetails = {}): void {
    this.faults.push({ place: this.place, column, code, details });
  }

  /** An apostrophe before what a spreadsheet would take for a formula is no part of the text. */
  text(code: Code): string {
    const text = (this.cell(code)?.text.trim() ?? '').replace(/^'(?=[=+\-@])/, '');
    if (text.length > LONGEST_TEXT) this.complain(code, 'cell-long', { limit: LONGEST_TEXT });
    return text;
  }

  /** A code in plain letters and digits, of the form; null where the cell is empty. */
  code(code: Code, form: RegExp, example: string): string | null {
    const text = plainText(this.text(code));
    if (text !== '' && !form.test(text)) this.complain(code, 'cell-form', { value: text, example });
    return text === '' ? null : text;
  }

  requiredCode(code: Code, form: RegExp, example: string): string {
    const text = this.code(code, form, example);
    if (text === null) this.complain(code, 'cell-required');
    return text ?? '';
  }

  required(code: Code): string {
    const text = this.text(code);
    if (text === '') this.complain(code, 'cell-required');
    return text;
  }

  /** The name, the English one as the Chinese where it is not given. */
  name(zh: Code, en: Code): LocalisedText {
    const name = this.required(zh);
    return { zh: name, en: this.text(en) || name };
  }

  choice(code: Code): string {
    const text = this.required(code);
    const choices = this.definition.columns.find((column) => column.code === code)?.choices ?? [];
    const chosen = called(text, choices, ({ name }) => name);
    if (text !== '' && !chosen) this.complain(code, 'cell-choice', { value: text, choices: choices.map(({ name }) => name.zh).join('、') });
    return chosen?.code ?? '';
  }

  /** Several codes, with any usual sign between. */
  codes(code: Code): readonly string[] {
    return plainText(this.text(code)).split(/[;；,，、\s]+/).filter((one) => one !== '');
  }

  wholeNumber(code: Code): number {
    const text = plainText(this.required(code)).replace(/[, ]/g, '');
    if (text !== '' && !/^\d{1,12}$/.test(text)) this.complain(code, 'cell-number', { value: text });
    return /^\d{1,12}$/.test(text) ? Number(text) : 0;
  }

  /** Decimal degrees, as they are written. */
  degrees(code: Code): Decimal {
    const text = plainText(this.required(code));
    const isNumber = /^-?\d{1,3}(\.\d{1,15})?$/.test(text);
    if (text !== '' && !isNumber) this.complain(code, 'cell-number', { value: text });
    return isNumber ? normalise(text) : '0';
  }

  day(code: Code): CalendarDate {
    return this.optionalDay(code) ?? this.missingDay(code);
  }

  optionalDay(code: Code): CalendarDate | null {
    const text = this.text(code);
    if (text === '') return null;
    const day = writtenDay(text);
    if (day === undefined) this.complain(code, 'cell-date', { value: text });
    return day ?? NO_DAY;
  }

  /** Whether the row can be read at all: it is shown, and holds neither formulas nor errors. */
  isReadable(): boolean {
    const wrong = [...this.row.cells].filter(([, { kind }]) => kind === 'formula' || kind === 'error');
    if (this.row.isHidden) this.complain('', 'row-hidden');
    for (const [at, { kind, text }] of wrong) {
      this.complain(this.columnAt(at), kind === 'formula' ? 'cell-formula' : 'cell-error', { value: text });
    }
    return !this.row.isHidden && wrong.length === 0;
  }

  private missingDay(code: Code): CalendarDate {
    this.complain(code, 'cell-required');
    return NO_DAY;
  }

  private cell(code: Code): RawCell | undefined {
    return this.row.cells.get(this.layout.get(code) ?? -1);
  }

  private columnAt(at: number): Code | '' {
    return this.definition.columns.find(({ code }) => this.layout.get(code) === at)?.code ?? '';
  }
}

/** Stands for a day that was not understood; what holds it is never entered. */
const NO_DAY = '0001-01-01';

const layoutOf = (definition: SheetDefinition, header: RawRow, faults: CellFault[]): ReadonlyMap<string, number> => {
  const layout = new Map<string, number>();
  const place = { sheet: definition.code, row: header.number };
  for (const [at, { text }] of header.cells) {
    const heading = text.trim();
    const column = called(heading, definition.columns, (one) => one.heading);
    if (column) layout.set(column.code, at);
    else faults.push({ place, column: '', code: 'sheet-column-unknown', details: { column: heading } });
  }
  for (const { code, heading, isOptional } of definition.columns) {
    if (layout.has(code) || isOptional) continue;
    faults.push({ place, column: '', code: 'sheet-column-missing', details: { column: heading.zh, columnEn: heading.en } });
  }
  return layout;
};

/** The readable lines of a sheet, whose first row has the headings; what is wrong is added to `faults`. */
export const readTable = <Code extends string>(
  definition: SheetDefinition<Code>, rows: readonly RawRow[] | undefined, faults: CellFault[],
): SheetTable<Code> => {
  const [header, ...rest] = rows ?? [];
  if (!header) return { lines: [], layout: new Map() };
  const before = faults.length;
  const layout = layoutOf(definition, header, faults);
  if (faults.length > before) return { lines: [], layout };
  const lines = rest
    .map((row) => new SheetLine(({ sheet: definition.code, row: row.number }), row, definition, layout, faults))
    .filter((line) => line.isReadable());
  return { lines, layout };
};
