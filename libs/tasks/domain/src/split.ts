import { DomainError, publicId, sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from './calendar.js';
import type { SplitFrame } from './check-row.js';
import { ancestorsOfRows, chainOf, checkSplit, type SplitFacts } from './check-split.js';
import { refuse } from './refusals.js';
import type { SplitDrafted, SplitEvent, SplitPublished, SplitRow } from './split.events.js';
import type { TaskPublished } from './task.events.js';

/** An append is limited to 1 MiB; this many rows stay well below it. */
export const ROWS_PER_PART = 500;

/** Rows as they stood when the handler hashed them, and what they are checked against. */
type Checked = { readonly rows: number; readonly hash: string; readonly facts: SplitFacts };

export type DraftSplit = Command<'DraftSplit', SplitDrafted['data']>;
/** Add a numbered part of the rows; the same part with the same rows again changes nothing. */
export type AddSplitRows = Command<'AddSplitRows', { readonly part: number; readonly rows: readonly SplitRow[] }>;
/** Approve the split as it stands, under the competent body's document. */
export type ApproveSplit = Command<'ApproveSplit', Checked & { readonly document: string }>;
/** Put the approved split in force. */
export type PublishSplit = Command<'PublishSplit', Checked>;
export type SplitCommand = DraftSplit | AddSplitRows | ApproveSplit | PublishSplit;

type Part = { readonly part: number; readonly rows: readonly SplitRow[] };
type Draft = SplitDrafted['data'] & { readonly parts: readonly Part[] };
type Approval = { readonly document: string; readonly hash: string };

export type Split =
  | { readonly status: 'none' }
  | ({ readonly status: 'drafted' } & Draft)
  | ({ readonly status: 'approved' } & Draft & Approval)
  | ({ readonly status: 'published' } & Draft & Approval & { readonly publication: SplitPublished['data'] });

/** The rows of a split, in order of key: the order in which they are hashed and published. */
export const rowsOf = (split: Split): readonly SplitRow[] =>
  split.status === 'none' ? [] : split.parts.flatMap(({ rows }) => rows).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

const draft = (data: SplitDrafted['data'], split: Split): readonly SplitEvent[] => {
  if (split.status !== 'none') {
    const { title, cycle, deepestLevel } = split;
    return sameData({ title, cycle, deepestLevel }, data) ? [] : refuse('split-exists');
  }
  const { from, until } = data.cycle;
  if (!isCalendarDate(from) || !isCalendarDate(until) || from > until) refuse('cycle-dates', 'cycle');
  return [{ type: 'SplitDrafted', data }];
};

const addRows = (data: AddSplitRows['data'], split: Split): readonly SplitEvent[] => {
  if (split.status === 'none') return refuse('split-not-drafted');
  const known = split.parts.find(({ part }) => part === data.part);
  if (known) return sameData(known.rows, data.rows) ? [] : refuse('split-part-differs', 'part', { part: data.part });
  if (split.status !== 'drafted') return refuse('split-closed');
  if (data.rows.length === 0 || data.rows.length > ROWS_PER_PART) refuse('split-part-size', 'rows', { limit: ROWS_PER_PART });
  return [{ type: 'SplitRowsAdded', data }];
};

/** Refuses the first rule that is broken, and says how many are. */
const requireSound = (split: SplitFrame, rows: readonly SplitRow[], { facts }: Checked): void => {
  const violations = checkSplit(rows, split, facts);
  const [first] = violations;
  if (first) throw new DomainError(first.code, first.field, { ...first.details, violations: violations.length });
};

const approve = (data: ApproveSplit['data'], split: Split, caller: Caller): readonly SplitEvent[] => {
  if (split.status === 'none') return refuse('split-not-drafted');
  if (split.status !== 'drafted') return split.document === data.document ? [] : refuse('split-approved-otherwise', 'document');
  if (data.document.trim() === '') refuse('document-required', 'document');
  const rows = rowsOf(split);
  if (rows.length === 0) refuse('split-empty');
  if (rows.length !== data.rows) refuse('split-changed');
  requireSound({ tenantId: caller.tenantId, ...split }, rows, data);
  return [{ type: 'SplitApproved', data: { document: data.document, rows: data.rows, hash: data.hash } }];
};

const publish = (data: PublishSplit['data'], split: Split, caller: Caller): readonly SplitEvent[] => {
  if (split.status === 'published') return [];
  if (split.status !== 'approved') return refuse('split-not-approved');
  if (split.hash !== data.hash) refuse('split-changed');
  requireSound({ tenantId: caller.tenantId, ...split }, rowsOf(split), data);
  const { parents } = data.facts;
  return [{
    type: 'SplitPublished',
    data: {
      rows: data.rows,
      hash: data.hash,
      chainTenantIds: chainOf(parents, caller.tenantId),
      parents: parents.map(({ taskId, unitId, ancestors }) => ({ taskId, unitId, ancestors })),
    },
  }];
};

const decide = (command: SplitCommand, split: Split, caller: Caller): readonly SplitEvent[] => {
  switch (command.type) {
    case 'DraftSplit': return draft(command.data, split);
    case 'AddSplitRows': return addRows(command.data, split);
    case 'ApproveSplit': return approve(command.data, split, caller);
    case 'PublishSplit': return publish(command.data, split, caller);
  }
};

const evolve = (split: Split, event: SplitEvent): Split => {
  if (event.type === 'SplitDrafted') return { status: 'drafted', ...event.data, parts: [] };
  if (split.status === 'none') return split;
  switch (event.type) {
    case 'SplitRowsAdded': return { ...split, parts: [...split.parts, event.data] };
    case 'SplitApproved': return { ...split, status: 'approved', document: event.data.document, hash: event.data.hash };
    case 'SplitPublished': return split.status === 'approved' ? { ...split, status: 'published', publication: event.data } : split;
  }
};

export const splitDecider: Decider<Split, SplitCommand, SplitEvent> = {
  category: 'split',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (split) => (split.status === 'published' ? split.publication.chainTenantIds : []),
};

/** The tasks that a published split puts in force, in order of key, each with its local id `<split>.<row key>`. */
export const tasksOfSplit = (
  ownerTenantId: string,
  splitId: string,
  split: Extract<Split, { status: 'published' }>,
): readonly { readonly id: string; readonly event: TaskPublished }[] => {
  const { chainTenantIds, parents } = split.publication;
  const localId = (key: string) => `${splitId}.${key}`;
  const taskId = (key: string) => publicId(ownerTenantId, localId(key));
  const rows = rowsOf(split);
  const ancestors = ancestorsOfRows(rows, taskId, new Map(parents.map((parent) => [parent.taskId, parent])));
  return rows.map(({ key, parentKey, ...row }) => ({
    id: localId(key),
    event: {
      type: 'TaskPublished',
      data: {
        ...row,
        splitId: publicId(ownerTenantId, splitId),
        rowKey: key,
        parentTaskId: parentKey === null ? row.parentTaskId : taskId(parentKey),
        ancestors: ancestors.get(key) ?? [],
        sharedWith: [...new Set([row.unitTenantId, ...chainTenantIds])].filter((tenant) => tenant !== ownerTenantId),
      },
    },
  }));
};
