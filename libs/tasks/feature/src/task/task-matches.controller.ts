import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Context, RolesAllowed, streamIdOf } from '@zeren/http';
import { rolesThatDispatch, rolesThatWork, type Task, type TaskCommand } from '@zeren/tasks-domain';
import { DutyMatchAnswerBody, DutyMatchBody } from './task-match.bodies.js';
import { TaskEnvelope } from '../tasks.command-handlers.js';

/** Units that a split does not name match themselves to its tasks. */
@Controller('api/v1/tasks/:id/matches')
export class TaskMatchesController {
  constructor(private readonly commands: CommandBus) {}

  /** The caller's unit declares that the task falls within its duties. */
  @Post()
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  declare(@Param('id') id: string, @Body() data: DutyMatchBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'DeclareDutyMatch', data }, context);
  }

  /** The dispatcher admits the unit as a supporting one, or refuses with a reason. */
  @Post(':number/answer')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  answer(
    @Param('id') id: string, @Param('number', ParseIntPipe) number: number, @Body() body: DutyMatchAnswerBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'AnswerDutyMatch', data: { number, ...body } }, context);
  }

  private execute(id: string, command: TaskCommand, context: CommandContext): Promise<Outcome<Task>> {
    return this.commands.execute<TaskEnvelope, Outcome<Task>>(new TaskEnvelope(streamIdOf('task', id), command, context));
  }
}
