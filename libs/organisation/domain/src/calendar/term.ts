/** What a term is counted in: minutes and hours of the clock, or only the hours and days on which offices work. */
export type TermUnit = 'minute' | 'clock-hour' | 'working-hour' | 'working-day';

/** A span that something may take, such as 4 working hours. */
export type Term = { readonly value: number; readonly unit: TermUnit };

/** The moment a term ends, computed once by the calendar of that day and stored; replay never computes it again. */
export type Deadline = {
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly term: Term;
  /** Counted by the week alone, for want of a published calendar of one of its years. */
  readonly provisional: boolean;
};
