import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, PageQuery, Public, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { promiseListDecider, type PromiseList, type PromiseListCommand, type PromiseListRow, type ShownPromises } from '@zeren/tasks-domain';
import { PromiseListEnvelope } from './promise-list.command-handler.js';
import { PromiseReader } from './promise-reader.js';
import { promiseListTable } from './promise.tables.js';
import { PromiseAmendmentBody, PromiseListBody } from './promises.bodies.js';

/** Yearly promises to the public: published once, amended with a reason, open to anybody. */
@Controller('api/v1')
export class PromisesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
    private readonly reader: PromiseReader,
  ) {}

  @Post('promise-lists')
  @RolesAllowed('city-office')
  async publish(@Body() data: PromiseListBody, @Context() context: CommandContext): Promise<Outcome<PromiseList>> {
    const { caller } = context;
    const tasks = await this.reader.tasks(data.promises.map(({ taskId }) => taskId), caller);
    const id = { category: promiseListDecider.category, tenantId: caller.tenantId, id: String(data.year) };
    return this.execute(id, { type: 'PublishPromises', data: { ...data, tasks } }, context);
  }

  @Post('promise-lists/:id/amendments')
  @HttpCode(200)
  @RolesAllowed('city-office')
  async amend(@Param('id') id: string, @Body() data: PromiseAmendmentBody, @Context() context: CommandContext): Promise<Outcome<PromiseList>> {
    const tasks = await this.reader.tasks([data.promise.taskId], context.caller);
    return this.execute(streamIdOf(promiseListDecider.category, id), { type: 'AmendPromise', data: { ...data, tasks } }, context);
  }

  @Get('promise-lists')
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<PromiseListRow>> {
    return this.views.page(promiseListTable, tenantId, query, { order: { year: 'desc' } }, after);
  }

  @Get('promise-lists/:id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<PromiseListRow> {
    return this.views.one(promiseListTable, tenantId, id, after);
  }

  /** What a tenant promised the public for a year, and how far it has come: open to anybody, without officers, posts, notes or findings. */
  @Get('promises/:tenantId/:year')
  @Public()
  shown(@Param('tenantId') tenantId: string, @Param('year', ParseIntPipe) year: number): Promise<ShownPromises> {
    return this.reader.shown(tenantId, year);
  }

  private execute(id: StreamId, command: PromiseListCommand, context: CommandContext): Promise<Outcome<PromiseList>> {
    return this.commands.execute<PromiseListEnvelope, Outcome<PromiseList>>(new PromiseListEnvelope(id, command, context));
  }
}
