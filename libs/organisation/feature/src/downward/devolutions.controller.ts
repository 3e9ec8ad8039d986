import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { devolutionDecider, type Devolution, type DevolutionCommand, type DevolutionRow } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { LastingRows } from '../leadership/lasting-rows.js';
import { RegisterFinder } from '../leadership/register-findings.js';
import { Today } from '../today.js';
import { DevolutionAcceptanceBody, DevolutionBody, DevolutionRecallBody, DevolutionRefusalBody, DevolutionsQuery } from './devolution.bodies.js';
import { DevolutionEnvelope } from './devolution.command-handler.js';
import { devolutionTable } from './devolution.tables.js';

/** What was delegated downward, with both sides. */
@Controller('api/v1/devolutions')
export class DevolutionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finder: RegisterFinder,
    private readonly rows: LastingRows,
    private readonly today: Today,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'leader')
  async offer(@Body() data: DevolutionBody, @Context() context: CommandContext): Promise<Outcome<Devolution>> {
    const { tenantId, actorId } = context.caller;
    const findings = await this.finder.find(context.caller, { unitIds: [data.fromUnitId, data.toUnitId], postIds: data.resources.postIds, on: data.from });
    const matterCodes = await this.finder.matters(data.powers.flatMap(({ matterCode }) => matterCode ?? []), context.caller, data.from);
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.execute({ category: devolutionDecider.category, tenantId, id }, { type: 'OfferDevolution', data: { ...data, findings, matterCodes } }, context);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @RolesAllowed('district-office', 'officer', 'leader')
  accept(@Param('id') id: string, @Body() data: DevolutionAcceptanceBody, @Context() context: CommandContext): Promise<Outcome<Devolution>> {
    return this.execute(streamIdOf(devolutionDecider.category, id), { type: 'AcceptDevolution', data }, context);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @RolesAllowed('district-office', 'officer', 'leader')
  decline(@Param('id') id: string, @Body() data: DevolutionRefusalBody, @Context() context: CommandContext): Promise<Outcome<Devolution>> {
    return this.execute(streamIdOf(devolutionDecider.category, id), { type: 'DeclineDevolution', data }, context);
  }

  @Post(':id/recall')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  recall(@Param('id') id: string, @Body() data: DevolutionRecallBody, @Context() context: CommandContext): Promise<Outcome<Devolution>> {
    return this.execute(streamIdOf(devolutionDecider.category, id), { type: 'RecallDevolution', data }, context);
  }

  /** What the reader's tenant gave or received. */
  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: DevolutionsQuery, @After() after?: bigint): Promise<Page<DevolutionRow>> {
    const { on: day, status, fromUnitId, toUnitId, limit, cursor } = query;
    const on = day === undefined ? undefined : await this.today.or(day, caller);
    const where = { status, fromUnitId, toUnitId, ...(on !== undefined && { inForce: 'true' }) };
    return this.rows.page(devolutionTable, caller.tenantId, { on, where, by: 'toUnitId', limit, cursor, after });
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<DevolutionRow> {
    return this.views.one(devolutionTable, tenantId, id, after);
  }

  private execute(stream: StreamId, command: DevolutionCommand, context: CommandContext): Promise<Outcome<Devolution>> {
    return this.commands.execute<DevolutionEnvelope, Outcome<Devolution>>(new DevolutionEnvelope(stream, command, context));
  }
}
