import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { Confinements } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { rolesThatVerify, type FailureRate, type Sample, type SampleCommand, type SampleRow } from '@zeren/tasks-domain';
import { RecheckBody, SampleBody, SamplesQuery } from './sample.bodies.js';
import { SampleFacts, samplesUnder } from './sample-facts.js';
import { CutBoards } from '../task/cut-boards.js';
import { CutQuery } from '../task/classification.bodies.js';
import { SampleEnvelope } from '../tasks.command-handlers.js';
import { sampleRegisterTable } from '../tasks.tables.js';

/**
 * The second step of verification: a city looks again at a random sample of what a district verified. That is between the
 * two: whoever is kept to its own unit sees no samples.
 */
@Controller('api/v1/samples')
export class SamplesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: SampleFacts,
    private readonly boards: CutBoards,
    private readonly confinements: Confinements,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'inspector', 'performance-office')
  async draw(@Body() data: SampleBody, @Context() context: CommandContext): Promise<Outcome<Sample>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    const { position, ...found } = await this.facts.population(context.caller, data);
    const command = { type: 'DrawSample', data: { ...data, ...found } } as const;
    return this.execute({ category: 'sample', tenantId, id }, command, { ...context, factsPosition: String(position) });
  }

  @Post(':id/rechecks')
  @HttpCode(200)
  @RolesAllowed(...rolesThatVerify)
  recheck(@Param('id') id: string, @Body() data: RecheckBody, @Context() context: CommandContext): Promise<Outcome<Sample>> {
    return this.execute(streamIdOf('sample', id), { type: 'RecheckResult', data }, context);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: SamplesQuery, @After() after?: bigint): Promise<Page<SampleRow>> {
    if (await this.confinements.of(caller)) return { items: [] };
    return this.boards.pageOf(samplesUnder, caller.tenantId, query, {}, after);
  }

  /** The share of re-checked results that failed, for each district and year. */
  @Get('failure-rates')
  async rates(@CallerOf() caller: Caller, @Query() { integration }: CutQuery, @After() after?: bigint): Promise<{ items: readonly FailureRate[] }> {
    return { items: await this.confinements.of(caller) ? [] : await this.facts.failureRates(caller.tenantId, integration, after) };
  }

  @Get(':id')
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<SampleRow> {
    return await this.confinements.of(caller) ? notFound() : this.boards.one(sampleRegisterTable, caller.tenantId, id, after);
  }

  private execute(id: StreamId, command: SampleCommand, context: CommandContext): Promise<Outcome<Sample>> {
    return this.commands.execute<SampleEnvelope, Outcome<Sample>>(new SampleEnvelope(id, command, context));
  }
}
