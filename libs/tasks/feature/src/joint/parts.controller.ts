import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, isOwn } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { rolesThatDispatch, rolesThatWork, unitsActedFor, type Part, type PartCommand, type PartRow, type TaskStatus } from '@zeren/tasks-domain';
import { PartEnvelope } from './part.command-handler.js';
import { partBoardTable } from '../tasks.tables.js';
import { PartCorrectionBody, PartQuery, PartReasonBody, PartValueBody } from './part.bodies.js';
import { PartFacts } from './part-facts.js';
import { TaskBoardReader } from '../task/task-board-reader.js';

/** The parts of joint tasks, each the party's own. */
@Controller('api/v1/joint-parts')
export class PartsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: PartFacts,
    private readonly views: ViewReader,
    private readonly board: TaskBoardReader,
    private readonly confinements: Confinements,
  ) {}

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: PartQuery, @After() after?: bigint): Promise<Page<PartRow>> {
    const { taskId, status, mine } = query;
    const { tenantId, unitId } = caller;
    const kept = await this.confinements.of(caller);
    if (kept && taskId !== undefined) await this.board.one(caller, taskId, after);
    const where = {
      ...(kept && taskId === undefined && { actingUnitId: kept.unitIds }),
      ...(taskId !== undefined && { taskId }), ...(status !== undefined && { status }),
      ...(mine && { unitTenantId: tenantId, actingUnitId: unitsActedFor(unitId) }),
    };
    return this.views.page(partBoardTable, tenantId, query, { where, order: { dueAt: 'asc' } }, after);
  }

  @Get(':id')
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<PartRow> {
    const row = await this.views.one(partBoardTable, caller.tenantId, id, after);
    return isOwn(await this.confinements.of(caller), row.unitId, row.actingUnitId, row.task.unitId) ? row : notFound();
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  accept(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'AcceptPart', data: { taskStatus } }));
  }

  @Post(':id/progress')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  record(@Param('id') id: string, @Body() data: PartValueBody, @Context() context: CommandContext): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'RecordPartProgress', data: { ...data, taskStatus } }));
  }

  @Post(':id/progress/:entry/correction')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  correct(
    @Param('id') id: string, @Param('entry', ParseIntPipe) entry: number, @Body() data: PartCorrectionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'CorrectPartProgress', data: { entry, ...data, taskStatus } }));
  }

  /** The party says that its part is done. */
  @Post(':id/report')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  report(@Param('id') id: string, @Body() data: PartValueBody, @Context() context: CommandContext): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'ReportPart', data: { ...data, taskStatus } }));
  }

  /** The lead does not take the part as done. */
  @Post(':id/return')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  sendBack(@Param('id') id: string, @Body() data: PartReasonBody, @Context() context: CommandContext): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'SendPartBack', data: { ...data, taskStatus } }));
  }

  /** The lead, or who dispatched the task, excuses the party. */
  @Post(':id/excuse')
  @HttpCode(200)
  @RolesAllowed(...new Set([...rolesThatWork, ...rolesThatDispatch]))
  excuse(@Param('id') id: string, @Body() data: PartReasonBody, @Context() context: CommandContext): Promise<Outcome<Part>> {
    return this.execute(id, context, (taskStatus) => ({ type: 'ExcusePart', data: { ...data, taskStatus } }));
  }

  private async execute(id: string, context: CommandContext, commandAt: (taskStatus: TaskStatus) => PartCommand): Promise<Outcome<Part>> {
    const stream = streamIdOf('part', id);
    const command = commandAt(await this.facts.taskStatus(stream, context.caller));
    return this.commands.execute<PartEnvelope, Outcome<Part>>(new PartEnvelope(stream, command, context));
  }
}
