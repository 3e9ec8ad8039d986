import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, languageOf, RolesAllowed, streamIdOf, ViewReader, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { checklistDecider, rolesThatWork, type Checklist, type ChecklistCommand, type ChecklistRow, type GapPage } from '@zeren/tasks-domain';
import { UnitNames } from '../unit-names.js';
import { GapReader } from './gap-reader.js';
import { writeGapWorkbook } from './gap-spreadsheet.js';
import { ChecklistUnitBody, GapQuery, MarksBody } from './readiness.bodies.js';
import { ChecklistEnvelope } from './readiness.command-handlers.js';
import { ReadinessFacts } from './readiness-facts.js';
import { checklistTable } from './readiness.tables.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Readiness of a campaign for its assessment: the checklist and the gap list. `:id` is the campaign's. */
@Controller('api/v1/readiness/:id')
export class ReadinessController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
    private readonly facts: ReadinessFacts,
    private readonly gaps: GapReader,
    private readonly units: UnitNames,
  ) {}

  /** Drawn again after the campaign moved to another version of its standard, or after its split. */
  @Post('checklist')
  @RolesAllowed('city-office')
  async draw(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Checklist>> {
    return this.execute(id, { type: 'DrawChecklist', data: await this.facts.forChecklist(id, context.caller) }, context);
  }

  @Post('marks')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  mark(@Param('id') id: string, @Body() data: MarksBody, @Context() context: CommandContext): Promise<Outcome<Checklist>> {
    return this.execute(id, { type: 'MarkChecklist', data }, context);
  }

  @Post('responsible-units')
  @HttpCode(200)
  @RolesAllowed('city-office')
  assign(@Param('id') id: string, @Body() data: ChecklistUnitBody, @Context() context: CommandContext): Promise<Outcome<Checklist>> {
    return this.execute(id, { type: 'AssignChecklistItem', data }, context);
  }

  @Get('checklist')
  checklist(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ChecklistRow> {
    return this.views.one(checklistTable, tenantId, id, after);
  }

  @Get('gaps')
  list(@CallerOf() caller: Caller, @Param('id') id: string, @Query() query: GapQuery, @After() after?: bigint): Promise<GapPage> {
    return this.gaps.page(id, caller, query, after);
  }

  /** The whole list, cut and sorted as asked, as an Excel workbook. */
  @Get('gaps/spreadsheet')
  async spreadsheet(
    @CallerOf() caller: Caller, @Param('id') id: string, @Query() query: GapQuery, @Req() request: EdgeRequest, @After() after?: bigint,
  ): Promise<StreamableFile> {
    const { gaps } = await this.gaps.list(id, caller, query, after);
    const units = await this.units.of(caller, gaps.map(({ unitId }) => unitId));
    const workbook = await writeGapWorkbook(gaps, units, languageOf(request.headers['accept-language']));
    return new StreamableFile(workbook, { type: MEDIA_TYPE, disposition: `attachment; filename="gaps-${encodeURIComponent(id)}.xlsx"` });
  }

  private execute(id: string, command: ChecklistCommand, context: CommandContext): Promise<Outcome<Checklist>> {
    return this.commands.execute<ChecklistEnvelope, Outcome<Checklist>>(new ChecklistEnvelope(streamIdOf(checklistDecider.category, id), command, context));
  }
}
