import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Context, RolesAllowed, streamIdOf } from '@zeren/http';
import { rolesThatDispatch, rolesThatFlag, rolesThatRule, rolesThatWork, type Task, type TaskCommand } from '@zeren/tasks-domain';
import { TaskClassificationBody } from './classification.bodies.js';
import {
  ExceptionBody, ExceptionDecisionBody, FalseReportBody, ObjectionAnswerBody, ObjectionBody, ProgressBody, ProgressCorrectionBody, RulingBody,
} from './task-doing.bodies.js';
import { TaskFacts } from './task-facts.js';
import { TaskEnvelope } from '../tasks.command-handlers.js';

/** What happens to a task between its dispatch and its end, besides acceptance, report and verification. */
@Controller('api/v1/tasks/:id')
export class TaskDoingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: TaskFacts,
  ) {}

  /** Under which of the four integrations the task counts, otherwise than its campaign. */
  @Post('integrations')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  classify(@Param('id') id: string, @Body() data: TaskClassificationBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'ClassifyTask', data }, context);
  }

  /** Counts the time for objections by the calendar that was published since the dispatch. */
  @Post('objection-time')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  async recount(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const rule = await this.facts.objectionRuleAnew(streamIdOf('task', id), context.caller);
    return this.execute(id, { type: 'RecountObjectionTime', data: { rule } }, context);
  }

  @Post('objections')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  object(@Param('id') id: string, @Body() data: ObjectionBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'RaiseObjection', data }, context);
  }

  @Post('objections/answer')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  async answer(@Param('id') id: string, @Body() body: ObjectionAnswerBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const { answer, reason, successor } = body;
    const stream = streamIdOf('task', id);
    if (answer === 'refused') {
      const nextUntil = await this.facts.nextObjectionUntil(stream, context.caller);
      return this.execute(id, { type: 'RefuseObjection', data: { reason, nextUntil } }, context);
    }
    const facts = await this.facts.forTakingBack(stream, context.caller, successor);
    return this.execute(id, { type: 'AcceptObjection', data: { ...facts, reason } }, context);
  }

  @Post('objections/ruling')
  @HttpCode(200)
  @RolesAllowed(...rolesThatRule)
  async rule(@Param('id') id: string, @Body() body: RulingBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const { ruling, reason, document, successor } = body;
    const facts = await this.facts.forTakingBack(streamIdOf('task', id), context.caller, successor);
    return this.execute(id, { type: 'RuleOnObjection', data: { ...facts, ruling, reason, document } }, context);
  }

  /** Asks for an extension, a deferral, a return, a voiding, or an end other than done. */
  @Post('requests')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  async request(@Param('id') id: string, @Body() body: ExceptionBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    const latest = await this.facts.latestExtension(streamIdOf('task', id), context.caller, body.year);
    return this.execute(id, { type: 'RequestException', data: { ...body, latest } }, context);
  }

  @Post('requests/:number/decision')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  async decide(
    @Param('id') id: string, @Param('number', ParseIntPipe) number: number, @Body() body: ExceptionDecisionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    const { decision, reason, successor } = body;
    const facts = await this.facts.forTakingBack(streamIdOf('task', id), context.caller, successor);
    return this.execute(id, { type: 'DecideException', data: { ...facts, number, decision, reason } }, context);
  }

  @Post('progress')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  record(@Param('id') id: string, @Body() data: ProgressBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'RecordProgress', data }, context);
  }

  @Post('progress/:year/:entry/correction')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  correct(
    @Param('id') id: string, @Param('year', ParseIntPipe) year: number, @Param('entry', ParseIntPipe) entry: number,
    @Body() data: ProgressCorrectionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'CorrectProgress', data: { year, entry, ...data } }, context);
  }

  /** A supporting unit's own progress, apart from the lead's. */
  @Post('support')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  recordSupport(@Param('id') id: string, @Body() data: ProgressBody, @Context() context: CommandContext): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'RecordSupportingProgress', data }, context);
  }

  @Post('support/:year/:entry/correction')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  correctSupport(
    @Param('id') id: string, @Param('year', ParseIntPipe) year: number, @Param('entry', ParseIntPipe) entry: number,
    @Body() data: ProgressCorrectionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'CorrectSupportingProgress', data: { year, entry, ...data } }, context);
  }

  @Post('results/:year/false-report')
  @HttpCode(200)
  @RolesAllowed(...rolesThatFlag)
  flag(
    @Param('id') id: string, @Param('year', ParseIntPipe) year: number, @Body() data: FalseReportBody, @Context() context: CommandContext,
  ): Promise<Outcome<Task>> {
    return this.execute(id, { type: 'FlagFalseReport', data: { year, ...data } }, context);
  }

  private execute(id: string, command: TaskCommand, context: CommandContext): Promise<Outcome<Task>> {
    return this.commands.execute<TaskEnvelope, Outcome<Task>>(new TaskEnvelope(streamIdOf('task', id), command, context));
  }
}
