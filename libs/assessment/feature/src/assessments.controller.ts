import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { AssessmentState, PublishedRankingRow, Standing } from '@zeren/assessment-domain';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { ReadModel, type Page } from '@zeren/read-model';
import { AssessmentBody, AssessmentsQuery, RankingQuery, ScoreQuery, TrendQuery } from './assessment.bodies.js';
import { publishedRankingTable, scoredTables, scoreSheetTable } from './assessment.tables.js';
import { Publication } from './publication.js';
import { Results, type Ranking, type ResultQuery, type Score } from './results.js';

/** A unit's published totals, oldest period first. */
export type Trend = {
  readonly schemeId: string;
  readonly unitId: string;
  readonly points: readonly (Pick<Standing, 'total' | 'rank'> & { readonly period: string; readonly group: string; readonly publishedAt: string })[];
};

/** Periods a trend shows at most. */
const TREND_LENGTH = 200;

@Controller('api/v1')
export class AssessmentsController {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
    private readonly results: Results,
    private readonly publication: Publication,
  ) {}

  @Post('assessments')
  @RolesAllowed('performance-office')
  publish(@Body() { schemeId, period }: AssessmentBody, @Context() context: CommandContext): Promise<Outcome<AssessmentState>> {
    return this.publication.publish({ schemeId, period }, context);
  }

  @Get('assessments')
  list(@CallerOf() { tenantId }: Caller, @Query() query: AssessmentsQuery, @After() after?: bigint): Promise<Page<PublishedRankingRow>> {
    const where = query.schemeId === undefined ? {} : { schemeId: query.schemeId };
    return this.views.page(publishedRankingTable, tenantId, query, { where, order: { period: 'desc' } }, after);
  }

  @Get('rankings')
  async ranking(@CallerOf() caller: Caller, @Query() query: RankingQuery, @After() after?: bigint): Promise<Ranking> {
    await this.reached(query, after);
    const ranking = await this.results.ranking(resultQuery(caller, query));
    if (query.group === undefined) return ranking;
    const groups = ranking.groups.filter(({ code }) => code === query.group);
    return groups.length === 0 ? notFound() : { ...ranking, groups };
  }

  @Get('scores/:unitId')
  async score(
    @CallerOf() caller: Caller,
    @Param('unitId') unitId: string,
    @Query() query: ScoreQuery,
    @After() after?: bigint,
  ): Promise<Score> {
    await this.reached(query, after);
    return this.results.score(unitId, resultQuery(caller, query));
  }

  /** 404 where there is no such scheme for this reader. */
  @Get('trend')
  async trend(@CallerOf() { tenantId }: Caller, @Query() { schemeId, unitId }: TrendQuery, @After() after?: bigint): Promise<Trend> {
    if (after !== undefined) await this.readModel.waitFor(publishedRankingTable, after);
    await this.results.scheme(tenantId, schemeId);
    const { items } = await this.readModel.find(publishedRankingTable, tenantId, {
      where: { schemeId }, order: { period: 'asc' }, limit: TREND_LENGTH,
    });
    const points = items.flatMap(({ period, publishedAt, groups }) => groups.flatMap(({ code, standings }) =>
      standings.filter((standing) => standing.unitId === unitId)
        .map(({ total, rank }) => ({ period, group: code, total, rank, publishedAt }))));
    return { schemeId, unitId, points };
  }

  /** Waits for every view a result is read or computed from. */
  private async reached({ position }: ScoreQuery, after: bigint | undefined): Promise<void> {
    if (after !== undefined) {
      await Promise.all([publishedRankingTable, scoreSheetTable, ...scoredTables].map((table) => this.readModel.waitFor(table, after)));
    }
    if (position !== undefined) {
      await Promise.all(scoredTables.map((table) => this.readModel.waitFor(table, BigInt(position))));
    }
  }
}

const resultQuery = ({ tenantId }: Caller, { schemeId, period, position }: ScoreQuery): ResultQuery => ({
  tenantId, schemeId, period, ...(position === undefined ? {} : { position }),
});
