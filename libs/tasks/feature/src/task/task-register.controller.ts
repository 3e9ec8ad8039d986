import { Controller, Get, Query } from '@nestjs/common';
import { After, CallerOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import type { RegisterRow } from '@zeren/tasks-domain';
import { RegisterQuery } from './task-doing.bodies.js';
import { taskRegisterTable } from '../tasks.tables.js';

@Controller('api/v1/task-register')
export class TaskRegisterController {
  constructor(private readonly views: ViewReader, private readonly confinements: Confinements) {}

  /** Objections and requests the reader's tenant takes part in, the latest first; each kind is a register of its own. */
  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: RegisterQuery, @After() after?: bigint): Promise<Page<RegisterRow>> {
    const { kind, status, campaignId, taskId } = query;
    const unitId = unitsAsked(query.unitId, await this.confinements.of(caller));
    const where = {
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && { status }),
      ...(campaignId !== undefined && { campaignId }),
      ...(unitId !== undefined && { unitId }),
      ...(taskId !== undefined && { taskId }),
    };
    return this.views.page(taskRegisterTable, caller.tenantId, query, { where, order: { requestedAt: 'desc' } }, after);
  }
}
