import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { Confinements, isOwn, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import {
  campaignDecider, rolesThatWork, type Project, type ProjectCommand, type ProjectFigures, type ProjectRow,
} from '@zeren/tasks-domain';
import { FiguresQuery, FinishBody, InvestmentBody, InvestmentCorrectionBody, ProjectBody, ProjectQuery } from './project.bodies.js';
import { ProjectFiguresReader } from './project-figures-reader.js';
import { ProjectEnvelope } from '../tasks.command-handlers.js';
import { CutBoards, type CutBoard } from '../task/cut-boards.js';
import { rowCountsUnder } from '../task/integration-cut.js';
import { projectBoardTable } from '../tasks.tables.js';

const projects: CutBoard<ProjectRow> = { table: projectBoardTable, order: 'code', descending: false, counts: () => rowCountsUnder('entry') };

/** Indicators made concrete, with their investment. */
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly figures: ProjectFiguresReader,
    private readonly boards: CutBoards,
    private readonly confinements: Confinements,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  async register(@Body() data: ProjectBody, @Context() context: CommandContext): Promise<Outcome<Project>> {
    const { tenantId, actorId } = context.caller;
    const id = { category: 'project', tenantId, id: deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId) };
    const { state } = await this.repository.load(campaignDecider, streamIdOf('campaign', data.campaignId), context.caller);
    const indicatorCodes = state.status === 'open' ? state.content.weights.map(({ indicatorCode }) => indicatorCode) : [];
    return this.execute(id, { type: 'RegisterProject', data: { ...data, indicatorCodes } }, context);
  }

  @Post(':id/investments')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  report(@Param('id') id: string, @Body() data: InvestmentBody, @Context() context: CommandContext): Promise<Outcome<Project>> {
    return this.execute(streamIdOf('project', id), { type: 'ReportInvestment', data }, context);
  }

  @Post(':id/investments/:entry/correction')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  correct(
    @Param('id') id: string, @Param('entry', ParseIntPipe) entry: number, @Body() data: InvestmentCorrectionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Project>> {
    return this.execute(streamIdOf('project', id), { type: 'CorrectInvestment', data: { entry, ...data } }, context);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  finish(@Param('id') id: string, @Body() data: FinishBody, @Context() context: CommandContext): Promise<Outcome<Project>> {
    return this.execute(streamIdOf('project', id), { type: 'FinishProject', data }, context);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: ProjectQuery, @After() after?: bigint): Promise<Page<ProjectRow>> {
    const { status, campaignId } = query;
    const unitId = unitsAsked(query.unitId, await this.confinements.of(caller));
    const where = { ...(status !== undefined && { status }), ...(campaignId !== undefined && { campaignId }), ...(unitId !== undefined && { unitId }) };
    return this.boards.pageOf(projects, caller.tenantId, query, where, after);
  }

  /** What the projects a reader sees come to in one year. */
  @Get('figures')
  async ofYear(@CallerOf() caller: Caller, @Query() { year, integration }: FiguresQuery, @After() after?: bigint): Promise<ProjectFigures> {
    return this.figures.read(caller.tenantId, { year, integration, kept: await this.confinements.of(caller) }, after);
  }

  @Get(':id')
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ProjectRow> {
    const row = await this.boards.one(projectBoardTable, caller.tenantId, id, after);
    return isOwn(await this.confinements.of(caller), row.unitId) ? row : notFound();
  }

  private execute(id: StreamId, command: ProjectCommand, context: CommandContext): Promise<Outcome<Project>> {
    return this.commands.execute<ProjectEnvelope, Outcome<Project>>(new ProjectEnvelope(id, command, context));
  }
}
