import { DomainError, sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from '@zeren/organisation-domain';
import { yearsOfCycle } from './check-row.js';
import { chainOf, checkSplit, type SplitFacts } from './check-split.js';
import { refuse } from '../refusals.js';
import { changeRows, resetTable, type ChangeSplitRows, type ResetSplitTable } from './split-draft.js';
import type { Cycle, ParentTaskRevised, SplitDrafted, SplitEvent, SplitRevisionCarriedOut, SplitRow } from './split.events.js';
import { checkRevision, type RowStanding } from './split-revision.js';
import { evolveSplit, ROWS_PER_PART, rowsOf, type Split } from './split-state.js';
import { requireReason } from '../task/task-state.js';

/** Rows as they stood when the handler hashed them, and what they are checked against. */
type Checked = {
  readonly rows: number;
  readonly hash: string;
  readonly facts: SplitFacts;
  /** How the rows stand that a revision changes or removes; none in a first version. */
  readonly standing: readonly RowStanding[];
};

/** Begin a split. `levels`: how many levels the tenant's city has. */
export type DraftSplit = Command<'DraftSplit', SplitDrafted['data'] & { readonly levels: number }>;
/** Add a numbered part of the rows; the same part with the same rows again changes nothing. */
export type AddSplitRows = Command<'AddSplitRows', { readonly part: number; readonly rows: readonly SplitRow[] }>;
/** Approve the split as it stands, under the competent body's document. */
export type ApproveSplit = Command<'ApproveSplit', Checked & { readonly document: string }>;
/** Put the approved split in force. */
export type PublishSplit = Command<'PublishSplit', Checked>;
/** Begin the next version of a published split. */
export type ReviseSplit = Command<'ReviseSplit', { readonly reason: string }>;
/** Drop the draft of a revision. */
export type DropRevision = Command<'DropRevision', { readonly reason: string }>;
/** Halt a publication that is under way. */
export type StopPublication = Command<'StopPublication', { readonly reason: string }>;
/** Let a halted publication go on. */
export type ResumePublication = Command<'ResumePublication', Record<string, never>>;
/** The policy has brought every task in line with the revision. */
export type CarryOutRevision = Command<'CarryOutRevision', SplitRevisionCarriedOut['data']>;
/** A task that rows are split from was revised above. */
export type NoteParentRevision = Command<'NoteParentRevision', ParentTaskRevised['data']>;
type PublicationCommand = StopPublication | ResumePublication | CarryOutRevision;
export type SplitCommand =
  | DraftSplit | AddSplitRows | ChangeSplitRows | ResetSplitTable | ApproveSplit | PublishSplit | ReviseSplit | DropRevision | StopPublication | ResumePublication | CarryOutRevision | NoteParentRevision;

/** How many calendar years a cycle reaches over at most: routine tasks are split every three years, key tasks every year. */
export const CYCLE_YEARS: Readonly<Record<Cycle['kind'], number>> = { routine: 3, key: 1 };

const draft = ({ levels, ...data }: DraftSplit['data'], split: Split): readonly SplitEvent[] => {
  if (split.status !== 'none') {
    const { title, cycle, deepestLevel } = split;
    return sameData({ title, cycle, deepestLevel }, data) ? [] : refuse('split-exists');
  }
  if (data.deepestLevel > levels) refuse('split-deeper-than-levels', 'deepestLevel', { deepest: data.deepestLevel, levels });
  const { kind, from, until } = data.cycle;
  if (!isCalendarDate(from) || !isCalendarDate(until) || from > until) refuse('cycle-dates', 'cycle');
  if (yearsOfCycle(data.cycle).length > CYCLE_YEARS[kind]) refuse('cycle-too-long', 'cycle', { years: CYCLE_YEARS[kind] });
  return [{ type: 'SplitDrafted', data }];
};

const addRows = (data: AddSplitRows['data'], split: Split): readonly SplitEvent[] => {
  if (split.status === 'none') return refuse('split-not-drafted');
  const known = split.parts.find(({ part }) => part === data.part);
  if (known) return sameData(known.added ?? known.rows, data.rows) ? [] : refuse('split-part-differs', 'part', { part: data.part });
  if (split.status !== 'drafted') return refuse('split-closed');
  if (data.rows.length === 0 || data.rows.length > ROWS_PER_PART) refuse('split-part-size', 'rows', { limit: ROWS_PER_PART });
  return [{ type: 'SplitRowsAdded', data }];
};

/** Refuses the first rule that is broken, and says how many are. */
const requireSound = (split: Exclude<Split, { status: 'none' }>, rows: readonly SplitRow[], { facts, standing }: Checked, { tenantId }: Caller): void => {
  const broken = checkSplit(rows, { tenantId, ...split }, facts);
  const violations = split.previous ? [...broken, ...checkRevision(rowsOf(split.previous), rows, standing)] : broken;
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
  requireSound(split, rows, data, caller);
  return [{ type: 'SplitApproved', data: { document: data.document, rows: data.rows, hash: data.hash } }];
};

const publish = (data: PublishSplit['data'], split: Split, caller: Caller): readonly SplitEvent[] => {
  if (split.status === 'published') return [];
  if (split.status !== 'approved') return refuse('split-not-approved');
  if (split.hash !== data.hash) refuse('split-changed');
  requireSound(split, rowsOf(split), data, caller);
  const { parents } = data.facts;
  return [{
    type: 'SplitPublished',
    data: {
      rows: data.rows,
      hash: data.hash,
      chainTenantIds: chainOf(parents, caller.tenantId),
      parents: parents.map(({ taskId, unitId, ancestors }) => ({ taskId, unitId, ancestors })),
      ...(split.version > 1 && { version: split.version }),
    },
  }];
};

const revise = ({ reason }: ReviseSplit['data'], split: Split): readonly SplitEvent[] => {
  requireReason(reason);
  if (split.status === 'none') return refuse('split-not-drafted');
  if (split.status !== 'published') {
    if (split.previous === null) refuse('split-not-published');
    return split.reason === reason ? [] : refuse('split-being-revised', 'reason', { version: split.version });
  }
  if (split.stopped) refuse('publication-stopped');
  return [{ type: 'SplitRevisionBegun', data: { version: split.version + 1, reason } }];
};

const dropRevision = ({ reason }: DropRevision['data'], split: Split): readonly SplitEvent[] => {
  requireReason(reason);
  if (split.status === 'published') return [];
  if (split.status === 'none' || split.previous === null) return refuse('no-revision');
  return [{ type: 'SplitRevisionDropped', data: { version: split.version, reason } }];
};

const stop = ({ reason }: StopPublication['data'], split: Split): readonly SplitEvent[] => {
  requireReason(reason);
  if (split.status !== 'published') return refuse('split-not-published');
  return split.stopped ? [] : [{ type: 'SplitPublicationStopped', data: { reason } }];
};

const resume = (split: Split): readonly SplitEvent[] => {
  if (split.status !== 'published') return refuse('split-not-published');
  return split.stopped ? [{ type: 'SplitPublicationResumed', data: {} }] : [];
};

const carryOut = (data: SplitRevisionCarriedOut['data'], split: Split): readonly SplitEvent[] =>
  (split.status === 'published' && split.version === data.version && !split.carriedOut ? [{ type: 'SplitRevisionCarriedOut', data }] : []);

const noteParent = (data: ParentTaskRevised['data'], split: Split): readonly SplitEvent[] => {
  if (split.status === 'none') return refuse('split-not-drafted');
  const isKnown = split.parentsRevised.some(({ taskId, version }) => taskId === data.taskId && version === data.version);
  return isKnown ? [] : [{ type: 'ParentTaskRevised', data }];
};

/** What happens while a publication runs. */
const decideOnPublication = (command: PublicationCommand, split: Split): readonly SplitEvent[] => {
  switch (command.type) {
    case 'StopPublication': return stop(command.data, split);
    case 'ResumePublication': return resume(split);
    case 'CarryOutRevision': return carryOut(command.data, split);
  }
};

const publicationCommands: Readonly<Record<string, true>> = {
  StopPublication: true, ResumePublication: true, CarryOutRevision: true,
} satisfies Record<PublicationCommand['type'], true>;
const isPublicationCommand = (command: SplitCommand): command is PublicationCommand => publicationCommands[command.type] === true;

const decide = (command: SplitCommand, split: Split, caller: Caller): readonly SplitEvent[] => {
  if (isPublicationCommand(command)) return decideOnPublication(command, split);
  switch (command.type) {
    case 'DraftSplit': return draft(command.data, split);
    case 'AddSplitRows': return addRows(command.data, split);
    case 'ChangeSplitRows': return changeRows(command.data, split);
    case 'ResetSplitTable': return resetTable(command.data, split);
    case 'ApproveSplit': return approve(command.data, split, caller);
    case 'PublishSplit': return publish(command.data, split, caller);
    case 'ReviseSplit': return revise(command.data, split);
    case 'DropRevision': return dropRevision(command.data, split);
    case 'NoteParentRevision': return noteParent(command.data, split);
  }
};

export const splitDecider: Decider<Split, SplitCommand, SplitEvent> = {
  category: 'split',
  initialState: { status: 'none' },
  decide,
  evolve: evolveSplit,
  sharedWith: (split) => (split.status === 'published' ? split.publication.chainTenantIds : []),
};
