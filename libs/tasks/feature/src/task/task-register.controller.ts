import { Controller, Get, Query } from '@nestjs/common';
import { After, CallerOf, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import type { RegisterRow } from '@zeren/tasks-domain';
import { RegisterQuery } from './task-doing.bodies.js';
import { taskRegisterTable } from '../tasks.tables.js';

@Controller('api/v1/task-register')
export class TaskRegisterController {
  constructor(private readonly views: ViewReader) {}

  /** Objections and requests the reader's tenant takes part in, the latest first; each kind is a register of its own. */
  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: RegisterQuery, @After() after?: bigint): Promise<Page<RegisterRow>> {
    const { kind, status, campaignId, unitId, taskId } = query;
    const where = {
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && { status }),
      ...(campaignId !== undefined && { campaignId }),
      ...(unitId !== undefined && { unitId }),
      ...(taskId !== undefined && { taskId }),
    };
    return this.views.page(taskRegisterTable, tenantId, query, { where, order: { requestedAt: 'desc' } }, after);
  }
}
