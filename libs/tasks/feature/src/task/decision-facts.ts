import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import { parsePublicId, type Caller } from '@zeren/kernel';
import { decisionOf, meetingDecider } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { decisionKey, isEnd, type DecisionProgress, type TaskOrigin, type TaskStatus } from '@zeren/tasks-domain';
import { taskBoardTable } from '../tasks.tables.js';

type Named = NonNullable<TaskOrigin['decision']>;
type Group = { readonly decision: string; readonly status: TaskStatus; readonly count: number };

/** What joint meetings decided, as tasks need to know it, and what became of it in tasks. */
@Injectable()
export class DecisionFacts {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly readModel: ReadModel,
  ) {}

  /** The number of the minutes in which a decision stands; null where the caller sees no such decision. */
  async minutesOf({ meetingId, number }: Named, caller: Caller): Promise<string | null> {
    const id = parsePublicId(meetingId);
    if (!id) return null;
    try {
      const { state } = await this.repository.load(meetingDecider, { category: meetingDecider.category, ...id }, caller);
      return decisionOf(state, number)?.minutesNumber ?? null;
    } catch (error) {
      if (error instanceof StreamNotFound) return null;
      throw error;
    }
  }

  /** How far the tasks are that came of each decision of a meeting, as the reader sees them; decisions without a task are left out. */
  async progressOf(meetingId: string, { tenantId }: Caller, after?: bigint): Promise<readonly DecisionProgress[]> {
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const groups = await this.readModel.inTenant(tenantId, (manager) => manager.createQueryBuilder(taskBoardTable.entity, 'task')
      .select('task.decision', 'decision').addSelect('task.status', 'status').addSelect('count(*)::int', 'count')
      .where('task.readerTenantId = :tenantId', { tenantId }).andWhere('starts_with(task.decision, :meeting)', { meeting: decisionKey({ meetingId, number: '' }) })
      .groupBy('1').addGroupBy('2').getRawMany<Group>());
    const numbers = [...new Set(groups.map(({ decision }) => numberIn(decision)))].sort((a, b) => a - b);
    return numbers.map((number) => progress(number, groups.filter(({ decision }) => numberIn(decision) === number)));
  }
}

const numberIn = (decision: string): number => Number(decision.slice(decision.lastIndexOf('#') + 1));

const progress = (number: number, groups: readonly Group[]): DecisionProgress => {
  const total = (counts: (status: TaskStatus) => boolean) => groups.filter(({ status }) => counts(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    number, tasks: total(() => true), done: total((status) => status === 'done'), ended: total((status) => status !== 'done' && isEnd(status)),
    overdue: total((status) => status === 'overdue'),
  };
};
