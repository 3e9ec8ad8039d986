import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { CallerOf, Context, RolesAllowed } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { TASK_RULES_ID, taskRulesDecider, type SetObjectionTerms, type TaskRules } from '@zeren/tasks-domain';
import { ObjectionTermsBody } from '../task/task-doing.bodies.js';
import { taskRulesOf } from './task-rules-reader.js';
import { TaskRulesEnvelope } from '../tasks.command-handlers.js';

/** What the caller's tenant has laid down for its tasks: terms for objections; with them the years of its calendar. */
@Controller('api/v1/task-rules')
export class TaskRulesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
  ) {}

  @Get()
  read(@CallerOf() { tenantId }: Caller): Promise<TaskRules> {
    return taskRulesOf(this.repository, tenantId);
  }

  @Post('objections')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  setTerms(@Body() data: ObjectionTermsBody, @Context() context: CommandContext): Promise<Outcome<TaskRules>> {
    return this.execute({ type: 'SetObjectionTerms', data }, context);
  }

  private execute(command: SetObjectionTerms, context: CommandContext): Promise<Outcome<TaskRules>> {
    const id = { category: taskRulesDecider.category, tenantId: context.caller.tenantId, id: TASK_RULES_ID };
    return this.commands.execute<TaskRulesEnvelope, Outcome<TaskRules>>(new TaskRulesEnvelope(id, command, context));
  }
}
