import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { meetingDecider, type Meeting, type MeetingCommand, type MeetingRow } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { OwnStreams } from '../leadership/own-stream.js';
import { RegisterFinder } from '../leadership/register-findings.js';
import { Today } from '../today.js';
import { CallingOffBody, MeetingBody, MeetingsQuery, MinutesBody, RearrangementBody } from './meeting.bodies.js';
import { MeetingEnvelope } from './meeting.command-handler.js';
import { meetingTable } from './meeting.tables.js';

/** Joint meetings: called, held, and what they decided. */
@Controller('api/v1/meetings')
export class MeetingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finder: RegisterFinder,
    private readonly own: OwnStreams,
    private readonly today: Today,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'leader')
  async convene(@Body() data: MeetingBody, @Context() context: CommandContext): Promise<Outcome<Meeting>> {
    const { caller } = context;
    const [today, findings] = await Promise.all([
      this.today.or(undefined, caller), this.finder.find(caller, { unitIds: [], postIds: data.invitedPostIds, on: data.plannedOn }),
    ]);
    const id = deriveId(caller.tenantId, caller.actorId, context.idempotency?.key ?? context.commandId);
    return this.execute({ category: meetingDecider.category, tenantId: caller.tenantId, id }, { type: 'ConveneMeeting', data: { ...data, today, findings } }, context);
  }

  @Post(':id/rearrangement')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async rearrange(@Param('id') id: string, @Body() data: RearrangementBody, @Context() context: CommandContext): Promise<Outcome<Meeting>> {
    return this.change(id, { type: 'RearrangeMeeting', data: { ...data, today: await this.today.or(undefined, context.caller) } }, context);
  }

  @Post(':id/calling-off')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  callOff(@Param('id') id: string, @Body() data: CallingOffBody, @Context() context: CommandContext): Promise<Outcome<Meeting>> {
    return this.change(id, { type: 'CallOffMeeting', data }, context);
  }

  /** The meeting was held: attendance, and its decisions, which tasks may then name as what they come from. */
  @Post(':id/minutes')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async hold(@Param('id') id: string, @Body() data: MinutesBody, @Context() context: CommandContext): Promise<Outcome<Meeting>> {
    const { caller } = context;
    const [today, findings] = await Promise.all([
      this.today.or(undefined, caller),
      this.finder.find(caller, { unitIds: data.decisions.map(({ leadUnitId }) => leadUnitId), postIds: [], on: data.heldOn }),
    ]);
    return this.change(id, { type: 'HoldMeeting', data: { ...data, today, findings } }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: MeetingsQuery, @After() after?: bigint): Promise<Page<MeetingRow>> {
    const { status, groupId } = query;
    const where = { ...(status !== undefined && { status }), ...(groupId !== undefined && { groupId }) };
    return this.views.page(meetingTable, tenantId, query, { where, order: { plannedOn: 'desc' } }, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<MeetingRow> {
    return this.views.one(meetingTable, tenantId, id, after);
  }

  private async change(id: string, command: MeetingCommand, context: CommandContext): Promise<Outcome<Meeting>> {
    return this.execute(await this.own.of(meetingDecider, id, context.caller), command, context);
  }

  private execute(stream: StreamId, command: MeetingCommand, context: CommandContext): Promise<Outcome<Meeting>> {
    return this.commands.execute<MeetingEnvelope, Outcome<Meeting>>(new MeetingEnvelope(stream, command, context));
  }
}
