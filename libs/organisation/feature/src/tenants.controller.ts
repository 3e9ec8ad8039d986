import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, PageQuery, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { TenantRow, TenantState } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import { TenantBody } from './organisation.bodies.js';
import { TenantEnvelope } from './organisation.command-handlers.js';
import { tenantTable } from './organisation.tables.js';
import { RegisterSurroundings, tenantStream } from './register-surroundings.js';

/** The tenants of the platform. Only the operator registers them. */
@Controller('api/v1/tenants')
export class TenantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly surroundings: RegisterSurroundings,
    private readonly readModel: ReadModel,
  ) {}

  @Post()
  @RolesAllowed('operator')
  async register(@Body() tenant: TenantBody, @Context() context: CommandContext): Promise<Outcome<TenantState>> {
    const parent = tenant.parentTenantId === null ? null : await this.surroundings.tenant(tenant.parentTenantId, context.caller);
    return this.commands.execute<TenantEnvelope, Outcome<TenantState>>(
      new TenantEnvelope(tenantStream(tenant.tenantId), { type: 'RegisterTenant', data: { tenant, parent } }, context),
    );
  }

  @Get()
  async list(@CallerOf() { tenantId }: Caller, @Query() { limit, cursor }: PageQuery, @After() after?: bigint): Promise<Page<TenantRow>> {
    if (after !== undefined) await this.readModel.waitFor(tenantTable, after);
    return this.readModel.find(tenantTable, tenantId, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  @Get(':id')
  async one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<TenantRow> {
    if (after !== undefined) await this.readModel.waitFor(tenantTable, after);
    const stream = streamIdOf('tenant', id);
    return (await this.readModel.one(tenantTable, tenantId, { ownerTenantId: stream.tenantId, id: stream.id })) ?? notFound();
  }
}
