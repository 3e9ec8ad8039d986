import type { ParentTaskRevised, SplitDrafted, SplitEvent, SplitPublished, SplitRow, SplitRowsChanged, SplitTableReset } from './split.events.js';

/** An append is limited to 1 MiB; this many rows stay well below it. */
export const ROWS_PER_PART = 500;

/** `added`: its rows as they came, where some were changed since, so that the same part again is known. */
type Part = { readonly part: number; readonly rows: readonly SplitRow[]; readonly added?: readonly SplitRow[] };

/** The part of the rows that came by hand or from the version in force. */
const BY_HAND = 0;

export type Draft = SplitDrafted['data'] & {
  /** 1 for the first; each revision has the next. */
  readonly version: number;
  /** Why it was revised; null in the first version. */
  readonly reason: string | null;
  readonly parts: readonly Part[];
  /** Every revision above that was told of a task which rows are split from. */
  readonly parentsRevised: readonly ParentTaskRevised['data'][];
  /** The version in force before this one, or null. */
  readonly previous: PublishedSplit | null;
};

type Approval = { readonly document: string; readonly hash: string };

export type PublishedSplit = { readonly status: 'published' } & Draft & Approval & {
  readonly publication: SplitPublished['data'];
  /** By row key, the version in which the row's present task was published, where it was not the first. */
  readonly since: Readonly<Record<string, number>>;
  /** Whether its publication was halted. */
  readonly stopped: boolean;
  /** Whether every task is in line with this revision. */
  readonly carriedOut: boolean;
};

export type Split =
  | { readonly status: 'none' }
  | ({ readonly status: 'drafted' } & Draft)
  | ({ readonly status: 'approved' } & Draft & Approval)
  | PublishedSplit;

type Later = Exclude<SplitEvent, SplitDrafted | ParentTaskRevised>;

const byKey = (a: SplitRow, b: SplitRow): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** The rows of a split, in order of key: the order in which they are hashed and published. */
export const rowsOf = (split: Split): readonly SplitRow[] =>
  split.status === 'none' ? [] : split.parts.flatMap(({ rows }) => rows).sort(byKey);

/** Whose a task is and what is measured: while these stay, so does the task, and what was reported of it. */
const identityOf = ({ unitId, unitTenantId, campaignId, indicatorCode, metrics }: SplitRow): string =>
  JSON.stringify([unitId, unitTenantId, campaignId, indicatorCode,
    metrics.map(({ code, unit, direction, distribution, thresholdUnpublished }) => [code, unit, direction, distribution, thresholdUnpublished])]);

/** Whether a revised row is the same task as before, so that what was reported carries over. */
export const isSameTask = (before: SplitRow, after: SplitRow): boolean => identityOf(before) === identityOf(after);

const sinceOf = (draft: Draft & Approval): Readonly<Record<string, number>> => {
  const { previous, version } = draft;
  if (!previous) return {};
  const before = new Map(rowsOf(previous).map((row) => [row.key, row]));
  const entries = draft.parts.flatMap(({ rows }) => rows).flatMap((row): (readonly [string, number])[] => {
    const known = before.get(row.key);
    const since = known && isSameTask(known, row) ? previous.since[row.key] : version;
    return since === undefined ? [] : [[row.key, since]];
  });
  return Object.fromEntries(entries);
};

const published = (split: Split, publication: SplitPublished['data']): Split =>
  (split.status === 'approved' ? { ...split, status: 'published', publication, since: sinceOf(split), stopped: false, carriedOut: false } : split);

/** What becomes of a split in force. */
const afterPublication = (split: PublishedSplit, event: Later): Split => {
  switch (event.type) {
    case 'SplitRevisionBegun': {
      const { title, cycle, deepestLevel, parentsRevised } = split;
      return { status: 'drafted', title, cycle, deepestLevel, parentsRevised, ...event.data, parts: [], previous: split };
    }
    case 'SplitRevisionCarriedOut': return { ...split, carriedOut: true };
    case 'SplitPublicationStopped': return { ...split, stopped: true };
    case 'SplitPublicationResumed': return { ...split, stopped: false };
    case 'SplitRowsAdded':
    case 'SplitRowsChanged':
    case 'SplitTableReset':
    case 'SplitApproved':
    case 'SplitPublished':
    case 'SplitRevisionDropped': return split;
  }
};

const partChanged = (part: Part, { rows, removed }: SplitRowsChanged['data']): Part => {
  const set = new Map(rows.map((row) => [row.key, row]));
  const gone = new Set(removed);
  if (!part.rows.some(({ key }) => set.has(key) || gone.has(key))) return part;
  return { part: part.part, added: part.added ?? part.rows, rows: part.rows.filter(({ key }) => !gone.has(key)).map((row) => set.get(row.key) ?? row) };
};

const rowsChanged = (parts: readonly Part[], data: SplitRowsChanged['data']): readonly Part[] => {
  const known = new Set(parts.flatMap(({ rows }) => rows.map(({ key }) => key)));
  const fresh = data.rows.filter(({ key }) => !known.has(key));
  const byHand = parts.find(({ part }) => part === BY_HAND) ?? { part: BY_HAND, rows: [] };
  const others = parts.filter((part) => part !== byHand).map((part) => partChanged(part, data));
  return [...others, { part: BY_HAND, rows: [...partChanged(byHand, data).rows, ...fresh] }];
};

const partsReset = ({ previous }: Draft, { to }: SplitTableReset['data']): readonly Part[] =>
  (to === 'nothing' || previous === null ? [] : [{ part: BY_HAND, rows: rowsOf(previous) }]);

/** What becomes of a draft, the first or a revision's. */
const whileDrafted = (split: Exclude<Split, { status: 'none' | 'published' }>, event: Later): Split => {
  switch (event.type) {
    case 'SplitRowsAdded': return { ...split, parts: [...split.parts, event.data] };
    case 'SplitRowsChanged': return { ...split, parts: rowsChanged(split.parts, event.data) };
    case 'SplitTableReset': return { ...split, parts: partsReset(split, event.data) };
    case 'SplitApproved': return { ...split, status: 'approved', document: event.data.document, hash: event.data.hash };
    case 'SplitPublished': return published(split, event.data);
    case 'SplitRevisionDropped': return split.previous ? { ...split.previous, parentsRevised: split.parentsRevised } : split;
    case 'SplitRevisionBegun':
    case 'SplitRevisionCarriedOut':
    case 'SplitPublicationStopped':
    case 'SplitPublicationResumed': return split;
  }
};

export const evolveSplit = (split: Split, event: SplitEvent): Split => {
  if (event.type === 'SplitDrafted') return { status: 'drafted', ...event.data, version: 1, reason: null, parts: [], parentsRevised: [], previous: null };
  if (split.status === 'none') return split;
  if (event.type === 'ParentTaskRevised') return { ...split, parentsRevised: [...split.parentsRevised, event.data] };
  return split.status === 'published' ? afterPublication(split, event) : whileDrafted(split, event);
};
