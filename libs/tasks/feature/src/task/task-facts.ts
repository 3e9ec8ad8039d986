import { Inject, Injectable } from '@nestjs/common';
import { DeciderRepository, type EventStore } from '@zeren/event-store';
import { EVENT_STORE, notFound } from '@zeren/http';
import { parsePublicId, publicId, streamName, type Caller, type RecordedEvent, type StreamId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { endOfDay } from '@zeren/organisation-domain';
import {
  campaignDecider, dueOf, objectionRuleAt, taskDecider, type DispatchTask, type ObjectionRule, type PublishedTask, type TaskRevised, type Successor, type TakingBack,
} from '@zeren/tasks-domain';
import { taskRulesOf } from '../rules/task-rules-reader.js';
import { taskBoardTable } from '../tasks.tables.js';

/** Reads what a decision on one task has to know of others: its parent, its children, its campaign, the tenant's rules. */
@Injectable()
export class TaskFacts {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly readModel: ReadModel,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** Whom a task may go to instead, and whether it can be taken back at all. */
  async forTakingBack(id: StreamId, caller: Caller, successor: Successor | null): Promise<TakingBack> {
    const task = await this.task(id, caller);
    const [participantTenantIds, hasChildren] = await Promise.all([this.participants(task, caller), this.hasChildren(id, caller)]);
    return { successor, participantTenantIds, hasChildren };
  }

  /** What a task dispatched by itself has to know: whether its campaign is open, who takes part, the time for objections. */
  async forDispatch(campaignId: string, caller: Caller): Promise<Pick<DispatchTask['data'], 'campaignOpen' | 'participantTenantIds' | 'objection'>> {
    const [campaign, rules] = await Promise.all([this.campaign(campaignId, caller), taskRulesOf(this.repository, caller.tenantId)]);
    const dispatchesBeyond = parsePublicId(campaignId)?.tenantId === caller.tenantId;
    return {
      campaignOpen: campaign !== undefined, participantTenantIds: (dispatchesBeyond && campaign?.participantTenantIds) || [], objection: objectionRuleAt(rules, caller.now),
    };
  }

  /** The time for objections as the calendar gives it now for the day on which it was opened. 404 where there is no such task. */
  async objectionRuleAnew(id: StreamId, caller: Caller): Promise<ObjectionRule> {
    const { content } = await this.task(id, caller);
    const rules = await taskRulesOf(this.repository, id.tenantId);
    const { workingDays = rules.objections.workingDays, refusals = rules.objections.refusals } = content.objection ?? {};
    return objectionRuleAt({ ...rules, objections: { workingDays, refusals } }, await this.objectionsOpenedAt(id));
  }

  /** The last day for a further objection, if today's is refused. */
  async nextObjectionUntil({ tenantId }: StreamId, { now }: Caller): Promise<string> {
    return objectionRuleAt(await taskRulesOf(this.repository, tenantId), now).until;
  }

  /**
   * The last moment an extension of a year's result can reach: when the parent's own is due, or the end of the parent's
   * or, for a root, of the campaign's time. Read in the owner's name, since the unit asking need not see the parent.
   */
  async latestExtension(id: StreamId, caller: Caller, year: number | null): Promise<string> {
    const owner = { ...caller, tenantId: id.tenantId };
    const { content } = await this.task(id, caller);
    const parentId = content.parentTaskId === null ? undefined : parsePublicId(content.parentTaskId);
    if (parentId) {
      const parent = await this.task({ category: taskDecider.category, ...parentId }, owner);
      const same = parent.years.find((one) => one.year === year);
      return same ? dueOf(same) : parent.content.deadline;
    }
    const campaign = await this.campaign(content.campaignId, owner);
    return campaign ? endOfDay(`${campaign.lastYear}-12-31`) : content.deadline;
  }

  /** When the task was dispatched, or when a revision asked for more. */
  private async objectionsOpenedAt(id: StreamId): Promise<string> {
    let openedAt = '';
    for await (const event of this.store.read(streamName(id))) {
      const opens = event.type === 'TaskPublished' || (event.type === 'TaskRevised' && (event as RecordedEvent<TaskRevised>).data.objection !== undefined);
      if (opens) openedAt = event.metadata.occurredAt;
    }
    return openedAt;
  }

  /** 404 where there is no such task. */
  private async task(id: StreamId, caller: Caller): Promise<PublishedTask> {
    const { state } = await this.repository.load(taskDecider, id, caller);
    return state.status === 'unpublished' ? notFound() : state;
  }

  private async campaign(campaignId: string, caller: Caller) {
    const id = parsePublicId(campaignId);
    if (!id) return undefined;
    const { state } = await this.repository.load(campaignDecider, { category: campaignDecider.category, ...id }, caller);
    return state.status === 'open' ? state.content : undefined;
  }

  /** Only the city whose campaign it is dispatches to other tenants. */
  private async participants({ content }: PublishedTask, caller: Caller): Promise<readonly string[]> {
    if (parsePublicId(content.campaignId)?.tenantId !== caller.tenantId) return [];
    return (await this.campaign(content.campaignId, caller))?.participantTenantIds ?? [];
  }

  private async hasChildren({ tenantId, id }: StreamId, caller: Caller): Promise<boolean> {
    const { items } = await this.readModel.find(taskBoardTable, caller.tenantId, { where: { parentTaskId: publicId(tenantId, id) }, limit: 1 });
    return items.length > 0;
  }
}
