import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, ViewReader } from '@zeren/http';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import type { Campaign, CampaignRow } from '@zeren/tasks-domain';
import { Districts } from '../districts.js';
import { StandardFacts } from '../standard/standard-facts.js';
import { CampaignsQuery } from '../task/classification.bodies.js';
import { IntegrationCut } from '../task/integration-cut.js';
import { CampaignBody } from '../task/tasks.bodies.js';
import { CampaignEnvelope } from '../tasks.command-handlers.js';
import { campaignOverviewTable } from '../tasks.tables.js';

@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly standards: StandardFacts,
    private readonly views: ViewReader,
    private readonly districts: Districts,
    private readonly cut: IntegrationCut,
  ) {}

  /** 404 where the tenant has no such standard. */
  @Post()
  @RolesAllowed('city-office')
  async open(@Body() { id, ...content }: CampaignBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    const { categories } = await this.standards.published(content.standardId, context.caller);
    const indicatorCodes = categories.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const districtTenantIds = await this.districts.of(context.caller, content.participantTenantIds);
    const stream = { category: 'campaign', tenantId: context.caller.tenantId, id };
    return this.commands.execute<CampaignEnvelope, Outcome<Campaign>>(
      new CampaignEnvelope(stream, { type: 'OpenCampaign', data: { ...content, indicatorCodes, districtTenantIds } }, context),
    );
  }

  @Get()
  async list(@CallerOf() { tenantId }: Caller, @Query() query: CampaignsQuery, @After() after?: bigint): Promise<Page<CampaignRow>> {
    const { integration } = query;
    if (!integration) return this.views.page(campaignOverviewTable, tenantId, query, {}, after);
    const under = (await this.cut.parameters(tenantId, integration, after)).campaigns;
    const ids = under.flatMap((campaignId) => parsePublicId(campaignId) ?? []);
    const where = { ownerTenantId: ids.map((one) => one.tenantId), id: ids.map(({ id }) => id) };
    const { items, ...rest } = await this.views.page(campaignOverviewTable, tenantId, query, { where });
    return { ...rest, items: items.filter(({ ownerTenantId, id }) => under.includes(publicId(ownerTenantId, id))) };
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<CampaignRow> {
    return this.views.one(campaignOverviewTable, tenantId, id, after);
  }
}
