import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ContractBoardRow, ContractDocument, ContractState } from '@zeren/contracts-domain';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { ContractBody, ContractsQuery, SignatureBody } from './contract.bodies.js';
import { ContractReader } from './contract-reader.js';
import { ContractWork } from './contract-work.js';

/** Responsibility contracts. `?after=` on a command is the position its facts must have reached. */
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly work: ContractWork,
    private readonly reader: ContractReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  draft(@Body() body: ContractBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<ContractState>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.work.draft({ category: 'contract', tenantId, id }, body, context, after);
  }

  @Post(':id/signature')
  @RolesAllowed('leader')
  sign(
    @Param('id') id: string, @Body() { fingerprint }: SignatureBody, @Context() context: CommandContext, @After() after?: bigint,
  ): Promise<Outcome<ContractState>> {
    return this.work.sign(streamIdOf('contract', id), { side: 'signature', fingerprint }, context, after);
  }

  @Post(':id/countersignature')
  @RolesAllowed('leader')
  countersign(
    @Param('id') id: string, @Body() { fingerprint }: SignatureBody, @Context() context: CommandContext, @After() after?: bigint,
  ): Promise<Outcome<ContractState>> {
    return this.work.sign(streamIdOf('contract', id), { side: 'countersignature', fingerprint }, context, after);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: ContractsQuery, @After() after?: bigint): Promise<Page<ContractBoardRow>> {
    return this.reader.list(tenantId, query, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<ContractDocument> {
    return this.reader.document(tenantId, streamIdOf('contract', id), after);
  }
}
