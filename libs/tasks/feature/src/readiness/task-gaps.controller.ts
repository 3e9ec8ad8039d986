import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { taskDecider, taskGapDecider, type PublishedTask, type TaskGap, type TaskGapCommand, type TaskGapRow } from '@zeren/tasks-domain';
import { GapReader } from './gap-reader.js';
import { GapNoteBody, GapSettlementBody, TaskGapQuery } from './readiness.bodies.js';
import { TaskGapEnvelope } from './readiness.command-handlers.js';
import { taskGapTable } from './readiness.tables.js';

/** Gaps that were put to the units of tasks, as reasons shown on the tasks. `:id` is the task's. */
@Controller('api/v1/task-gaps')
export class TaskGapsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly views: ViewReader,
    private readonly gaps: GapReader,
    private readonly confinements: Confinements,
  ) {}

  /** Causes and points are those of the gap list at this moment. */
  @Post(':id/notes')
  @HttpCode(200)
  @RolesAllowed('city-office')
  async note(@Param('id') id: string, @Body() { reason, year }: GapNoteBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<TaskGap>> {
    const { content: { campaignId, indicatorCode, unitId, sharedWith } } = await this.task(id, context.caller);
    const { gaps } = await this.gaps.list(campaignId, context.caller, { sort: 'code', unitId, ...(year !== undefined && { year }) }, after);
    const gap = gaps.find(({ taskId }) => taskId === id);
    const data = {
      taskId: id, campaignId, indicatorCode, unitId, kinds: gap?.kinds ?? [], points: gap?.points ?? '0', reason, readerTenantIds: sharedWith, ownerTenantId: streamIdOf(taskDecider.category, id).tenantId,
    };
    return this.execute(id, { type: 'NoteGap', data }, context);
  }

  @Post(':id/settlement')
  @HttpCode(200)
  @RolesAllowed('city-office')
  settle(@Param('id') id: string, @Body() { how }: GapSettlementBody, @Context() context: CommandContext): Promise<Outcome<TaskGap>> {
    return this.execute(id, { type: 'SettleGap', data: { how, ownerTenantId: streamIdOf(taskDecider.category, id).tenantId } }, context);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: TaskGapQuery, @After() after?: bigint): Promise<Page<TaskGapRow>> {
    const { taskId, campaignId } = query;
    const unitId = unitsAsked(undefined, await this.confinements.of(caller));
    const where = { ...(taskId !== undefined && { taskId }), ...(campaignId !== undefined && { campaignId }), ...(unitId !== undefined && { unitId }) };
    return this.views.page(taskGapTable, caller.tenantId, query, { where, order: { notedAt: 'desc' } }, after);
  }

  /** 404 where the caller's tenant sees no such task. */
  private async task(id: string, caller: Caller): Promise<PublishedTask> {
    const { state } = await this.repository.load(taskDecider, streamIdOf(taskDecider.category, id), caller);
    return state.status === 'unpublished' ? notFound() : state;
  }

  private execute(id: string, command: TaskGapCommand, context: CommandContext): Promise<Outcome<TaskGap>> {
    return this.commands.execute<TaskGapEnvelope, Outcome<TaskGap>>(new TaskGapEnvelope(streamIdOf(taskGapDecider.category, id), command, context));
  }
}
