import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { Context, RolesAllowed, streamIdOf } from '@zeren/http';
import { publicId } from '@zeren/kernel';
import { rolesThatDispatch, type DispatchTask, type Task } from '@zeren/tasks-domain';
import { TaskEnvelope } from '../tasks.command-handlers.js';
import { DutyFacts } from '../duty-list/duty-facts.js';
import { DecisionFacts } from './decision-facts.js';
import { DispatchBody } from './task-dispatch.bodies.js';
import { TaskFacts } from './task-facts.js';

@Controller('api/v1/tasks')
export class TaskDispatchController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: TaskFacts,
    private readonly decisions: DecisionFacts,
    private readonly duties: DutyFacts,
  ) {}

  /** Dispatches one task that no split holds; with parts, a joint task. */
  @Post()
  @RolesAllowed(...rolesThatDispatch)
  async dispatch(@Body() data: DispatchBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const { tenantId, actorId } = context.caller;
    const taskId = publicId(tenantId, deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId));
    const [facts, dutyItems] = await Promise.all([this.facts.forDispatch(data.campaignId, context.caller), this.duties.inForce(data.unitId, data.unitTenantId, context.caller)]);
    const { decision } = data.origin;
    const minutesNumber = decision ? await this.decisions.minutesOf(decision, context.caller) : null;
    const command: DispatchTask = { type: 'DispatchTask', data: { ...data, ...facts, taskId, minutesNumber, dutyItems } };
    return this.commands.execute<TaskEnvelope, Outcome<Task>>(new TaskEnvelope(streamIdOf('task', taskId), command, context));
  }
}
