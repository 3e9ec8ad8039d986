import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, OpenToParties, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import { isOutsideParty, type Caller, type StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { mockAssessmentDecider, type MockAssessment, type MockAssessmentCommand, type MockRow } from '@zeren/tasks-domain';
import { MockBody, MockQuery, MockScoresBody, MockSubmissionBody } from './readiness.bodies.js';
import { MockAssessmentEnvelope } from './readiness.command-handlers.js';
import { ReadinessFacts } from './readiness-facts.js';
import { mockRegisterTable } from './readiness.tables.js';

/** Mock assessments by a third party, who sees those it was commissioned with and nothing else. */
@Controller('api/v1/mock-assessments')
export class MockAssessmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly views: ViewReader,
    private readonly facts: ReadinessFacts,
  ) {}

  @Post()
  @RolesAllowed('city-office')
  async commission(@Body() body: MockBody, @Context() context: CommandContext): Promise<Outcome<MockAssessment>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    const data = await this.facts.forMock(body, context.caller);
    return this.execute({ category: mockAssessmentDecider.category, tenantId, id }, { type: 'CommissionMockAssessment', data }, context);
  }

  @Post(':id/scores')
  @HttpCode(200)
  @RolesAllowed('assessor')
  async score(@Param('id') id: string, @Body() data: MockScoresBody, @Context() context: CommandContext): Promise<Outcome<MockAssessment>> {
    return this.execute(await this.assigned(id, context.caller), { type: 'ScoreMockIndicators', data }, context);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @RolesAllowed('assessor')
  async submit(@Param('id') id: string, @Body() data: MockSubmissionBody, @Context() context: CommandContext): Promise<Outcome<MockAssessment>> {
    return this.execute(await this.assigned(id, context.caller), { type: 'SubmitMockAssessment', data }, context);
  }

  @Get()
  @OpenToParties()
  list(@CallerOf() caller: Caller, @Query() query: MockQuery, @After() after?: bigint): Promise<Page<MockRow>> {
    const where = { ...(query.campaignId !== undefined && { campaignId: query.campaignId }), ...(isOutsideParty(caller) && { assessorUnitId: caller.unitId }) };
    return this.views.page(mockRegisterTable, caller.tenantId, query, { where, order: { commissionedAt: 'asc' } }, after);
  }

  @Get(':id')
  @OpenToParties()
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<MockRow> {
    const row = await this.views.one(mockRegisterTable, caller.tenantId, id, after);
    return isOutsideParty(caller) && row.assessorUnitId !== caller.unitId ? notFound() : row;
  }

  /** 404 where the caller's unit was not commissioned with it. */
  private async assigned(id: string, caller: Caller): Promise<StreamId> {
    const stream = streamIdOf(mockAssessmentDecider.category, id);
    const { state } = await this.repository.load(mockAssessmentDecider, stream, caller);
    return state.status === 'none' || state.content.assessorUnitId !== caller.unitId ? notFound() : stream;
  }

  private execute(id: StreamId, command: MockAssessmentCommand, context: CommandContext): Promise<Outcome<MockAssessment>> {
    return this.commands.execute<MockAssessmentEnvelope, Outcome<MockAssessment>>(new MockAssessmentEnvelope(id, command, context));
  }
}
