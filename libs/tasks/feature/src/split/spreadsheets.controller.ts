import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { CallerOf, Context, languageOf, notFound, RolesAllowed, StreamedBody, streamIdOf, WORKBOOK_TYPE, type EdgeReply, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Split, SplitRow } from '@zeren/tasks-domain';
import { SplitFactsReader } from './split-facts.js';
import { SpreadsheetImport, type SpreadsheetDryRun } from './spreadsheet-import.js';
import { writeSplitWorkbook } from './spreadsheet-writer.js';
import { SpreadsheetImportQuery, SpreadsheetYearsQuery } from './spreadsheet.bodies.js';

/** The longest cycle a template is made for. */
const MOST_YEARS = 20;

/** Splits as Excel tables: the template, a split's table, and tables back into splits. */
@Controller('api/v1')
export class SpreadsheetsController {
  constructor(
    private readonly facts: SplitFactsReader,
    private readonly imports: SpreadsheetImport,
  ) {}

  @Get('split-spreadsheets/template')
  template(@Query() { firstYear, lastYear }: SpreadsheetYearsQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    const years = Array.from({ length: Math.max(0, Math.min(lastYear - firstYear + 1, MOST_YEARS)) }, (_, index) => firstYear + index);
    return sent('split-template', [], years, request, reply);
  }

  @Get('splits/:id/spreadsheet')
  async table(@Param('id') id: string, @CallerOf() caller: Caller, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    const stream = streamIdOf('split', id);
    const rows = stream.tenantId === caller.tenantId ? await this.facts.rows(stream, caller) : undefined;
    if (!rows || rows.length === 0) return notFound();
    const years = [...new Set(rows.flatMap(({ annualTargets }) => annualTargets.map(({ year }) => year)))].sort((a, b) => a - b);
    return sent(`split-${stream.id}`, rows, years, request, reply);
  }

  /** The body is the workbook itself, application/octet-stream; what is said of the split stands in the query. */
  @Post('split-spreadsheets')
  @HttpCode(200)
  @StreamedBody()
  @RolesAllowed('city-office', 'district-office')
  import(@Req() request: EdgeRequest, @Query() query: SpreadsheetImportQuery, @Context() context: CommandContext): Promise<Outcome<Split> | SpreadsheetDryRun> {
    return query.dryRun ? this.imports.dryRun(request, query, context) : this.imports.import(request, query, context);
  }
}

const sent = async (name: string, rows: readonly SplitRow[], years: readonly number[], request: EdgeRequest, reply: EdgeReply): Promise<StreamableFile> => {
  const workbook = await writeSplitWorkbook(rows, years, languageOf(request.headers['accept-language']));
  reply.header('Content-Type', WORKBOOK_TYPE).header('Content-Disposition', `attachment; filename="${name}.xlsx"`);
  return new StreamableFile(workbook);
};
