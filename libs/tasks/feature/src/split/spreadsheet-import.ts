import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { ProblemError, streamIdOf, type EdgeRequest, type FieldFault } from '@zeren/http';
import { canonicalText, sentenceOf, type LocalisedText, type StreamId } from '@zeren/kernel';
import {
  cellErrorOf, checkSplit, parseSplitTable, ROWS_PER_PART, tasksRefusals,
  type CellError, type Split, type SplitCommand, type SplitRow, type SplitTable,
} from '@zeren/tasks-domain';
import { SplitFactsReader } from './split-facts.js';
import { SplitLevels } from './split-levels.js';
import { readSplitSheet } from './spreadsheet-reader.js';
import type { SpreadsheetImportQuery } from './spreadsheet.bodies.js';
import { SplitEnvelope } from '../tasks.command-handlers.js';

/** 10,000 tasks are about 2 MB. */
const FILE_LIMIT = 20 * 1024 * 1024;
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
  ) {}

  async dryRun(request: EdgeRequest, query: SpreadsheetImportQuery, context: CommandContext): Promise<SpreadsheetDryRun> {
    const { rows, errors } = await this.checked(await bytesOf(request), query, context);
    return { rows: rows.length, errors: errors.slice(0, TOLD_ERRORS).map(({ row, column, code, details }) => ({ row, column, code, text: textOf({ code, details }) })) };
  }

  async import(request: EdgeRequest, query: SpreadsheetImportQuery, context: CommandContext): Promise<Outcome<Split>> {
    const { rows, errors } = await this.checked(await bytesOf(request), query, context);
    if (errors.length > 0) throw refusedWith(errors);
    // Each command below is its own repetition by its content: the key of the whole would make the second the answer of the first.
    const { idempotency: _, expectedRevision: __, ...each } = context;
    return query.splitId === undefined ? this.drafted(rows, query, each) : this.added(streamIdOf('split', query.splitId), rows, each);
  }

  private async checked(file: Buffer, query: SpreadsheetImportQuery, { caller }: CommandContext): Promise<SplitTable> {
    const table = parseSplitTable(readSplitSheet(file));
    if (table.errors.length > 0) return table;
    const { from, until, kind, deepestLevel } = query;
    const id = query.splitId === undefined ? newId(table.rows, query, caller.tenantId) : streamIdOf('split', query.splitId);
    const facts = await this.facts.of(id, table.rows, caller);
    const violations = checkSplit(table.rows, { tenantId: caller.tenantId, cycle: { kind, from, until }, deepestLevel }, facts);
    return { ...table, errors: violations.map((violation) => cellErrorOf(violation, table.lineOf)) };
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
    for (let part = 1; (part - 1) * ROWS_PER_PART < rows.length; part++) {
      const data = { part, rows: rows.slice((part - 1) * ROWS_PER_PART, part * ROWS_PER_PART) };
      outcome = await this.execute(id, { type: 'AddSplitRows', data }, context);
    }
    if (!outcome) throw new Error('a checked table has rows');
    return outcome;
  }

  private execute(id: StreamId, command: SplitCommand, context: CommandContext): Promise<Outcome<Split>> {
    return this.commands.execute<SplitEnvelope, Outcome<Split>>(new SplitEnvelope(id, command, context));
  }
}

const draftOf = ({ titleZh, titleEn, kind, from, until, deepestLevel }: SpreadsheetImportQuery) =>
  ({ title: { zh: titleZh, en: titleEn }, cycle: { kind, from, until }, deepestLevel });

/** The id follows from the content, so that the same table meets its own split. */
const newId = (rows: readonly SplitRow[], query: SpreadsheetImportQuery, tenantId: string): StreamId => {
  const hash = createHash('sha256').update(canonicalText({ ...draftOf(query), rows })).digest('hex');
  return { category: 'split', tenantId, id: deriveId(tenantId, 'split-spreadsheet', hash) };
};

/** The file, no further than its limit. */
const bytesOf = async ({ raw, headers }: EdgeRequest): Promise<Buffer> => {
  if (headers['content-type'] !== 'application/octet-stream' || raw.readableEnded) throw new ProblemError(400, 'spreadsheet-invalid');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > FILE_LIMIT) throw new ProblemError(413, 'spreadsheet-too-large', { details: { limit: FILE_LIMIT / 1024 / 1024 } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const textOf = ({ code, details }: Pick<CellError, 'code' | 'details'>): LocalisedText =>
  ({ zh: sentenceOf(tasksRefusals[code], 'zh', details), en: sentenceOf(tasksRefusals[code], 'en', details) });

const faultOf = (error: CellError): FieldFault => ({ field: `${error.column}${error.row}`, code: error.code, text: textOf(error) });

/** 422: every error with its place, as the spreadsheet shows it; nothing was drafted. */
const refusedWith = (errors: readonly CellError[]): ProblemError =>
  new ProblemError(422, 'spreadsheet-refused', { details: { errors: errors.length }, faults: errors.slice(0, TOLD_ERRORS).map(faultOf) });
