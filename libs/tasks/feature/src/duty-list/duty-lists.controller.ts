import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, PageQuery, RolesAllowed, ViewReader } from '@zeren/http';
import { publicId, type Caller } from '@zeren/kernel';
import { Confinements, isOwn, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import type { DutyList, DutyListRow } from '@zeren/tasks-domain';
import { DutyListBody } from './duty-list.bodies.js';
import { DutyListEnvelope } from './duty-list.command-handler.js';
import { dutyRegisterTable } from './duty-list.tables.js';
import { DutyFacts } from './duty-facts.js';

/** What each town has to do, as its district laid it down. */
@Controller('api/v1/duty-lists')
export class DutyListsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: DutyFacts,
    private readonly views: ViewReader,
    private readonly confinements: Confinements,
  ) {}

  /** Lays a town's list down, whole, as its next version. */
  @Post(':townUnitId/versions')
  @HttpCode(200)
  @RolesAllowed('district-office')
  async publish(@Param('townUnitId') townUnitId: string, @Body() body: DutyListBody, @Context() context: CommandContext): Promise<Outcome<DutyList>> {
    const isTown = await this.facts.isTown(townUnitId, context.caller);
    const id = { category: 'dutylist', tenantId: context.caller.tenantId, id: townUnitId };
    return this.commands.execute<DutyListEnvelope, Outcome<DutyList>>(
      new DutyListEnvelope(id, { type: 'PublishDutyList', data: { townUnitId, ...body, isTown } }, context));
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<DutyListRow>> {
    const id = unitsAsked(undefined, await this.confinements.of(caller));
    return this.views.page(dutyRegisterTable, caller.tenantId, query, { where: { ...(id !== undefined && { id }) }, order: { id: 'asc' } }, after);
  }

  @Get(':townUnitId')
  async one(@Param('townUnitId') townUnitId: string, @CallerOf() caller: Caller, @After() after?: bigint): Promise<DutyListRow> {
    if (!isOwn(await this.confinements.of(caller), townUnitId)) return notFound();
    return this.views.one(dutyRegisterTable, caller.tenantId, publicId(caller.tenantId, townUnitId), after);
  }
}
