import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { After, CallerOf, CLOCK, notFound, Public, type Clock } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { addDays, localDate } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { publicLineOf, type CountedRequest, type FigureTable, type PublicFigures } from '@zeren/requests-domain';
import { CountedQuery, FiguresQuery, PublicFiguresQuery } from './figures.bodies.js';
import { FiguresReader } from './figures-reader.js';

/** How requests are answered: counted, in rates, and opened to the requests behind each figure. */
@Controller('api/v1/request-figures')
export class FiguresController {
  constructor(private readonly figures: FiguresReader, @Inject(CLOCK) private readonly clock: Clock) {}

  /** Figures by unit, class, area, month, channel, kind or integration. Of a unit what it was given counts, else the requests. */
  @Get()
  table(@CallerOf() caller: Caller, @Query() query: FiguresQuery, @After() after?: bigint): Promise<FigureTable> {
    return this.figures.table({ ...caller, now: this.clock.now() }, query, after);
  }

  /** What one figure counted, the latest filed first: as many as it says. */
  @Get('requests')
  requests(@CallerOf() caller: Caller, @Query() query: CountedQuery, @After() after?: bigint): Promise<Page<CountedRequest>> {
    return this.figures.counted({ ...caller, now: this.clock.now() }, query, after);
  }
}

/** What anybody may know of how a tenant answers: rates and durations of the last twelve months, nothing of any one request. */
@Controller('api/v1/public/:tenantId/figures')
export class PublicFiguresController {
  constructor(private readonly figures: FiguresReader, @Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @Public()
  async figuresOf(@Param('tenantId') tenantId: string, @Query() { by }: PublicFiguresQuery): Promise<PublicFigures> {
    if (!/^\d{6}$/.test(tenantId)) notFound();
    const now = this.clock.now();
    const until = localDate(now);
    const from = addDays(until, -364);
    const anybody: Caller = { tenantId, actorId: `${tenantId}.public`, postId: '', unitId: tenantId, roles: [], now };
    const { lines, total } = await this.figures.table(anybody, { by, from, until, limit: 1 });
    return { from, until, by, lines: lines.map(publicLineOf), total: publicLineOf(total) };
  }
}
