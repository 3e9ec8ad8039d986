import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { AskedBefore, Measure, MetricFact } from '@zeren/tasks-domain';
import { Districts } from '../districts.js';
import { MeasureEnvelope } from './measure.command-handler.js';
import { AskedQuery, MeasureBody, MeasureRequestsQuery, MeasureRevisionBody } from './measure.bodies.js';
import { MeasureReader, type ServingMeasure } from './measure-reader.js';
import { StandardFacts } from '../standard/standard-facts.js';

/** Indicators of different standards that measure the same thing, and where a unit is asked for it. */
@Controller('api/v1/measures')
export class MeasuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: MeasureReader,
    private readonly districts: Districts,
    private readonly standards: StandardFacts,
  ) {}

  @Post()
  @RolesAllowed('city-office')
  async define(@Body() data: MeasureBody, @Context() context: CommandContext): Promise<Outcome<Measure>> {
    const { caller } = context;
    const [metrics, districtTenantIds] = await Promise.all([this.metricsOf(data, caller), this.districts.of(caller, data.participantTenantIds)]);
    const id = { category: 'measure', tenantId: caller.tenantId, id: data.code };
    return this.commands.execute<MeasureEnvelope, Outcome<Measure>>(new MeasureEnvelope(id, { type: 'DefineMeasure', data: { ...data, metrics, districtTenantIds } }, context));
  }

  @Post(':id/revisions')
  @HttpCode(200)
  @RolesAllowed('city-office')
  async revise(@Param('id') id: string, @Body() data: MeasureRevisionBody, @Context() context: CommandContext): Promise<Outcome<Measure>> {
    const metrics = await this.metricsOf(data, context.caller);
    return this.commands.execute<MeasureEnvelope, Outcome<Measure>>(new MeasureEnvelope(streamIdOf('measure', id), { type: 'ReviseMeasure', data: { ...data, metrics } }, context));
  }

  /** With the indicators of running campaigns that each serves. */
  @Get()
  async list(@CallerOf() { tenantId }: Caller, @After() after?: bigint): Promise<{ items: readonly ServingMeasure[] }> {
    return { items: await this.reader.list(tenantId, after) };
  }

  /** Where a unit was asked for, or has reported, the same thing: to be read before it is asked a second time. */
  @Get('asked')
  async asked(@CallerOf() caller: Caller, @Query() query: AskedQuery, @After() after?: bigint): Promise<{ items: readonly AskedBefore[] }> {
    return { items: await this.reader.asked(caller, query, after) };
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ServingMeasure> {
    return this.reader.one(tenantId, id, after);
  }

  /** What is asked of whom for this measure in a year, down to the districts or of one unit. */
  @Get(':id/requests')
  async requests(@CallerOf() caller: Caller, @Param('id') id: string, @Query() query: MeasureRequestsQuery, @After() after?: bigint): Promise<{ items: readonly AskedBefore[] }> {
    return { items: await this.reader.ofMeasure(caller, id, query, after) };
  }

  private async metricsOf({ indicators }: Pick<MeasureBody, 'indicators'>, caller: Caller): Promise<MetricFact[]> {
    const standardIds = [...new Set(indicators.map(({ standardId }) => standardId))];
    const standards = await Promise.all(standardIds.map(async (standardId) => ({ standardId, ...(await this.standards.published(standardId, caller)) })));
    return standards.flatMap(({ standardId, categories }) => categories.flatMap(({ indicators: of }) => of.flatMap(({ code: indicatorCode, metrics }) =>
      metrics.map(({ code: metric, unit, direction }) => ({ standardId, indicatorCode, metric, unit, direction })))));
  }
}
