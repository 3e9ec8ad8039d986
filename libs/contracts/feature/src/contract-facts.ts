import { Injectable } from '@nestjs/common';
import {
  changesOfTerms, postsOf, unitOfPost, type BatchParty, type ContractBoardRow, type ContractContent, type ContractProposal, type DraftFacts, type InterimProgress,
  type ParentContract, type PostHolding, type ProgressOfTask, type TermChange,
} from '@zeren/contracts-domain';
import { Confinements, holdsOn, isOwn, unitsAsked } from '@zeren/organisation-domain';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import { ReadModel, ViewNotReady, type ViewTable } from '@zeren/read-model';
import {
  contractBoardTable, contractDocumentTable, contractInterimTable, contractPostHoldingTable, contractProgressTable, contractSplitTable, contractTaskTable, contractUnitTable,
} from './contract.tables.js';

/** Facts of other contexts, and the position up to which they were read. */
export type Known<Facts> = { readonly facts: Facts; readonly position: bigint };

/** More tasks than one contract could hold. */
const MOST_TERMS = 10_000;
const MOST_VERSIONS = 200;
/** More versions of units than one split names. */
const MOST_UNITS = 5_000;

const yearsOf = (terms: ContractContent['terms']) =>
  ({ where: { taskId: terms.map(({ taskId }) => taskId) }, order: { taskId: 'asc', year: 'asc' }, limit: MOST_TERMS } as const);

/** What contracts know of other contexts, from their events by projections of contracts' own. */
@Injectable()
export class ContractFacts {
  constructor(private readonly readModel: ReadModel, private readonly confinements: Confinements) {}

  /** Whether somebody may see the contract of a unit: a tenant's own officers all of them, who is kept to its own units theirs. */
  async isSeenBy(caller: Caller, unitId: string): Promise<boolean> {
    return isOwn(await this.confinements.of(caller), unitId);
  }

  /** The units whose contracts somebody may see, of the one asked for or of all; undefined where these are all of its tenant's. */
  async unitsSeen(caller: Caller, asked: string | undefined): Promise<string | readonly string[] | undefined> {
    return unitsAsked(asked, await this.confinements.of(caller));
  }

  /** Throws ViewNotReady while a published split's tasks are still coming in. */
  async forDraft(tenantId: string, proposal: ContractProposal, after: bigint | undefined): Promise<Known<DraftFacts>> {
    const position = await this.reached([contractUnitTable, contractSplitTable, contractTaskTable, contractDocumentTable], after);
    const { splitId, responsibleUnitId, issuerPostId, assistance = [], parentContractId } = proposal;
    const isPublished = await this.isPublished(tenantId, splitId);
    const [units, tasks, parent] = await Promise.all([
      this.readModel.find(contractUnitTable, tenantId, {
        where: { unitId: [responsibleUnitId, unitOfPost(issuerPostId), ...assistance.map(({ unitId }) => unitId)] }, limit: MOST_VERSIONS,
      }),
      this.readModel.find(contractTaskTable, tenantId, {
        where: { splitId, unitId: responsibleUnitId, standing: 'open' }, order: { indicatorCode: 'asc' }, limit: MOST_TERMS,
      }),
      this.parent(tenantId, parentContractId),
    ]);
    const facts = {
      units: units.items,
      split: { isPublished },
      terms: tasks.items.map(({ term }) => term),
      unitTenantIds: [...new Set(tasks.items.map(({ unitTenantId }) => unitTenantId))],
      ancestors: Object.fromEntries(tasks.items.map(({ term, ancestorTaskIds }) => [term.taskId, ancestorTaskIds])),
      parent,
    };
    return { facts, position };
  }

  /** The units that lead a task of a published split, as they are called on a day; none where it is not published. */
  async leadUnits(tenantId: string, splitId: string, day: string, after: bigint | undefined): Promise<Known<readonly BatchParty[]>> {
    const position = await this.reached([contractUnitTable, contractSplitTable, contractTaskTable], after);
    if (!(await this.isPublished(tenantId, splitId))) return { facts: [], position };
    const leads = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(contractTaskTable.entity, 'task')
        .select('task.unitId', 'unitId').addSelect('task.unitTenantId', 'tenantId').distinct(true)
        .where('task.readerTenantId = :tenantId and task.splitId = :splitId and task.standing = :standing', { tenantId, splitId, standing: 'open' })
        .orderBy('task.unitId').getRawMany<{ unitId: string; tenantId: string }>());
    const { items } = await this.readModel.find(contractUnitTable, tenantId, { where: { unitId: leads.map(({ unitId }) => unitId) }, limit: MOST_UNITS });
    const names = new Map(items.filter(({ validFrom, validUntil }) => holdsOn({ from: validFrom, until: validUntil }, day)).map(({ unitId, name }) => [unitId, name]));
    return { facts: leads.map((lead) => ({ ...lead, unitName: names.get(lead.unitId) ?? { zh: lead.unitId, en: lead.unitId } })), position };
  }

  /** The contract that a unit has for a split, where one stands; terminated and archived ones do not. */
  async standing(tenantId: string, splitId: string, unitId: string): Promise<string | undefined> {
    const { items } = await this.readModel.find(contractBoardTable, tenantId, {
      where: { ownerTenantId: tenantId, splitId, responsibleUnitId: unitId, status: ['drafted', 'signed', 'in-force', 'breached'] }, limit: 1,
    });
    return items[0] && publicId(items[0].ownerTenantId, items[0].id);
  }

  /** What was reported so far of the tasks of a contract, as the tenant that published them sees it. */
  async progress({ issuer, terms }: ContractContent, after: bigint | undefined): Promise<Known<readonly ProgressOfTask[]>> {
    const position = await this.reached([contractProgressTable], after);
    const { items } = await this.readModel.find(contractProgressTable, issuer.tenantId, yearsOf(terms));
    const facts = items.map(({ taskId, year, status, values, measuredOn }) => ({ taskId, year, status, values, measuredOn }));
    return { facts, position };
  }

  /** How far the years of those tasks had come where it was recorded: the latest entries. */
  async interim({ issuer, terms }: ContractContent, after: bigint | undefined): Promise<Known<readonly InterimProgress[]>> {
    const position = await this.reached([contractInterimTable], after);
    const { items } = await this.readModel.find(contractInterimTable, issuer.tenantId, yearsOf(terms));
    return { facts: items.map(({ taskId, year, entry, values, measuredOn }) => ({ taskId, year, entry, values, measuredOn })), position };
  }

  /** Where the tasks of a contract no longer are what its terms say. */
  async changes(content: Pick<ContractContent, 'issuer' | 'responsible' | 'splitId' | 'terms'>, after: bigint | undefined): Promise<Known<readonly TermChange[]>> {
    const position = await this.reached([contractTaskTable], after);
    const { items } = await this.readModel.find(contractTaskTable, content.issuer.tenantId, {
      where: { splitId: content.splitId, unitId: content.responsible.unitId }, order: { indicatorCode: 'asc' }, limit: MOST_TERMS,
    });
    return { facts: changesOfTerms(content, items), position };
  }

  /** The position of the last change of any task that a unit leads in a split, by `splitId` and unit in one text. */
  async lastChanges(ownerTenantId: string, contracts: readonly ContractBoardRow[]): Promise<ReadonlyMap<string, bigint>> {
    const [splitIds, unitIds] = [contracts.map(({ splitId }) => splitId), contracts.map(({ responsibleUnitId }) => responsibleUnitId)];
    const rows = await this.readModel.inTenant(ownerTenantId, (manager) =>
      manager.createQueryBuilder(contractTaskTable.entity, 'task')
        .select('task.splitId', 'splitId').addSelect('task.unitId', 'unitId').addSelect('max(task.changedAt)', 'at')
        .where('task.readerTenantId = :ownerTenantId and task.splitId in (:...splitIds) and task.unitId in (:...unitIds)', { ownerTenantId, splitIds, unitIds })
        .groupBy('task.splitId').addGroupBy('task.unitId').getRawMany<{ splitId: string; unitId: string; at: string }>());
    return new Map(rows.map(({ splitId, unitId, at }) => [`${splitId} ${unitId}`, BigInt(at)]));
  }

  /** Who holds each post of both parties on a day, by post, as each party's own register has it. */
  async holders({ issuer, responsible }: ContractContent, day: string): Promise<ReadonlyMap<string, string>> {
    const holdings = await Promise.all([responsible, issuer].map((party) =>
      this.readModel.find(contractPostHoldingTable, party.tenantId, { where: { postId: postsOf(party) }, limit: MOST_VERSIONS })));
    return new Map(holdings.flatMap(({ items }) => items)
      .filter(({ validFrom, validUntil }) => holdsOn({ from: validFrom, until: validUntil }, day))
      .map(({ postId, officerId }) => [postId, officerId]));
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

  private async parent(tenantId: string, parentContractId: string | undefined): Promise<ParentContract | null> {
    const id = parentContractId === undefined ? undefined : parsePublicId(parentContractId);
    const row = id && await this.readModel.one(contractDocumentTable, tenantId, { ownerTenantId: id.tenantId, id: id.id });
    if (!row) return null;
    const { status, content: { responsible, terms, period } } = row;
    return { isInForce: status === 'in-force', responsible, taskIds: terms.map(({ taskId }) => taskId), period };
  }

  private async isPublished(tenantId: string, splitId: string): Promise<boolean> {
    const id = parsePublicId(splitId);
    const split = id && await this.readModel.one(contractSplitTable, tenantId, { ownerTenantId: id.tenantId, id: id.id });
    if (!split) return false;
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
