import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, CLOCK, Context, RolesAllowed, streamIdOf, type Clock } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { rolesThatVerify, rolesThatWork, type Task, type TaskCommand, type TaskRow } from '@zeren/tasks-domain';
import { PartFacts } from '../joint/part-facts.js';
import { TaskBoardReader } from './task-board-reader.js';
import { ResultBody, TaskQuery, VerificationBody } from './tasks.bodies.js';
import { TaskEnvelope } from '../tasks.command-handlers.js';

@Controller('api/v1')
export class TasksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly board: TaskBoardReader,
    private readonly parts: PartFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('tasks')
  list(@CallerOf() caller: Caller, @Query() query: TaskQuery, @After() after?: bigint): Promise<Page<TaskRow>> {
    return this.board.page({ ...caller, now: this.clock.now() }, query, after);
  }

  @Get('tasks/:id')
  one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<TaskRow> {
    return this.board.one({ ...caller, now: this.clock.now() }, id, after);
  }

  /** The tasks it descends from, root first, as far up as the reader sees. */
  @Get('tasks/:id/ancestors')
  async ancestors(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<{ items: TaskRow[] }> {
    const reader = { ...caller, now: this.clock.now() };
    const { ancestors } = await this.board.one(reader, id, after);
    return { items: await this.board.seen(reader, ancestors.map(({ taskId }) => taskId)) };
  }

  @Post('tasks/:id/acceptance')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  accept(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'AcceptTask', data: {} }, context);
  }

  @Post('tasks/:id/results')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  async report(@Param('id') id: string, @Body() data: ResultBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const openParties = await this.parts.openParties(streamIdOf('task', id), context.caller);
    return this.execute(id, { type: 'ReportResult', data: { ...data, ...(openParties && { openParties }) } }, context);
  }

  @Post('tasks/:id/results/:year/verification')
  @HttpCode(200)
  @RolesAllowed(...rolesThatVerify)
  verify(
    @Param('id') id: string, @Param('year', ParseIntPipe) year: number, @Body() data: VerificationBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'VerifyResult', data: { year, ...data } }, context);
  }

  private execute(id: string, command: TaskCommand, context: CommandContext): Promise<Outcome<Task>> {
    return this.commands.execute<TaskEnvelope, Outcome<Task>>(new TaskEnvelope(streamIdOf('task', id), command, context));
  }
}
