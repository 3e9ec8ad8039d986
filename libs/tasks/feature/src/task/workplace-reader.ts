import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { workLists, type WorkList, type Workplace } from '@zeren/tasks-domain';
import { taskBoardTable } from '../tasks.tables.js';
import { workCondition } from './work-conditions.js';

/** Counts what the board holds for the caller's own page. */
@Injectable()
export class WorkplaceReader {
  constructor(private readonly readModel: ReadModel) {}

  async read(caller: Caller, after?: bigint): Promise<Workplace> {
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const counted = await this.readModel.inTenant(caller.tenantId, (manager) => {
      const question = manager.createQueryBuilder(taskBoardTable.entity, 'task').select([]).where('task.readerTenantId = :tenant');
      for (const list of workLists) {
        const { condition, parameters } = workCondition(list, caller);
        question.addSelect(`(count(*) filter (where ${condition}))::int`, list).setParameters(parameters);
      }
      return question.getRawOne<Record<WorkList, number>>();
    });
    return { now: caller.now, counts: Object.fromEntries(workLists.map((list) => [list, counted?.[list] ?? 0])) as Workplace['counts'] };
  }
}
