import { rowKeyText, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { sameValue, storedValue } from '../columns.js';
import { keyProperties, type ViewTable } from '../view-table.js';
import type { PageEvent } from './page-event.js';

/** An event that could not be folded, or came after one of its stream that could not. */
export type Parked = { readonly event: PageEvent; readonly reason: string };

type Step = { readonly event: PageEvent; readonly decoded: RecordedEvent; readonly keys: readonly RowKey[] };

/** What a page asks of a view: which rows it touches, in which order. */
export type Plan = { readonly steps: readonly Step[]; readonly keys: readonly RowKey[]; readonly parked: readonly Parked[] };

/** A row as an event left it; undefined where it removed it. */
export type Version = { readonly position: bigint; readonly row: ViewRow | undefined };

/** What became of one row in a page: every version, the last of which is what the view now holds. */
export type Change = { readonly key: RowKey; readonly before: ViewRow | undefined; readonly versions: readonly Version[] };

const BEHIND_PARKED = 'an earlier event of its stream is parked';

/** Reads the keys of the events. A stream of which one event throws is left out from there on. */
export const planPage = (view: ViewTable, events: readonly PageEvent[], parkedStreams: ReadonlySet<string>): Plan => {
  const blocked = new Set(parkedStreams);
  const keys = new Map<string, RowKey>();
  const steps: Step[] = [];
  const parked: Parked[] = [];
  for (const event of events) {
    if (blocked.has(event.raw.stream)) {
      parked.push({ event, reason: BEHIND_PARKED });
      continue;
    }
    try {
      const decoded = event.decoded();
      const touched = view.projection.keys(decoded);
      for (const key of touched) keys.set(rowKeyText(key), key);
      steps.push({ event, decoded, keys: touched });
    } catch (error) {
      blocked.add(event.raw.stream);
      parked.push({ event, reason: reasonOf(error) });
    }
  }
  return { steps, keys: [...keys.values()], parked };
};

/** Folds a planned page over the rows it touches. An event counts for all of its rows or for none. */
export const foldPage = (view: ViewTable, plan: Plan, rows: ReadonlyMap<string, ViewRow>): { changes: Change[]; parked: Parked[] } => {
  const changes = new Changes(view, rows);
  const blocked = new Set<string>();
  const parked = [...plan.parked];
  for (const { event, decoded, keys } of plan.steps) {
    if (blocked.has(event.raw.stream)) {
      parked.push({ event, reason: BEHIND_PARKED });
      continue;
    }
    try {
      const next = keys.map((key) => ({ key, row: evolved(view, changes.current(key), decoded, key) }));
      for (const { key, row } of next) changes.add(key, { position: event.raw.position, row });
    } catch (error) {
      blocked.add(event.raw.stream);
      parked.push({ event, reason: reasonOf(error) });
    }
  }
  return { changes: changes.all(), parked: parked.sort((a, b) => (a.event.raw.position < b.event.raw.position ? -1 : 1)) };
};

/** The rows of a page as they become. */
class Changes {
  private readonly changes = new Map<string, { readonly key: RowKey; readonly before: ViewRow | undefined; readonly versions: Version[] }>();

  constructor(private readonly view: ViewTable, private readonly rows: ReadonlyMap<string, ViewRow>) {}

  current(key: RowKey): ViewRow | undefined {
    const change = this.changes.get(rowKeyText(key));
    return change ? change.versions.at(-1)?.row : this.rows.get(rowKeyText(key));
  }

  /** A version that changes nothing is none. */
  add(key: RowKey, version: Version): void {
    if (sameRow(this.view, this.current(key), version.row)) return;
    const text = rowKeyText(key);
    const change = this.changes.get(text);
    if (change) change.versions.push(version);
    else this.changes.set(text, { key, before: this.rows.get(text), versions: [version] });
  }

  all(): Change[] {
    return [...this.changes.values()];
  }
}

const evolved = (view: ViewTable, row: ViewRow | undefined, event: RecordedEvent, key: RowKey): ViewRow | undefined => {
  const next = view.projection.evolve(row, event, key);
  if (!next || next === row) return next;
  for (const property of keyProperties) {
    if (next[property] !== key[property]) throw new Error(`A row of ${view.name} left its key: ${property} is ${next[property]}`);
  }
  const values = next as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(view.columns.map((column) => [column.property, storedValue(column, values[column.property])])) as unknown as ViewRow;
};

/** Whether a view would hold the same, row for row. */
export const sameRow = (view: ViewTable, a: ViewRow | undefined, b: ViewRow | undefined): boolean => {
  if (a === b) return true;
  if (!a || !b) return false;
  const left = a as unknown as Readonly<Record<string, unknown>>;
  const right = b as unknown as Readonly<Record<string, unknown>>;
  return view.columns.every(({ property }) => sameValue(left[property], right[property]));
};

export const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
