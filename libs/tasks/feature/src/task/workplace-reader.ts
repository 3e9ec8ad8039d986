import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { workLists, type WorkList, type Workplace } from '@zeren/tasks-domain';
import { taskBoardTable } from '../tasks.tables.js';
import { countsUnder, IntegrationCut } from './integration-cut.js';
import { workCondition } from './work-conditions.js';

/** Counts what the board holds for the caller's own page. */
@Injectable()
export class WorkplaceReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly cut: IntegrationCut,
  ) {}

  async read(caller: Caller, integration?: Integration, after?: bigint): Promise<Workplace> {
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const cut = integration && await this.cut.parameters(caller.tenantId, integration, after);
    const counted = await this.readModel.inTenant(caller.tenantId, (manager) => {
      const question = manager.createQueryBuilder(taskBoardTable.entity, 'task').select([]).where('task.readerTenantId = :tenant');
      for (const list of workLists) {
        const { condition, parameters } = workCondition(list, caller);
        question.addSelect(`(count(*) filter (where ${condition}))::int`, list).setParameters(parameters);
      }
      if (cut) question.andWhere(countsUnder, cut);
      return question.getRawOne<Record<WorkList, number>>();
    });
    return { now: caller.now, counts: Object.fromEntries(workLists.map((list) => [list, counted?.[list] ?? 0])) as Workplace['counts'] };
  }
}
