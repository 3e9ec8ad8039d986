import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed } from '@zeren/http';
import type { Caller, LocalisedText } from '@zeren/kernel';
import {
  INTEGRATION_NAMES_ID, integrationNamesDecider, integrations, integrationText, type Integration, type IntegrationNames,
} from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { RegisterFinder } from '../leadership/register-findings.js';
import { IntegrationNameBody } from './integration.bodies.js';
import { IntegrationEnvelope } from './integration.command-handler.js';
import { integrationNameTable } from './integration.tables.js';

/** One of the four, as the reader's tenant calls it. */
export type NamedIntegration = {
  readonly code: Integration;
  readonly name: LocalisedText;
  /** By which document it is called so, and whose name it is: the tenant's own or its city's; null where nobody named it otherwise. */
  readonly document: string | null;
  readonly namedBy: string | null;
};

/** The four integrations by the names the tenant gives them. */
@Controller('api/v1/integrations')
export class IntegrationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finder: RegisterFinder,
    private readonly readModel: ReadModel,
  ) {}

  /** A tenant's own name goes before its city's, that before the usual one. */
  @Get()
  async list(@CallerOf() { tenantId }: Caller, @After() after?: bigint): Promise<{ items: readonly NamedIntegration[] }> {
    if (after !== undefined) await this.readModel.waitFor(integrationNameTable, after);
    const { items: rows } = await this.readModel.find(integrationNameTable, tenantId, { limit: 2 * integrations.length });
    return {
      items: integrations.map((code) => {
        const named = rows.filter(({ id }) => id === code);
        const row = named.find(({ ownerTenantId }) => ownerTenantId === tenantId) ?? named[0];
        return { code, name: row?.name ?? integrationText[code], document: row?.document ?? null, namedBy: row?.ownerTenantId ?? null };
      }),
    };
  }

  @Post(':code/name')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'leader')
  async rename(@Param('code') code: string, @Body() data: IntegrationNameBody, @Context() context: CommandContext): Promise<Outcome<IntegrationNames>> {
    const { caller } = context;
    const sharedWith = await this.finder.districts(caller);
    const stream = { category: integrationNamesDecider.category, tenantId: caller.tenantId, id: INTEGRATION_NAMES_ID };
    return this.commands.execute<IntegrationEnvelope, Outcome<IntegrationNames>>(
      new IntegrationEnvelope(stream, { type: 'RenameIntegration', data: { code, ...data, sharedWith } }, context),
    );
  }
}
