import { deriveUuid, type CommandContext } from '@zeren/event-store';
import type { ClockJob } from '@zeren/http';
import { publicId } from '@zeren/kernel';
import { taskDecider, type TaskRow } from '@zeren/tasks-domain';
import { inParallel } from '../in-parallel.js';
import { taskBoardTable } from '../tasks.tables.js';

/** Tasks marked in one run; the rest follow in the next. */
const AT_ONCE = 1_000;
const WIDTH = 16;

type DueTask = Pick<TaskRow, 'ownerTenantId' | 'id' | 'years'>;

/** The clock acts for the owner, in no post. */
const contextOf = ({ ownerTenantId, id }: DueTask, year: number, now: string): CommandContext => {
  const commandId = deriveUuid('MarkOverdue', publicId(ownerTenantId, id), String(year));
  return {
    caller: { tenantId: ownerTenantId, actorId: 'zeren.clock', postId: '', unitId: '', roles: [], now },
    commandId, correlationId: commandId, causationId: commandId,
  };
};

/** Marks the years of tasks that were not reported by their time. What is marked already, or reported meanwhile, stays as it is. */
export const overdueClock: ClockJob = {
  name: 'task-overdue',
  everySeconds: 5,
  run: async (now, { repository, database }) => {
    const tasks: DueTask[] = await database.manager.createQueryBuilder(taskBoardTable.entity, 'task')
      .select(['task.readerTenantId', 'task.ownerTenantId', 'task.id', 'task.years'])
      .where('task.readerTenantId = task.ownerTenantId and task.nextDueAt < cast(:now as timestamptz)', { now })
      .orderBy('task.nextDueAt').limit(AT_ONCE).getMany();
    await inParallel(tasks, WIDTH, async (task) => {
      const stream = { category: taskDecider.category, tenantId: task.ownerTenantId, id: task.id };
      for (const { year } of task.years.filter(({ status, dueAt }) => status === 'pending' && dueAt < now)) {
        await repository.execute(taskDecider, stream, { type: 'MarkOverdue', data: { year } }, contextOf(task, year, now));
      }
    });
  },
};

/** What the passing of time causes in this context. */
export const tasksClockJobs: readonly ClockJob[] = [overdueClock];
