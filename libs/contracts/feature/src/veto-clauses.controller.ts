import { Controller, Get, Query } from '@nestjs/common';
import type { VetoClauseRow } from '@zeren/contracts-domain';
import { After, CallerOf, PageQuery, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { vetoRegisterTable } from './contract.tables.js';

/** The register of veto clauses with the legal basis of each. */
@Controller('api/v1/veto-clauses')
export class VetoClausesController {
  constructor(private readonly views: ViewReader, private readonly confinements: Confinements) {}

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<VetoClauseRow>> {
    const responsibleUnitId = unitsAsked(undefined, await this.confinements.of(caller));
    return this.views.page(vetoRegisterTable, caller.tenantId, query, { where: { ...(responsibleUnitId !== undefined && { responsibleUnitId }) }, order: { basisTitle: 'asc', basisNumber: 'asc' } }, after);
  }
}
