import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, PageQuery, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { leadingGroupDecider, type LeadingGroup, type LeadingGroupCommand, type LeadingGroupRow } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { OwnStreams } from '../leadership/own-stream.js';
import { RegisterFinder } from '../leadership/register-findings.js';
import { GroupBodyBody, GroupBodyEndBody, GroupDissolutionBody, GroupMemberBody, GroupReleaseBody, LeadingGroupBody } from './group.bodies.js';
import { LeadingGroupEnvelope } from './group.command-handler.js';
import { leadingGroupTable } from './group.tables.js';

/** Leading groups with their offices and working groups. */
@Controller('api/v1/leading-groups')
export class GroupsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finder: RegisterFinder,
    private readonly own: OwnStreams,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'leader')
  async found(@Body() data: LeadingGroupBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    const districtTenantIds = await this.finder.districts(context.caller);
    return this.execute({ category: leadingGroupDecider.category, tenantId, id }, { type: 'FoundLeadingGroup', data: { ...data, districtTenantIds } }, context);
  }

  @Post(':id/bodies')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async form(@Param('id') id: string, @Body() data: GroupBodyBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    const findings = await this.finder.find(context.caller, { unitIds: [data.hostUnitId], postIds: [], on: data.from });
    return this.change(id, { type: 'FormGroupBody', data: { ...data, findings } }, context);
  }

  @Post(':id/bodies/:body/end')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  endBody(@Param('id') id: string, @Param('body') body: string, @Body() data: GroupBodyEndBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    return this.change(id, { type: 'EndGroupBody', data: { body, ...data } }, context);
  }

  @Post(':id/members')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async appoint(@Param('id') id: string, @Body() data: GroupMemberBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    const findings = await this.finder.find(context.caller, { unitIds: [], postIds: [data.postId], on: data.from });
    return this.change(id, { type: 'AppointGroupMember', data: { ...data, findings } }, context);
  }

  @Post(':id/members/:postId/release')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  release(@Param('id') id: string, @Param('postId') postId: string, @Body() data: GroupReleaseBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    return this.change(id, { type: 'ReleaseGroupMember', data: { postId, ...data } }, context);
  }

  @Post(':id/dissolution')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  dissolve(@Param('id') id: string, @Body() data: GroupDissolutionBody, @Context() context: CommandContext): Promise<Outcome<LeadingGroup>> {
    return this.change(id, { type: 'DissolveLeadingGroup', data }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<LeadingGroupRow>> {
    return this.views.page(leadingGroupTable, tenantId, query, { order: { validFrom: 'desc' } }, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<LeadingGroupRow> {
    return this.views.one(leadingGroupTable, tenantId, id, after);
  }

  private async change(id: string, command: LeadingGroupCommand, context: CommandContext): Promise<Outcome<LeadingGroup>> {
    return this.execute(await this.own.of(leadingGroupDecider, id, context.caller), command, context);
  }

  private execute(stream: StreamId, command: LeadingGroupCommand, context: CommandContext): Promise<Outcome<LeadingGroup>> {
    return this.commands.execute<LeadingGroupEnvelope, Outcome<LeadingGroup>>(new LeadingGroupEnvelope(stream, command, context));
  }
}
