import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import { canonicalText, parsePublicId, publicId, type Caller, type Command, type Decider, type Event, type StreamId } from '@zeren/kernel';
import { Confinements } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import {
  campaignDecider, changesOf, isEnd, rowsOf, splitDecider, taskDecider, taskIdOfRow,
  type CampaignFact, type Distributable, type ParentFact, type PublishedSplit, type RowStanding, type Split, type SplitFacts, type SplitRow, type TaskPublished,
} from '@zeren/tasks-domain';
import { DutyFacts } from '../duty-list/duty-facts.js';
import { inParallel } from '../in-parallel.js';
import { SplitRegister } from './split-register.js';
import { taskBoardTable } from '../tasks.tables.js';

/** Streams read at once. */
const WIDTH = 64;

/** A split's rows as they stand, counted and hashed, with what they are to be checked against. */
export type CheckableSplit = {
  readonly rows: number;
  readonly hash: string;
  readonly facts: SplitFacts;
  readonly standing: readonly RowStanding[];
};

/** Reads what a split is checked against: the campaigns of its rows, the published tasks they are split from, registers and lists of duties. */
@Injectable()
export class SplitFactsReader {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly readModel: ReadModel,
    private readonly register: SplitRegister,
    private readonly duties: DutyFacts,
    private readonly confinements: Confinements,
  ) {}

  async read(id: StreamId, caller: Caller): Promise<CheckableSplit> {
    const { state } = await this.repository.load(splitDecider, id, caller);
    const rows = rowsOf(state);
    const hash = createHash('sha256').update(canonicalText(rows)).digest('hex');
    const previous = state.status === 'none' ? null : state.previous;
    const [facts, standing] = await Promise.all([this.of(id, rows, caller), previous ? this.standing(id, previous, rows, caller) : []]);
    return { rows: rows.length, hash, facts, standing };
  }

  /** What rows of a split are checked against. */
  async of(id: StreamId, rows: readonly SplitRow[], caller: Caller): Promise<SplitFacts> {
    const [parents, campaigns, register, dutyLists] = await Promise.all([
      this.parents(id, rows, caller), this.campaigns(rows, caller), this.register.of(rows, caller), this.duties.of(rows, caller),
    ]);
    return { parents, campaigns, register, dutyLists, unchanged: await this.unchanged(id, rows, caller) };
  }

  /** Rows that a revision leaves as they are in force. */
  private async unchanged(id: StreamId, rows: readonly SplitRow[], caller: Caller): Promise<ReadonlySet<string>> {
    const { state } = await this.repository.load(splitDecider, id, caller);
    if (state.status === 'none' || state.previous === null) return new Set();
    const before = rowsOf(state.previous);
    const touched = new Set(changesOf(before, rows).map(({ key }) => key));
    return new Set(before.map(({ key }) => key).filter((key) => !touched.has(key)));
  }

  /** Whether somebody is kept to its own unit, which sees the tasks that come of a split, not all that is handed on. */
  async areHiddenFrom(caller: Caller): Promise<boolean> {
    return (await this.confinements.of(caller)) !== undefined;
  }

  /** The rows of a split as they stand, of its draft or of the version in force; or of a version named, undefined where there is no such for the caller. */
  async rows(id: StreamId, caller: Caller, version?: number): Promise<readonly SplitRow[] | undefined> {
    if (await this.areHiddenFrom(caller)) return undefined;
    const { state } = await this.repository.load(splitDecider, id, caller);
    const split = version === undefined ? state : versionOf(state, version);
    return split.status === 'none' ? undefined : rowsOf(split);
  }

  /** What is to be distributed: a row of the split, or a published task; 404 where there is none. */
  async distributable(id: StreamId, { parentKey, parentTaskId }: Pick<SplitRow, 'parentKey' | 'parentTaskId'>, caller: Caller): Promise<Distributable> {
    const found = parentTaskId === null
      ? (await this.rows(id, caller))?.find(({ key }) => key === parentKey)
      : await this.taskContent(parentTaskId, caller);
    if (!found) return notFound();
    const { campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, level, weight, metrics, annualTargets, deadline, integrations } = found;
    return {
      parentKey: parentTaskId === null ? parentKey : null, parentTaskId, campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds,
      accountablePostId, level, weight, metrics, annualTargets, deadline, ...(integrations?.length && { integrations }),
    };
  }

  private async taskContent(taskId: string, caller: Caller): Promise<TaskPublished['data'] | undefined> {
    const task = await this.known(taskDecider, taskId, caller);
    if (!task || task.status === 'unpublished') return undefined;
    return { ...task.content, ...(task.integrations !== null && { integrations: task.integrations }) };
  }

  /** How the rows of the version in force stand that the new one touches. */
  async standing(id: StreamId, previous: PublishedSplit, rows: readonly SplitRow[], caller: Caller): Promise<RowStanding[]> {
    const touched = changesOf(rowsOf(previous), rows).map(({ key }) => ({ key, taskId: publicId(id.tenantId, taskIdOfRow(id.id, previous, key)) }));
    const further = await this.splitFurther(touched.map(({ taskId }) => taskId), publicId(id.tenantId, id.id), caller.tenantId);
    return inParallel(touched, WIDTH, async ({ key, taskId }) => {
      const task = await this.known(taskDecider, taskId, caller);
      return { key, hasEnded: task !== undefined && isEnd(task.status), isSplitFurther: further.has(taskId) };
    });
  }

  private async campaigns(rows: readonly SplitRow[], caller: Caller): Promise<CampaignFact[]> {
    const ids = distinct(rows.map(({ campaignId }) => campaignId));
    const found = await inParallel(ids, WIDTH, async (campaignId) => {
      const campaign = await this.known(campaignDecider, campaignId, caller);
      return campaign?.status === 'open' ? { campaignId, weights: campaign.content.weights, participantTenantIds: campaign.content.participantTenantIds } : undefined;
    });
    return found.filter((fact) => fact !== undefined);
  }

  private async parents(id: StreamId, rows: readonly SplitRow[], caller: Caller): Promise<ParentFact[]> {
    const ids = distinct(rows.map(({ parentTaskId }) => parentTaskId).filter((parent) => parent !== null));
    const split = await this.splitFurther(ids, publicId(id.tenantId, id.id), caller.tenantId);
    const found = await inParallel(ids, WIDTH, async (taskId): Promise<ParentFact | undefined> => {
      const task = await this.known(taskDecider, taskId, caller);
      if (!task || task.status === 'unpublished') return undefined;
      return { ...task.content, taskId, ownerTenantId: parsePublicId(taskId)?.tenantId ?? '', alreadySplit: split.has(taskId) };
    });
    return found.filter((fact) => fact !== undefined);
  }

  /** The state of a stream in this context, or undefined where the caller's tenant may not know of it. */
  private async known<S, C extends Command, E extends Event>(decider: Decider<S, C, E>, publicId: string, caller: Caller): Promise<S | undefined> {
    const parts = parsePublicId(publicId);
    if (!parts) return undefined;
    try {
      return (await this.repository.load(decider, { category: decider.category, ...parts }, caller)).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }

  /** Which of the tasks another split has children of. */
  private async splitFurther(taskIds: readonly string[], splitId: string, tenantId: string): Promise<ReadonlySet<string>> {
    if (taskIds.length === 0) return new Set();
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(taskBoardTable.entity, 'task').select('task.parentTaskId', 'id').distinct(true)
        .where('task.readerTenantId = :tenantId and task.parentTaskId = any(:taskIds) and task.splitId <> :splitId', { tenantId, taskIds, splitId })
        .getRawMany<{ id: string }>());
    return new Set(rows.map(({ id }) => id));
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

const versionOf = (split: Split, version: number): Split => {
  if (split.status === 'none' || split.version === version) return split;
  return split.previous === null ? { status: 'none' } : versionOf(split.previous, version);
};
