import { Controller, Get, Query } from '@nestjs/common';
import { After, CallerOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import type { RegisterRow } from '@zeren/tasks-domain';
import { RegisterQuery } from './task-doing.bodies.js';
import { CutBoards, type CutBoard } from './cut-boards.js';
import { countsUnder } from './integration-cut.js';
import { taskBoardTable, taskRegisterTable } from '../tasks.tables.js';

/** An objection or request counts as its task does. */
const register: CutBoard<RegisterRow> = {
  table: taskRegisterTable, order: 'requestedAt', descending: true,
  counts: (question) => `exists ${question.subQuery().select('1').from(taskBoardTable.entity, 'task')
    .where(`task.readerTenantId = entry.readerTenantId and task.ownerTenantId = entry.ownerTenantId and task.id = split_part(entry.id, '@', 1) and ${countsUnder}`).getQuery()}`,
};

@Controller('api/v1/task-register')
export class TaskRegisterController {
  constructor(private readonly boards: CutBoards, private readonly confinements: Confinements) {}

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
    return this.boards.pageOf(register, caller.tenantId, query, where, after);
  }
}
