import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { leadershipDecider, nearestFirst, type LeaderAssignmentRow, type Leadership, type LeadershipCommand } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { Today } from '../today.js';
import { LastingRows } from './lasting-rows.js';
import { AnsweringQuery, AssignmentEndBody, LeaderAssignmentBody, LeaderAssignmentsQuery } from './leadership.bodies.js';
import { LeadershipEnvelope } from './leadership.command-handler.js';
import { leaderAssignmentTable } from './leadership.tables.js';
import { OwnStreams } from './own-stream.js';
import { RegisterFinder } from './register-findings.js';

/** More leaders than this never answer for one place. */
const ANSWERING = 200;

/** The registers name all but a chain; of that the domain asks for more. */
const unnamed = { zh: '', en: '' };

/** Which leader answers for which area, site, enterprise or chain. */
@Controller('api/v1/leader-assignments')
export class LeadershipController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finder: RegisterFinder,
    private readonly own: OwnStreams,
    private readonly rows: LastingRows,
    private readonly today: Today,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'leader')
  async assign(@Body() data: LeaderAssignmentBody, @Context() context: CommandContext): Promise<Outcome<Leadership>> {
    const { postId, from } = data;
    const target = { ...data.target, name: data.target.name ?? unnamed };
    const site = target.kind === 'site' ? await this.finder.site(target.id, context.caller, from) : undefined;
    const unitIds = [target.kind === 'area' || target.kind === 'enterprise' ? target.id : null, target.areaUnitId, site?.areaUnitId ?? null].filter((unitId) => unitId !== null);
    const findings = { ...await this.finder.find(context.caller, { unitIds, postIds: [postId], on: from }), sites: site ? [site] : [] };
    const { tenantId } = context.caller;
    const id = deriveId(tenantId, postId, target.kind, target.id);
    return this.execute({ category: leadershipDecider.category, tenantId, id }, { type: 'AssignLeader', data: { ...data, target, findings } }, context);
  }

  /** Ends the period that a row of the register names. */
  @Post(':id/end')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async end(@Param('id') id: string, @Body() { until, reason }: AssignmentEndBody, @Context() context: CommandContext): Promise<Outcome<Leadership>> {
    const [pair, from] = id.split('@');
    if (pair === undefined || from === undefined) return notFound();
    const stream = await this.own.of(leadershipDecider, pair, context.caller);
    return this.execute(stream, { type: 'EndLeaderAssignment', data: { from, until, reason } }, context);
  }

  /** Who answers for what on a day. */
  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: LeaderAssignmentsQuery, @After() after?: bigint): Promise<Page<LeaderAssignmentRow>> {
    const { postId, targetKind, targetId, areaUnitId, limit, cursor } = query;
    const on = await this.today.or(query.on, caller);
    return this.rows.page(leaderAssignmentTable, caller.tenantId, { on, where: { postId, targetKind, targetId, areaUnitId }, by: 'postId', limit, cursor, after });
  }

  /** Who answers for a place on a day: its own leaders first, then those of each area above it. */
  @Get('answering')
  async answering(@CallerOf() caller: Caller, @Query() { unitId, siteId, on: day }: AnsweringQuery, @After() after?: bigint): Promise<{ items: readonly LeaderAssignmentRow[] }> {
    const on = await this.today.or(day, caller);
    const places = [...(siteId === undefined ? [] : [siteId]), ...await this.finder.placesOf(unitId, caller, on)];
    const { items } = await this.rows.page(leaderAssignmentTable, caller.tenantId, { on, where: { targetId: places }, by: 'targetId', limit: ANSWERING, after });
    return { items: nearestFirst(items, places) };
  }

  private execute(stream: StreamId, command: LeadershipCommand, context: CommandContext): Promise<Outcome<Leadership>> {
    return this.commands.execute<LeadershipEnvelope, Outcome<Leadership>>(new LeadershipEnvelope(stream, command, context));
  }
}
