import { Injectable } from '@nestjs/common';
import { unitOfPost, type ContractProposal, type DraftFacts, type PostHolding } from '@zeren/contracts-domain';
import { holdsOn } from '@zeren/organisation-domain';
import { parsePublicId } from '@zeren/kernel';
import { ReadModel, ViewNotReady, type ViewTable } from '@zeren/read-model';
import { contractPostHoldingTable, contractSplitTable, contractTaskTable, contractUnitTable } from './contract.tables.js';

/** Facts of other contexts, and the position up to which they were read. */
export type Known<Facts> = { readonly facts: Facts; readonly position: bigint };

/** More tasks than one contract could hold. */
const MOST_TERMS = 10_000;
const MOST_VERSIONS = 200;

/** What contracts know of other contexts, from their events by projections of contracts' own. */
@Injectable()
export class ContractFacts {
  constructor(private readonly readModel: ReadModel) {}

  /** Throws ViewNotReady while a published split's tasks are still coming in. */
  async forDraft(tenantId: string, proposal: ContractProposal, after: bigint | undefined): Promise<Known<DraftFacts>> {
    const position = await this.reached([contractUnitTable, contractSplitTable, contractTaskTable], after);
    const { splitId, responsibleUnitId, issuerPostId } = proposal;
    const isPublished = await this.isPublished(tenantId, splitId);
    const [units, tasks] = await Promise.all([
      this.readModel.find(contractUnitTable, tenantId, {
        where: { unitId: [responsibleUnitId, unitOfPost(issuerPostId)] }, limit: MOST_VERSIONS,
      }),
      this.readModel.find(contractTaskTable, tenantId, {
        where: { splitId, unitId: responsibleUnitId }, order: { indicatorCode: 'asc' }, limit: MOST_TERMS,
      }),
    ]);
    const facts = {
      units: units.items,
      split: { isPublished },
      terms: tasks.items.map(({ term }) => term),
      unitTenantIds: [...new Set(tasks.items.map(({ unitTenantId }) => unitTenantId))],
    };
    return { facts, position };
  }

  /** An officer's time in a post: the one that holds on the day, else null. */
  async holding(
    tenantId: string, officer: { readonly postId: string; readonly officerId: string; readonly day: string }, after: bigint | undefined,
  ): Promise<Known<PostHolding | null>> {
    const position = await this.reached([contractPostHoldingTable], after);
    const { postId, officerId, day } = officer;
    const { items } = await this.readModel.find(contractPostHoldingTable, tenantId, { where: { postId, officerId }, limit: MOST_VERSIONS });
    const holding = items.find(({ validFrom, validUntil }) => holdsOn({ from: validFrom, until: validUntil }, day));
    if (!holding) return { facts: null, position };
    const { validFrom, validUntil } = holding;
    return { facts: { postId, officerId, validFrom, validUntil }, position };
  }

  private async isPublished(tenantId: string, splitId: string): Promise<boolean> {
    const id = parsePublicId(splitId);
    const split = id && await this.readModel.one(contractSplitTable, tenantId, { ownerTenantId: id.tenantId, id: id.id });
    if (split?.status !== 'published') return false;
    const tasks = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(contractTaskTable.entity, 'task')
        .where('task.readerTenantId = :tenantId and task.splitId = :splitId', { tenantId, splitId }).getCount());
    if (tasks < split.rows) throw new ViewNotReady(contractTaskTable.name, await this.readModel.positionOf(contractTaskTable));
    return true;
  }

  /** The position that all of the views have reached before anything is read of them. */
  private async reached(tables: readonly ViewTable[], after: bigint | undefined): Promise<bigint> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
    const positions = await Promise.all(tables.map((table) => this.readModel.positionOf(table)));
    return positions.reduce((least, position) => (position < least ? position : least));
  }
}
