import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import {
  ACCESS_ID, accessDecider, localDate, postOf, registerDecider,
  type Access, type AccessCommand, type Delegation, type DelegationRow, type PostRecord, type Register, type RoleChangeRow,
} from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { registerStream } from '../register-surroundings.js';
import { DelegationBody, DelegationEndBody, DelegationsQuery, RoleChangeBody, RoleChangesQuery } from './access.bodies.js';
import { AccessEnvelope } from './access.command-handler.js';
import { delegationTable, roleChangeTable } from './access.tables.js';

type ChangeType = 'GrantRole' | 'WithdrawRole';

/** Which roles the tenant's posts have, and whose work is in whose hands. */
@Controller('api/v1/access')
export class AccessController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly views: ViewReader,
  ) {}

  @Get('role-changes')
  roleChanges(@CallerOf() { tenantId }: Caller, @Query() { postId, unitId, ...page }: RoleChangesQuery, @After() after?: bigint): Promise<Page<RoleChangeRow>> {
    const where = { ...(postId !== undefined && { postId }), ...(unitId !== undefined && { unitId }) };
    return this.views.page(roleChangeTable, tenantId, page, { where, order: { from: 'desc' } }, after);
  }

  @Get('delegations')
  delegations(
    @CallerOf() { tenantId }: Caller, @Query() { postId, unitId, deputyPostId, ...page }: DelegationsQuery, @After() after?: bigint,
  ): Promise<Page<DelegationRow>> {
    const where = { ...(postId !== undefined && { postId }), ...(unitId !== undefined && { unitId }), ...(deputyPostId !== undefined && { deputyPostId }) };
    return this.views.page(delegationTable, tenantId, page, { where, order: { number: 'desc' } }, after);
  }

  /** The delegations by which the caller may act today in another's post, whichever it acts in now. */
  @Get('delegated-to-me')
  async delegatedToMe(@CallerOf() caller: Caller): Promise<{ readonly items: readonly Delegation[] }> {
    const { state } = await this.repository.load(accessDecider, accessStream(caller), caller);
    const [today, own] = [localDate(caller.now), caller.ownPostId ?? caller.postId];
    return { items: state.delegations.filter((one) => one.deputyPostId === own && one.deputyId === caller.actorId && one.from <= today && today <= one.until) };
  }

  @Post('posts/:postId/roles')
  @RolesAllowed('city-office', 'district-office')
  grant(@Param('postId') postId: string, @Body() body: RoleChangeBody, @Context() context: CommandContext): Promise<Outcome<Access>> {
    return this.changeRole('GrantRole', postId, body, context);
  }

  @Post('posts/:postId/role-withdrawals')
  @RolesAllowed('city-office', 'district-office')
  withdraw(@Param('postId') postId: string, @Body() body: RoleChangeBody, @Context() context: CommandContext): Promise<Outcome<Access>> {
    return this.changeRole('WithdrawRole', postId, body, context);
  }

  @Post('delegations')
  async delegate(@Body() body: DelegationBody, @Context() context: CommandContext): Promise<Outcome<Access>> {
    const post = postsOf(await this.register(context.caller));
    const facts = { post: post(body.postId), deputyPost: post(body.deputyPostId), callersPost: post(context.caller.postId) };
    return this.execute({ type: 'DelegateWork', data: { ...body, facts } }, context);
  }

  @Post('delegations/:number/end')
  async end(@Param('number', ParseIntPipe) number: number, @Body() body: DelegationEndBody, @Context() context: CommandContext): Promise<Outcome<Access>> {
    const callersPost = postsOf(await this.register(context.caller))(context.caller.postId);
    return this.execute({ type: 'EndDelegation', data: { number, ...body, facts: { callersPost } } }, context);
  }

  private async changeRole(type: ChangeType, postId: string, body: RoleChangeBody, context: CommandContext): Promise<Outcome<Access>> {
    const register = await this.register(context.caller);
    const facts = { post: postsOf(register)(postId), tenantKind: register.tenant?.kind ?? 'city' };
    return this.execute({ type, data: { postId, ...body, facts } }, context);
  }

  private async register(caller: Caller): Promise<Register> {
    return (await this.repository.load(registerDecider, registerStream(caller.tenantId), caller)).state;
  }

  private execute(command: AccessCommand, context: CommandContext): Promise<Outcome<Access>> {
    return this.commands.execute<AccessEnvelope, Outcome<Access>>(new AccessEnvelope(accessStream(context.caller), command, context));
  }
}

const accessStream = ({ tenantId }: Caller) => ({ category: accessDecider.category, tenantId, id: ACCESS_ID });

const postsOf = (register: Register) => (postId: string): PostRecord | null => postOf(register, postId) ?? null;
