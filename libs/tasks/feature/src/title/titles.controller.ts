import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import type { Title, TitleCommand, TitleRow } from '@zeren/tasks-domain';
import { Districts } from '../districts.js';
import { AwardBody, KeepingBody, NominationBody, ReviewBody, TitleBody, TitleQuery, TitleWithdrawalBody } from './title.bodies.js';
import { TitleEnvelope } from './title.command-handler.js';
import { TitleFacts } from './title-facts.js';
import { titleRegisterTable } from './title.tables.js';

/** Titles: applied for, nominated, awarded, reviewed again, kept or withdrawn. */
@Controller('api/v1/titles')
export class TitlesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
    private readonly facts: TitleFacts,
    private readonly districts: Districts,
  ) {}

  /** Where a precondition is missing or something on the negative list occurred, the application is recorded and ends at once. */
  @Post()
  @RolesAllowed('city-office')
  async apply(@Body() data: TitleBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    const { caller } = context;
    const [toDeclare, districtTenantIds] = await Promise.all([this.facts.toDeclare(data.campaignId, caller), this.districts.of(caller, data.participantTenantIds)]);
    const id = { category: 'title', tenantId: caller.tenantId, id: data.code };
    return this.commands.execute<TitleEnvelope, Outcome<Title>>(new TitleEnvelope(id, { type: 'ApplyForTitle', data: { ...data, ...toDeclare, districtTenantIds } }, context));
  }

  @Post(':id/nomination')
  @HttpCode(200)
  @RolesAllowed('city-office')
  nominate(@Param('id') id: string, @Body() data: NominationBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    return this.execute(id, { type: 'NominateForTitle', data }, context);
  }

  @Post(':id/award')
  @HttpCode(200)
  @RolesAllowed('city-office')
  async award(@Param('id') id: string, @Body() data: AwardBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    const { holdingUnitIds, position } = await this.facts.holding(id, context.caller);
    return this.execute(id, { type: 'AwardTitle', data: { ...data, holdingUnitIds } }, { ...context, factsPosition: String(position) });
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @RolesAllowed('city-office')
  review(@Param('id') id: string, @Body() data: ReviewBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    return this.execute(id, { type: 'ReReviewTitle', data }, context);
  }

  @Post(':id/keeping')
  @HttpCode(200)
  @RolesAllowed('city-office')
  keep(@Param('id') id: string, @Body() data: KeepingBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    return this.execute(id, { type: 'KeepTitle', data }, context);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @RolesAllowed('city-office')
  withdraw(@Param('id') id: string, @Body() data: TitleWithdrawalBody, @Context() context: CommandContext): Promise<Outcome<Title>> {
    return this.execute(id, { type: 'WithdrawTitle', data }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: TitleQuery, @After() after?: bigint): Promise<Page<TitleRow>> {
    const { campaignId, status } = query;
    const where = { ...(campaignId !== undefined && { campaignId }), ...(status !== undefined && { status }) };
    return this.views.page(titleRegisterTable, tenantId, query, { where, order: { year: 'asc' } }, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<TitleRow> {
    return this.views.one(titleRegisterTable, tenantId, id, after);
  }

  private execute(id: string, command: TitleCommand, context: CommandContext): Promise<Outcome<Title>> {
    return this.commands.execute<TitleEnvelope, Outcome<Title>>(new TitleEnvelope(streamIdOf('title', id), command, context));
  }
}
