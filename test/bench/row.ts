import type { Comparison, Quartiles } from './measuring.js';

/** One line of the table. Figures are texts as printed; what was not measured says why. */
export type Row = {
  readonly shape: string;
  readonly figure: string;
  readonly reference: string;
  readonly ratio?: Quartiles;
  readonly goal: string;
  /** Undefined where nothing was measured, or where no goal is set. */
  readonly holds?: boolean;
};

const grouped = (figure: number): string => Math.round(figure).toLocaleString('en-US');
export const rate = (figure: number): string => `${grouped(figure)}/s`;
export const milliseconds = (figure: number): string => `${figure.toFixed(figure < 10 ? 1 : 0)} ms`;
export const microseconds = (figure: number): string => `${figure.toFixed(figure < 100 ? 1 : 0)} µs`;

type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** A row whose goal is a ratio, judged by its median. */
export const ratioRow = (shape: string, name: string, comparison: Comparison, goal: Goal, show = rate): Row => {
  const { median } = comparison.ratio;
  return {
    ...comparisonRow(shape, name, comparison, show),
    goal: 'atLeast' in goal ? `≥ ${goal.atLeast} ×` : `≤ ${goal.atMost} ×`,
    holds: 'atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost,
  };
};

/** A row that compares and sets no goal. */
export const comparisonRow = (shape: string, name: string, { candidate, reference, ratio }: Comparison, show = rate): Row => ({
  shape, figure: show(candidate), reference: `${name}: ${show(reference)}`, ratio, goal: '',
});

/** A row whose goal is a limit, in milliseconds unless shown otherwise; the reference says how quick the machine was. */
export const limitRow = (shape: string, figure: number, reference: string, limit: number, show = milliseconds): Row => ({
  shape, figure: show(figure), reference, goal: `≤ ${show === milliseconds ? `${grouped(limit)} ms` : show(limit)}`, holds: figure <= limit,
});

export const notMeasured = (shape: string, goal: string, why: string): Row => ({ shape, figure: 'not measured', reference: why, goal });

const heads = ['shape', 'measured', 'reference', 'ratio (quartiles)', 'goal', 'holds'];

const cells = ({ shape, figure, reference, ratio, goal, holds }: Row): string[] => [
  shape,
  figure,
  reference,
  ratio ? `${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})` : '',
  goal,
  holds === undefined ? '–' : holds ? 'yes' : 'NO',
];

/** All rows as one table of text. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = (line: readonly string[]): string => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [text(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1).map(text)].join('\n');
};
