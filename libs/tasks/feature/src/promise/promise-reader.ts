import { Inject, Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import { CLOCK, notFound, type Clock } from '@zeren/http';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { shownPromises, taskDecider, type PromisedTask, type PublishedTask, type ShownPromises } from '@zeren/tasks-domain';
import { TaskBoardReader } from '../task/task-board-reader.js';
import { nameIn, UnitNames } from '../unit-names.js';
import { promiseListTable } from './promise.tables.js';

/** Reads the tasks that carry promises out: for decisions, and for anybody to see. */
@Injectable()
export class PromiseReader {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly repository: DeciderRepository,
    private readonly readModel: ReadModel,
    private readonly board: TaskBoardReader,
    private readonly units: UnitNames,
  ) {}

  /** Those of the named tasks that the caller's tenant dispatched, with their leads as they are called today. */
  async tasks(taskIds: readonly string[], caller: Caller): Promise<readonly PromisedTask[]> {
    const found = (await Promise.all([...new Set(taskIds)].map(async (taskId) => ({ taskId, task: await this.task(taskId, caller) }))));
    const units = await this.units.of(caller, found.flatMap(({ task }) => (task ? [task.content.unitId] : [])));
    return found.flatMap(({ taskId, task }) => (task
      ? [{ taskId, unitId: task.content.unitId, unitName: nameIn(units, task.content.unitId), metrics: task.content.metrics }]
      : []));
  }

  /** The published promises of a tenant's year as anybody may see them; 404 where there are none. */
  async shown(tenantId: string, year: number): Promise<ShownPromises> {
    const list = (await this.readModel.one(promiseListTable, tenantId, { id: String(year) })) ?? notFound();
    const tasks = await this.board.byIds(tenantId, list.promises.map(({ taskId }) => taskId));
    const byId = new Map(tasks.map((row) => [publicId(row.ownerTenantId, row.id), row]));
    return shownPromises(list, (taskId) => byId.get(taskId), this.clock.now());
  }

  private async task(taskId: string, caller: Caller): Promise<PublishedTask | undefined> {
    const id = parsePublicId(taskId);
    if (id?.tenantId !== caller.tenantId) return undefined;
    try {
      const { state } = await this.repository.load(taskDecider, { category: taskDecider.category, ...id }, caller);
      return state.status === 'unpublished' ? undefined : state;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }
}
