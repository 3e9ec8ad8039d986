import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound, ProblemError, streamIdOf, uploadedWorkbook, type EdgeRequest, type FieldFault } from '@zeren/http';
import { canonicalText, DomainError, sameData, sentenceOf, type Caller, type LocalisedText, type StreamId } from '@zeren/kernel';
import {
  cellErrorOf, checkRevision, checkSplit, parseSplitTable, ROWS_PER_PART, rowsOf, splitDecider, tasksRefusals,
  type CellError, type Split, type SplitCommand, type SplitRow, type SplitTable, type Violation,
} from '@zeren/tasks-domain';
import { SplitFactsReader } from './split-facts.js';
import { SplitLevels } from './split-levels.js';
import { readSplitSheet } from './spreadsheet-reader.js';
import type { SpreadsheetImportQuery } from './spreadsheet.bodies.js';
import { SplitEnvelope } from '../tasks.command-handlers.js';

/** Errors that are told; there is no use in more. */
const TOLD_ERRORS = 1_000;

/** What an import would draft. */
export type SpreadsheetDryRun = { readonly rows: number; readonly errors: readonly (Omit<CellError, 'details'> & { readonly text: LocalisedText })[] };

/** A split from a spreadsheet: all of it or nothing, and the same content again is the same split. */
@Injectable()
export class SpreadsheetImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: SplitFactsReader,
    private readonly levels: SplitLevels,
    private readonly repository: DeciderRepository,
  ) {}

  async dryRun(request: EdgeRequest, query: SpreadsheetImportQuery, context: CommandContext): Promise<SpreadsheetDryRun> {
    const { rows, errors } = await this.checked(await uploadedWorkbook(request), query, context);
    return { rows: rows.length, errors: errors.slice(0, TOLD_ERRORS).map(({ row, column, code, details }) => ({ row, column, code, text: textOf({ code, details }) })) };
  }

  async import(request: EdgeRequest, query: SpreadsheetImportQuery, context: CommandContext): Promise<Outcome<Split>> {
    const { rows, errors } = await this.checked(await uploadedWorkbook(request), query, context);
    if (errors.length > 0) throw refusedWith(errors);
    // Each command below is its own repetition by its content: the key of the whole would make the second the answer of the first.
    const { idempotency: _, expectedRevision, ...each } = context;
    return query.splitId === undefined ? this.drafted(rows, query, each) : this.replaced(streamIdOf('split', query.splitId), rows, each, expectedRevision);
  }

  private async checked(file: Buffer, query: SpreadsheetImportQuery, { caller }: CommandContext): Promise<SplitTable> {
    const table = parseSplitTable(readSplitSheet(file));
    if (table.errors.length > 0) return table;
    const violations = await (query.splitId === undefined ? this.checkedAsNew(table.rows, query, caller) : this.checkedAsDraft(table.rows, streamIdOf('split', query.splitId), caller));
    return { ...table, errors: violations.map((violation) => cellErrorOf(violation, table)) };
  }

  private async checkedAsNew(rows: readonly SplitRow[], query: SpreadsheetImportQuery, caller: Caller): Promise<readonly Violation[]> {
    const facts = await this.facts.of(newId(rows, query, caller.tenantId), rows, caller);
    return checkSplit(rows, { tenantId: caller.tenantId, ...draftOf(query) }, facts);
  }

  private async checkedAsDraft(rows: readonly SplitRow[], id: StreamId, caller: Caller): Promise<readonly Violation[]> {
    const draft = await this.draft(id, caller);
    const broken = checkSplit(rows, { tenantId: caller.tenantId, ...draft }, await this.facts.of(id, rows, caller));
    if (draft.previous === null) return broken;
    return [...broken, ...checkRevision(rowsOf(draft.previous), rows, await this.facts.standing(id, draft.previous, rows, caller))];
  }

  /** The draft that the table is to become; 404 where it is not the caller's, refused where it is no draft. */
  private async draft(id: StreamId, caller: Caller): Promise<Extract<Split, { status: 'drafted' }>> {
    if (id.tenantId !== caller.tenantId) return notFound();
    const { state } = await this.repository.load(splitDecider, id, caller);
    if (state.status === 'none') return notFound();
    if (state.status !== 'drafted') throw new DomainError('split-closed', 'splitId');
    return state;
  }

  private async drafted(rows: readonly SplitRow[], query: SpreadsheetImportQuery, context: CommandContext): Promise<Outcome<Split>> {
    const id = newId(rows, query, context.caller.tenantId);
    const data = { ...draftOf(query), levels: await this.levels.of(context.caller) };
    const outcome = await this.execute(id, { type: 'DraftSplit', data }, context);
    // Uploaded again after it was revised, the first version's table changes nothing.
    const isRevised = outcome.state.status !== 'none' && outcome.state.version > 1;
    return isRevised ? outcome : this.added(id, rows, context);
  }

  private async added(id: StreamId, rows: readonly SplitRow[], context: CommandContext): Promise<Outcome<Split>> {
    let outcome: Outcome<Split> | undefined;
    for (const [index, part] of chunksOf(rows).entries()) {
      const data = { part: index + 1, rows: part };
      outcome = await this.execute(id, { type: 'AddSplitRows', data }, context);
    }
    if (!outcome) throw new Error('a checked table has rows');
    return outcome;
  }

  /** The draft becomes the table: only what differs is changed, so that the same file again changes nothing. */
  private async replaced(id: StreamId, rows: readonly SplitRow[], context: CommandContext, expectedRevision: number | undefined): Promise<Outcome<Split>> {
    const standing = rowsOf(await this.draft(id, context.caller));
    const before = new Map(standing.map((row) => [row.key, row]));
    const kept = new Set(rows.map(({ key }) => key));
    const changes = [
      ...chunksOf(standing.filter(({ key }) => !kept.has(key))).map((gone) => ({ rows: [], removed: gone.map(({ key }) => key) })),
      ...chunksOf(rows.filter((row) => !sameData(before.get(row.key), row))).map((set) => ({ rows: set, removed: [] })),
    ];
    const [first = { rows: [], removed: [] }, ...later] = changes;
    let outcome = await this.execute(id, { type: 'ChangeSplitRows', data: first }, { ...context, ...(expectedRevision === undefined ? {} : { expectedRevision }) });
    for (const data of later) outcome = await this.execute(id, { type: 'ChangeSplitRows', data }, context);
    return outcome;
  }

  private execute(id: StreamId, command: SplitCommand, context: CommandContext): Promise<Outcome<Split>> {
    return this.commands.execute<SplitEnvelope, Outcome<Split>>(new SplitEnvelope(id, command, context));
  }
}

/** As many rows as an event holds. */
const chunksOf = (rows: readonly SplitRow[]): readonly (readonly SplitRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_PER_PART) }, (_, at) => rows.slice(at * ROWS_PER_PART, (at + 1) * ROWS_PER_PART));

const draftOf = ({ titleZh, titleEn, kind, from, until, deepestLevel }: SpreadsheetImportQuery) =>
  ({ title: { zh: titleZh, en: titleEn }, cycle: { kind, from, until }, deepestLevel });

/** The id follows from the content, so that the same table meets its own split. */
const newId = (rows: readonly SplitRow[], query: SpreadsheetImportQuery, tenantId: string): StreamId => {
  const hash = createHash('sha256').update(canonicalText({ ...draftOf(query), rows })).digest('hex');
  return { category: 'split', tenantId, id: deriveId(tenantId, 'split-spreadsheet', hash) };
};

const textOf = ({ code, details }: Pick<CellError, 'code' | 'details'>): LocalisedText =>
  ({ zh: sentenceOf(tasksRefusals[code], 'zh', details), en: sentenceOf(tasksRefusals[code], 'en', details) });

const faultOf = (error: CellError): FieldFault => ({ field: `${error.column}${error.row}`, code: error.code, text: textOf(error) });

/** 422: every error with its place, as the spreadsheet shows it; nothing was drafted. */
const refusedWith = (errors: readonly CellError[]): ProblemError =>
  new ProblemError(422, 'spreadsheet-refused', { details: { errors: errors.length }, faults: errors.slice(0, TOLD_ERRORS).map(faultOf) });
