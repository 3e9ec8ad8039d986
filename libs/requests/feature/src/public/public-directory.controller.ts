import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { After, Public, type EdgeRequest } from '@zeren/http';
import type { Page } from '@zeren/read-model';
import type { PublicArea, PublicMatter, PublicRequest, PublicTenant, SimilarRequest } from '@zeren/requests-domain';
import { FrontDoor, TILE_URL } from './front-door.js';
import { AreasQuery, PublicRequestsQuery, SimilarQuery } from './public.bodies.js';
import { PublicReader } from './public-reader.js';

/** What anybody may look up: classes, areas, and what others asked, with everything personal left out. */
@Controller('api/v1/public/:tenantId')
@Public()
export class PublicDirectoryController {
  constructor(
    private readonly door: FrontDoor,
    private readonly reader: PublicReader,
    @Inject(TILE_URL) private readonly tileUrl: string | null,
  ) {}

  /** Whose front door it is. */
  @Get()
  async tenant(@Param('tenantId') tenantId: string): Promise<PublicTenant> {
    const { area } = await this.door.of(tenantId);
    return { tenantId, name: area.name, tileUrl: this.tileUrl };
  }

  @Get('matters')
  async matters(@Param('tenantId') tenantId: string): Promise<{ readonly items: readonly PublicMatter[] }> {
    return { items: this.reader.matters(await this.door.of(tenantId)) };
  }

  @Get('areas')
  async areas(@Param('tenantId') tenantId: string, @Query() { parent }: AreasQuery): Promise<{ readonly items: readonly PublicArea[] }> {
    return { items: this.reader.areas(await this.door.of(tenantId), parent ?? tenantId) };
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
}
