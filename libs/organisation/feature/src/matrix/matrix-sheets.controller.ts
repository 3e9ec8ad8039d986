import { Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import {
  CallerOf, Context, languageOf, ProblemError, readWorkbook, RolesAllowed, StreamedBody, uploadedWorkbook, WORKBOOK_TYPE, type EdgeReply, type EdgeRequest,
} from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import {
  cellErrorOfFault, matrixDecider, matrixFaults, matrixSheetNames, readMatrixSheet, type MatrixCellError, type MatrixDryRun, type MatrixFacts, type MatrixSheet, type PublishMatrix, type ResponsibilityMatrix,
} from '@zeren/organisation-domain';
import { CityKnowledge, matrixStream } from '../matters/city-knowledge.js';
import { Today } from '../today.js';
import { DayQuery, MatrixSheetQuery } from './matrix.bodies.js';
import { MatrixEnvelope } from './matrix.command-handler.js';
import { rowsOn } from './matrix-rows.js';
import { writeMatrixWorkbook } from './matrix-workbook.js';

/** Errors that are told; there is no use in more. */
const TOLD_ERRORS = 1_000;

/** The matrix as an Excel sheet: the rows in force to take away, and the whole matrix to hand in. */
@Controller('api/v1/responsibility-matrix/spreadsheet')
export class MatrixSheetsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly knowledge: CityKnowledge,
    private readonly today: Today,
  ) {}

  @Get()
  async table(
    @CallerOf() caller: Caller, @Query() { on }: DayQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<StreamableFile> {
    const [day, cityId] = await Promise.all([this.today.or(on, caller), this.knowledge.cityOf(caller)]);
    const [matrix, facts] = await Promise.all([this.knowledge.matrix(cityId, caller), this.knowledge.facts(cityId, caller, day)]);
    const workbook = await writeMatrixWorkbook(rowsOn(matrix, day), facts, day, languageOf(request.headers['accept-language']));
    reply.header('Content-Type', WORKBOOK_TYPE).header('Content-Disposition', `attachment; filename="responsibility-matrix-${day}.xlsx"`);
    return new StreamableFile(workbook);
  }

  /**
   * The body is the workbook itself, application/octet-stream: the whole matrix from a day on, all of it or nothing. What
   * it leaves out ends the day before; the same again changes nothing.
   */
  @Post()
  @HttpCode(200)
  @StreamedBody()
  @RolesAllowed('city-office')
  async import(@Req() request: EdgeRequest, @Query() query: MatrixSheetQuery, @Context() context: CommandContext): Promise<Outcome<ResponsibilityMatrix> | MatrixDryRun> {
    const rows = readWorkbook(await uploadedWorkbook(request)).sheet(matrixSheetNames);
    if (!rows) throw new ProblemError(422, 'matrix-sheet-missing');
    const sheet = readMatrixSheet(rows);
    const { caller } = context;
    const from = await this.today.or(query.from, caller);
    const facts = await this.knowledge.facts(caller.tenantId, caller, from);
    const command: PublishMatrix = { type: 'PublishMatrix', data: { from, reason: query.reason, document: query.document ?? null, entries: sheet.entries, facts } };
    const errors = errorsOf(sheet, facts, from);
    if (query.dryRun) return errors.length > 0 ? { ...nothing(sheet), errors: errors.slice(0, TOLD_ERRORS) } : this.dryRun(command, sheet, caller);
    if (errors.length > 0) throw refusedWith(errors, request);
    return this.commands.execute<MatrixEnvelope, Outcome<ResponsibilityMatrix>>(new MatrixEnvelope(matrixStream(caller.tenantId), command, context));
  }

  private async dryRun(command: PublishMatrix, sheet: MatrixSheet, caller: Caller): Promise<MatrixDryRun> {
    const [event] = matrixDecider.decide(command, await this.knowledge.matrix(caller.tenantId, caller), caller);
    if (event?.type !== 'MatrixVersionPublished') return nothing(sheet);
    return { rows: sheet.entries.length, added: event.data.added.length, ended: event.data.ended.length, errors: [] };
  }
}

const nothing = ({ entries }: MatrixSheet): MatrixDryRun => ({ rows: entries.length, added: 0, ended: 0, errors: [] });

const errorsOf = (sheet: MatrixSheet, facts: MatrixFacts, from: string): readonly MatrixCellError[] =>
  [...sheet.errors, ...matrixFaults(sheet.entries, [], facts, from).map((fault) => cellErrorOfFault(fault, sheet))].sort((a, b) => a.row - b.row);

const refusedWith = (errors: readonly MatrixCellError[], request: EdgeRequest): ProblemError => {
  const [{ row, column, text }] = errors as [MatrixCellError];
  const sentence = text[languageOf(request.headers['accept-language'])];
  return new ProblemError(422, 'matrix-sheet-wrong', { field: `${column}${row}`, details: { count: errors.length, row, column, sentence } });
};
