import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { After, Public, type EdgeRequest } from '@zeren/http';
import type { LocalisedText } from '@zeren/kernel';
import { OPERATOR_TENANT, tenantDecider } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import type { PublicArea, PublicMatter, PublicRequest, PublicSite, PublicTenant, SimilarRequest } from '@zeren/requests-domain';
import { FrontDoor } from './front-door.js';
import { MAP_GROUND, type MapGround } from './map-ground.js';
import { PlaceSites } from './place-sites.js';
import { AreasQuery, PublicRequestsQuery, SimilarQuery, SitesQuery } from './public.bodies.js';
import { PublicReader } from './public-reader.js';

/** A city's levels are told anew that long after they were read: they hardly ever change. */
const MINUTE = 60_000;

/** What anybody may look up: classes, areas, and what others asked, with everything personal left out. */
@Controller('api/v1/public/:tenantId')
@Public()
export class PublicDirectoryController {
  constructor(
    private readonly door: FrontDoor,
    private readonly reader: PublicReader,
    private readonly sites: PlaceSites,
    private readonly repository: DeciderRepository,
    @Inject(MAP_GROUND) private readonly ground: MapGround,
  ) {}

  /** Whose front door it is. */
  @Get()
  async tenant(@Param('tenantId') tenantId: string): Promise<PublicTenant> {
    const { area, cityTenantId } = await this.door.of(tenantId);
    return { tenantId, name: area.name, levels: await this.levelsOf(cityTenantId), ...this.ground };
  }

  @Get('matters')
  async matters(@Param('tenantId') tenantId: string): Promise<{ readonly items: readonly PublicMatter[] }> {
    return { items: this.reader.matters(await this.door.of(tenantId)) };
  }

  @Get('areas')
  async areas(@Param('tenantId') tenantId: string, @Query() { parent }: AreasQuery): Promise<{ readonly items: readonly PublicArea[] }> {
    return { items: this.reader.areas(await this.door.of(tenantId), parent ?? tenantId) };
  }

  /** Sites that anybody comes to, in the frame of a map, in an area or under a name; at most 200. */
  @Get('sites')
  async placeSites(
    @Param('tenantId') tenantId: string, @Query() query: SitesQuery, @Req() request: EdgeRequest, @After() after?: bigint,
  ): Promise<{ readonly items: readonly PublicSite[] }> {
    this.door.limit(request, 'reading');
    return { items: await this.sites.open(tenantId, await this.door.of(tenantId), query, after) };
  }

  /** Open requests that may be about the same: what they say and how they stand, nothing else. */
  @Get('similar')
  async similar(
    @Param('tenantId') tenantId: string, @Query() query: SimilarQuery, @Req() request: EdgeRequest,
  ): Promise<{ readonly items: readonly SimilarRequest[] }> {
    this.door.limit(request, 'reading');
    await this.door.of(tenantId);
    return { items: await this.reader.similar(tenantId, query) };
  }

  /** What was asked, who answers and how it stands. */
  @Get('requests')
  async list(
    @Param('tenantId') tenantId: string, @Query() query: PublicRequestsQuery, @Req() request: EdgeRequest, @After() after?: bigint,
  ): Promise<Page<PublicRequest>> {
    this.door.limit(request, 'reading');
    return this.reader.page(tenantId, await this.door.of(tenantId), query, after);
  }

  private async levelsOf(cityTenantId: string): Promise<readonly LocalisedText[]> {
    const id = { category: tenantDecider.category, tenantId: OPERATOR_TENANT, id: cityTenantId };
    const { state } = await this.repository.load(tenantDecider, id, this.door.callerIn(OPERATOR_TENANT), { within: MINUTE });
    return state.status === 'registered' ? state.tenant.levels : [];
  }
}
