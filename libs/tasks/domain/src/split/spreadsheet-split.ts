import { columnLetter, plainText, type RawRow, type RefusalDetails } from '@zeren/kernel';
import { endOfDay, integrations, integrationsInOrder, isInstant, isIntegration, localDate, writtenDay, type Integration } from '@zeren/organisation-domain';
import type { TasksRefusal } from '../refusals.js';
import { spreadsheetColumns, yearHeading, type ColumnCode } from './spreadsheet-columns.js';
import type { AnnualTarget, DutyNamed, IntegrationsNamed, MetricTarget, StatedCredit, SplitRow, SupportingCredit, TaskMetric } from './split.events.js';
import type { Violation } from '../violation.js';

/** What is wrong, and where: row number and column letter as the spreadsheet shows them. */
export type CellError = { readonly row: number; readonly column: string; readonly code: TasksRefusal; readonly details: RefusalDetails };

type YearColumn = { readonly year: number; readonly target: number; readonly due: number };
type Layout = { readonly at: Readonly<Partial<Record<ColumnCode, number>>>; readonly years: readonly YearColumn[] };

/** A table that was read: its rows, every error, which column is what, and in which line of the sheet each row and each of its metrics stands. */
export type SplitTable = {
  readonly rows: readonly SplitRow[];
  readonly errors: readonly CellError[];
  readonly layout: Layout;
  /** By row key, and by row key and metric with a space between. */
  readonly lineOf: ReadonlyMap<string, number>;
};

/** A day as it may be written (see `writtenDay`), or a moment. */
export const dayOf = (written: string): string | undefined => {
  const text = plainText(written);
  return isInstant(text) ? text : writtenDay(text);
};

/** A number in plain digits: grouping commas and spaces go, the short form of tiny numbers is written out by none. */
const numberOf = (text: string): string | undefined => {
  const plain = plainText(text).replace(/[, ]/g, '').replace(/^\+/, '');
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? plain : undefined;
};

const layoutOf = (header: RawRow, errors: CellError[]): Layout => {
  const byHeading = new Map([...header.cells].map(([column, { text }]) => [text.trim(), column]));
  const headingAt = ({ zh, en }: { zh: string; en: string }): number | undefined => byHeading.get(zh) ?? byHeading.get(en);
  const at = Object.fromEntries(spreadsheetColumns.flatMap(({ code, heading, isOptional }) => {
    const column = headingAt(heading);
    if (column === undefined && !isOptional) errors.push({ row: header.number, column: '', code: 'sheet-column-missing', details: { column: heading.zh, columnEn: heading.en } });
    return column === undefined ? [] : [[code, column]];
  })) as Layout['at'];
  const numbers = [...byHeading.keys()].map((heading) => /^(\d{4}) (?:目标|target)$/.exec(heading)?.[1]).filter((year) => year !== undefined).map(Number);
  const years = numbers.sort((a, b) => a - b).flatMap((year) => {
    const [target, due] = [headingAt(yearHeading(year, 'target')), headingAt(yearHeading(year, 'due'))];
    return target === undefined || due === undefined ? [] : [{ year, target, due }];
  });
  if (years.length === 0) errors.push({ row: header.number, column: '', code: 'sheet-years-missing', details: {} });
  return { at, years };
};

/** Reads the cells of one line and notes what is wrong with each. */
class Line {
  constructor(readonly row: RawRow, private readonly layout: Layout, private readonly errors: CellError[]) {}

  complain(column: number | undefined, code: TasksRefusal, details: RefusalDetails = {}): void {
    this.errors.push({ row: this.row.number, column: column === undefined ? '' : columnLetter(column), code, details });
  }

  /** An apostrophe before what a spreadsheet would take for a formula is no part of the text. */
  text(code: ColumnCode): string {
    return (this.row.cells.get(this.layout.at[code] ?? -1)?.text.trim() ?? '').replace(/^'(?=[=+\-@])/, '');
  }

  plain(code: ColumnCode): string {
    return plainText(this.text(code));
  }

  required(code: ColumnCode): string {
    const text = this.plain(code);
    if (text === '') this.complain(this.layout.at[code], 'cell-required');
    return text;
  }

  choice(code: ColumnCode): string {
    const text = this.required(code);
    const choices = spreadsheetColumns.find((column) => column.code === code)?.choices ?? [];
    if (text !== '' && !choices.includes(text)) this.complain(this.layout.at[code], 'cell-choice', { value: text, choices: choices.join(', ') });
    return text;
  }

  number(code: ColumnCode): string {
    const text = this.required(code);
    return text === '' ? '' : this.numberIn(text, code);
  }

  /** The number a text says that stands in a column. */
  numberIn(text: string, code: ColumnCode): string {
    const value = numberOf(text);
    if (value === undefined) this.complain(this.layout.at[code], 'cell-number', { value: text });
    return value ?? '';
  }

  /** Those named of the four integrations, once each in their order. */
  integrations(): readonly Integration[] {
    const named = this.listed('integrations').map(plainText);
    for (const value of named) if (!isIntegration(value)) this.complain(this.layout.at.integrations, 'cell-choice', { value, choices: integrations.join(', ') });
    return integrationsInOrder(named.filter(isIntegration));
  }

  /** Several, with semicolons between. */
  listed(code: ColumnCode): string[] {
    return this.text(code).split(/[;；]/).map((one) => one.trim()).filter((one) => one !== '');
  }

  day(column: number | undefined): string {
    const text = this.row.cells.get(column ?? -1)?.text ?? '';
    const day = dayOf(text);
    if (text.trim() === '') this.complain(column, 'cell-required');
    else if (day === undefined) this.complain(column, 'cell-date', { value: text });
    if (day === undefined) return '';
    return isInstant(day) ? day : endOfDay(day);
  }

  /** A value, or both ends of a range with a `~` between. */
  target(metric: string, column: number): MetricTarget | undefined {
    const text = plainText(this.row.cells.get(column)?.text ?? '');
    if (text === '') return undefined;
    const [low, high] = text.split('~').map(numberOf);
    if (low === undefined || (text.includes('~') && high === undefined)) {
      this.complain(column, 'cell-number', { value: text });
      return undefined;
    }
    return high === undefined ? { metric, value: low } : { metric, low, high };
  }

  requireReadable(): boolean {
    if (this.row.isHidden) this.complain(undefined, 'row-hidden');
    for (const [column, { kind, text }] of this.row.cells) {
      if (kind === 'formula') this.complain(column, 'cell-formula');
      if (kind === 'error') this.complain(column, 'cell-error', { value: text });
    }
    return !this.row.isHidden && [...this.row.cells.values()].every(({ kind }) => kind === 'text' || kind === 'number');
  }
}

const metricOf = (line: Line): TaskMetric => ({
  code: line.required('metric'),
  unit: line.text('measure'),
  direction: line.choice('direction') as TaskMetric['direction'],
  distribution: line.choice('distribution') as TaskMetric['distribution'],
  ...(line.plain('unpublished') === 'yes' && { thresholdUnpublished: true as const }),
});

const annualTargetsOf = (line: Line, metric: string, { years }: Layout): AnnualTarget[] =>
  years.flatMap(({ year, target, due }) => {
    const value = line.target(metric, target);
    return value ? [{ year, dueAt: line.day(due), targets: [value] }] : [];
  });

/** Parts of the credit as they are written: `511900-water=30;511900-health=20`. */
const creditsOf = (line: Line): SupportingCredit[] =>
  line.listed('supportingCredit').map((text) => {
    const [unitId = '', ...rest] = text.split('=').map((part) => part.trim());
    return { unitId, share: line.numberIn(rest.join('='), 'supportingCredit') };
  });

/** What a row need not say: nothing where its cell is empty. */
const optionalOf = (line: Line): StatedCredit & DutyNamed & IntegrationsNamed => {
  const [lead, credits, dutyItem, admissionDocument] = [line.plain('leadCredit'), creditsOf(line), line.plain('duty'), line.text('admission')];
  const named = line.integrations();
  return {
    ...(lead !== '' && { leadCreditShare: line.numberIn(lead, 'leadCredit') }),
    ...(credits.length > 0 && { supportingCredits: credits }),
    ...(dutyItem !== '' && { dutyItem }),
    ...(admissionDocument !== '' && { admissionDocument }),
    ...(named.length > 0 && { integrations: named }),
  };
};

const supportingOf = (line: Line): string[] => line.listed('supporting');

const rowOf = (line: Line, layout: Layout): SplitRow => {
  const parent = line.plain('parent');
  const metric = metricOf(line);
  return {
    key: line.required('key'),
    // A task's id has its tenant before an underscore, which no row key can hold.
    parentKey: parent === '' || parent.includes('_') ? null : parent,
    parentTaskId: parent.includes('_') ? parent : null,
    campaignId: line.required('campaign'),
    indicatorCode: line.required('indicator'),
    name: { zh: line.text('nameZh') || line.text('nameEn'), en: line.text('nameEn') || line.text('nameZh') },
    evidence: line.choice('evidence') as SplitRow['evidence'],
    unitId: line.required('unit'),
    unitTenantId: line.required('tenant'),
    supportingUnitIds: supportingOf(line),
    accountablePostId: line.required('post'),
    level: Number(line.number('level')),
    weight: line.number('weight'),
    metrics: [metric],
    annualTargets: annualTargetsOf(line, metric.code, layout),
    deadline: line.day(layout.at.deadline),
    ...optionalOf(line),
  };
};

/** A line with the key of the line before it has a further metric of the same task. */
const withMetric = (row: SplitRow, line: Line, layout: Layout): SplitRow => {
  const metric = metricOf(line);
  const further = annualTargetsOf(line, metric.code, layout);
  const years = [...row.annualTargets.map((annual) => annual.year), ...further.map((annual) => annual.year)];
  const annualTargets = [...new Set(years)].sort((a, b) => a - b).map((year): AnnualTarget => {
    const [first, second] = [row.annualTargets, further].map((of) => of.find((annual) => annual.year === year));
    return { year, dueAt: (first ?? second)?.dueAt ?? '', targets: [...(first?.targets ?? []), ...(second?.targets ?? [])] };
  });
  return { ...row, metrics: [...row.metrics, metric], annualTargets };
};

/**
 * The rows of a split from the lines of its sheet, the first of which has the headings. Every error is named with its
 * place; full-width digits and dates as text are taken for what they mean; hidden rows and formulas are refused.
 */
export const parseSplitTable = (lines: readonly RawRow[]): SplitTable => {
  const errors: CellError[] = [];
  const [header, ...rest] = lines;
  if (!header) return { rows: [], errors: [{ row: 1, column: '', code: 'sheet-empty', details: {} }], layout: { at: {}, years: [] }, lineOf: new Map() };
  const layout = layoutOf(header, errors);
  const rows: SplitRow[] = [];
  const lineOf = new Map<string, number>();
  for (const raw of errors.length > 0 ? [] : rest) {
    const line = new Line(raw, layout, errors);
    if (!line.requireReadable()) continue;
    const last = rows.at(-1);
    lineOf.set(`${line.plain('key')} ${line.plain('metric')}`, raw.number);
    if (last && line.plain('key') === last.key) {
      rows[rows.length - 1] = withMetric(last, line, layout);
      continue;
    }
    const row = rowOf(line, layout);
    if (lineOf.has(row.key)) line.complain(layout.at.key, 'row-key-repeated');
    lineOf.set(row.key, raw.number);
    rows.push(row);
  }
  if (errors.length === 0 && rows.length === 0) errors.push({ row: header.number, column: '', code: 'sheet-empty', details: {} });
  return { rows, errors, layout, lineOf };
};

/** The columns of what a rule may find fault with; a field of a year has a column of that year. */
const columnOfField: Readonly<Record<string, ColumnCode>> = {
  key: 'key', parentKey: 'parent', parentTaskId: 'parent', campaignId: 'campaign', indicatorCode: 'indicator', unitId: 'unit', unitTenantId: 'tenant',
  supportingUnitIds: 'supporting', accountablePostId: 'post', level: 'level', weight: 'weight', deadline: 'deadline', metrics: 'metric',
  leadCreditShare: 'leadCredit', supportingCredits: 'supportingCredit', dutyItem: 'duty', admissionDocument: 'admission', integrations: 'integrations',
};

const columnOf = (field: string, { at, years }: Layout): number | undefined => {
  const [, year, of] = /^annualTargets\[(\d+)\](?:\.(.*))?$/.exec(field) ?? [];
  if (year !== undefined) return years.find((one) => one.year === Number(year))?.[of === 'dueAt' ? 'due' : 'target'];
  const code = columnOfField[field.replace(/\[.*$/, '')];
  return code && at[code];
};

/** A rule of the split that a row breaks, at its cell. */
export const cellErrorOf = ({ code, field, details }: Violation, { lineOf, layout }: Pick<SplitTable, 'lineOf' | 'layout'>): CellError => {
  const [, key = '', rest = ''] = /^rows\[(.*?)\]\.?(.*)$/.exec(field) ?? [];
  const metric = /^metrics\[(.*)\]$/.exec(rest)?.[1] ?? /^annualTargets\[\d+\]\.(.*)$/.exec(rest)?.[1] ?? '';
  const column = columnOf(rest, layout);
  return { row: lineOf.get(`${key} ${metric}`) ?? lineOf.get(key) ?? 0, column: column === undefined ? '' : columnLetter(column), code, details: { ...details, field: rest } };
};

/** A moment as a cell shows it: the day alone where it is the last second of a day. */
const shownDay = (instant: string): string => (isInstant(instant) && endOfDay(localDate(instant)) === instant ? localDate(instant) : instant);

const shownTarget = (row: SplitRow, year: number, metric: string): string => {
  const target = row.annualTargets.find((annual) => annual.year === year)?.targets.find((one) => one.metric === metric);
  if (!target) return '';
  return 'value' in target ? target.value : `${target.low}~${target.high}`;
};

/** The lines of rows as a sheet has them: one for each metric, the texts in the order of the columns, then target and due date of each year. */
export const linesOf = (rows: readonly SplitRow[], years: readonly number[]): readonly (readonly string[])[] =>
  rows.flatMap((row) => row.metrics.map((metric) => [
    row.key, row.parentKey ?? row.parentTaskId ?? '', row.campaignId, row.indicatorCode, row.name.zh, row.name.en, row.evidence, row.unitId,
    row.unitTenantId, row.supportingUnitIds.join(';'), row.accountablePostId, String(row.level), row.weight,
    metric.code, metric.unit, metric.direction, metric.distribution, metric.thresholdUnpublished ? 'yes' : '', shownDay(row.deadline),
    row.leadCreditShare ?? '', (row.supportingCredits ?? []).map(({ unitId, share }) => `${unitId}=${share}`).join(';'), row.dutyItem ?? '', row.admissionDocument ?? '',
    (row.integrations ?? []).join(';'),
    ...years.flatMap((year) => {
      const annual = row.annualTargets.find((one) => one.year === year);
      return [shownTarget(row, year, metric.code), annual ? shownDay(annual.dueAt) : ''];
    }),
  ]));
