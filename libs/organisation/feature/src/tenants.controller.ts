import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, OpenToOperators, PageQuery, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { TenantRow, TenantState } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
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
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('operator')
  async register(@Body() tenant: TenantBody, @Context() context: CommandContext): Promise<Outcome<TenantState>> {
    const parent = tenant.parentTenantId === null ? null : await this.surroundings.tenant(tenant.parentTenantId, context.caller);
    return this.commands.execute<TenantEnvelope, Outcome<TenantState>>(
      new TenantEnvelope(tenantStream(tenant.tenantId), { type: 'RegisterTenant', data: { tenant, parent } }, context),
    );
  }

  @Get() @OpenToOperators()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<TenantRow>> {
    return this.views.page(tenantTable, tenantId, query, {}, after);
  }

  @Get(':id') @OpenToOperators()
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<TenantRow> {
    return this.views.one(tenantTable, tenantId, id, after);
  }
}
