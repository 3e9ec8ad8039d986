import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { escalationDecider, escalationId, integrationSetsWith, type Escalation, type EscalationCommand, type EscalationRow } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { Centres } from './centres.js';
import { EscalationAnswerBody, EscalationBody, EscalationQuery } from './escalation.bodies.js';
import { EscalationEnvelope } from './escalation.command-handler.js';
import { escalationTable } from './levels.tables.js';

/** What goes up from one command centre to the next. */
@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly centres: Centres,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'leader', 'officer', 'hotline')
  async raise(@Body() { about, reason }: EscalationBody, @Context() context: CommandContext): Promise<Outcome<Escalation>> {
    const { own, above } = await this.centres.of(context.caller);
    const id = { category: escalationDecider.category, tenantId: context.caller.tenantId, id: escalationId(own.unitId, about) };
    return this.execute(id, { type: 'RaiseEscalation', data: { about, from: own, to: above, reason } }, context);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader', 'officer')
  answer(@Param('id') id: string, @Body() data: EscalationAnswerBody, @Context() context: CommandContext): Promise<Outcome<Escalation>> {
    return this.execute(streamIdOf(escalationDecider.category, id), { type: 'AnswerEscalation', data }, context);
  }

  /** What came up to the centre in which the caller works, or what it took up itself: first what is open, the latest first. */
  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: EscalationQuery, @After() after?: bigint): Promise<Page<EscalationRow>> {
    const { own: { unitId } } = await this.centres.of(caller);
    const where = { ...(query.direction === 'up' ? { toUnitId: unitId } : { fromUnitId: unitId }), ...(query.status !== undefined && { status: query.status }), ...(query.integration && { integrationSet: integrationSetsWith(query.integration) }) };
    return this.views.page(escalationTable, caller.tenantId, query, { where, order: { status: 'desc', raisedAt: 'desc' } }, after);
  }

  private execute(id: StreamId, command: EscalationCommand, context: CommandContext): Promise<Outcome<Escalation>> {
    return this.commands.execute<EscalationEnvelope, Outcome<Escalation>>(new EscalationEnvelope(id, command, context));
  }
}
