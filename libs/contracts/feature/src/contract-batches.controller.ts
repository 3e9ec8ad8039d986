import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ContractBatchRow, ContractBatchState } from '@zeren/contracts-domain';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, PageQuery, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { ContractBatchBody } from './contract.bodies.js';
import { ContractBatchWork } from './contract-batch-work.js';
import { contractBatchTable } from './contract.tables.js';

/** Contracts for all units that lead tasks of a split, issued in one go: who is kept to its own unit sees its contract alone. */
@Controller('api/v1/contract-batches')
export class ContractBatchesController {
  constructor(
    private readonly work: ContractBatchWork,
    private readonly views: ViewReader,
    private readonly confinements: Confinements,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  start(@Body() template: ContractBatchBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<ContractBatchState>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.work.start({ category: 'contractbatch', tenantId, id }, template, context, after);
  }

  /** Goes on where the batch was stopped, and tries again what was refused. */
  @Post(':id/continuation')
  @RolesAllowed('city-office', 'district-office')
  continue(@Param('id') id: string, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<ContractBatchState>> {
    return this.work.continue(streamIdOf('contractbatch', id), context, after);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<ContractBatchRow>> {
    if (await this.confinements.of(caller)) return { items: [] };
    return this.views.page(contractBatchTable, caller.tenantId, query, { order: { startedAt: 'desc' } }, after);
  }

  @Get(':id')
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ContractBatchRow> {
    return await this.confinements.of(caller) ? notFound() : this.views.one(contractBatchTable, caller.tenantId, id, after);
  }
}
