import { localDate } from '@zeren/organisation-domain';
import { Inject, Injectable } from '@nestjs/common';
import {
  answeringFor, genuinenessOf, heedsChanges, notGenuine, partyOn, postsOf, tenuresOf,
  type Contract, type ContractBoardRow, type ContractDocument, type ContractEvent, type ContractListed, type Genuineness, type Responsibility,
} from '@zeren/contracts-domain';
import type { EventStore } from '@zeren/event-store';
import { CLOCK, EVENT_STORE, notFound, ProblemError, ViewReader, type Clock } from '@zeren/http';
import { parsePublicId, publicId, streamName, type Caller, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { ContractFacts } from './contract-facts.js';
import type { ContractsQuery } from './contract.bodies.js';
import { contractBoardTable, contractDocumentTable } from './contract.tables.js';
import { KnownKeysReader } from './known-keys.js';
import { verifyContract } from './verification.js';

/** Contracts as one tenant sees them; a contract read whole is verified. */
@Injectable()
export class ContractReader {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly views: ViewReader,
    private readonly facts: ContractFacts,
    private readonly keys: KnownKeysReader,
  ) {}

  async list(caller: Caller, { status, unitId, parentContractId, awaitedSide, ...query }: ContractsQuery, after?: bigint): Promise<Page<ContractListed>> {
    const { tenantId } = caller;
    const responsibleUnitId = await this.facts.unitsSeen(caller, unitId);
    const where = {
      ...(status && { status }), ...(responsibleUnitId !== undefined && { responsibleUnitId }), ...(parentContractId && { parentContractId }),
      ...(awaitedSide && { awaitedSide }),
    };
    const order = awaitedSide ? ({ awaitedSince: 'asc' } as const) : ({ responsibleUnitId: 'asc' } as const);
    const { items, ...rest } = await this.views.page(contractBoardTable, tenantId, query, { where, order }, after);
    const changed = await this.changed(tenantId, items.filter(heedsChanges));
    return { ...rest, items: items.map((row) => ({ ...row, changedTerms: changed.get(row) ?? 0 })) };
  }

  /** How many terms of each contract differ from their tasks; only where a task changed after the terms were taken is it counted. */
  private async changed(tenantId: string, rows: readonly ContractBoardRow[]): Promise<ReadonlyMap<ContractBoardRow, number>> {
    const owners = [...new Set(rows.map(({ ownerTenantId }) => ownerTenantId))];
    const suspects = await Promise.all(owners.map(async (owner) => {
      const own = rows.filter(({ ownerTenantId }) => ownerTenantId === owner);
      const last = await this.facts.lastChanges(owner, own);
      return own.filter(({ splitId, responsibleUnitId, termsAsOf }) => (last.get(`${splitId} ${responsibleUnitId}`) ?? -1n) > BigInt(termsAsOf ?? -1));
    }));
    return new Map(await Promise.all(suspects.flat().map(async (row): Promise<[ContractBoardRow, number]> => {
      const { content } = await this.views.one(contractDocumentTable, tenantId, publicId(row.ownerTenantId, row.id));
      return [row, (await this.facts.changes(content, undefined)).facts.length];
    })));
  }

  /** 404 where there is none for this reader. */
  async one(caller: Caller, id: StreamId, after?: bigint): Promise<ContractDocument> {
    const document = await this.document(caller.tenantId, id, after);
    return await this.facts.isSeenBy(caller, document.content.responsible.unitId) ? document : notFound();
  }

  private async document(tenantId: string, id: StreamId, after?: bigint): Promise<ContractDocument> {
    const row = await this.views.one(contractDocumentTable, tenantId, publicId(id.tenantId, id.id), after);
    const events: ContractEvent[] = [];
    for await (const event of this.store.read(streamName(id))) events.push(event as RecordedEvent<ContractEvent>);
    const [keys, responsibilities, changes, results] = await Promise.all([
      this.keys.of(row, after), this.responsibilities(row), heedsChanges(row) ? this.facts.changes(row.content, after) : null, this.facts.progress(row.content, after),
    ]);
    return {
      ...row, verification: verifyContract(row, events, keys), responsibilities, changes: changes?.facts ?? [], tenures: tenuresOf(row, results.facts),
    };
  }

  /** What anybody may know of a paper; what does not exist is not genuine either. */
  async genuineness(id: string, version: number, fingerprint: string): Promise<Genuineness> {
    const parts = parsePublicId(id);
    if (!parts) return notGenuine;
    try {
      return genuinenessOf(await this.document(parts.tenantId, { category: 'contract', ...parts }), version, fingerprint);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) return notGenuine;
      throw error;
    }
  }

  private async responsibilities(contract: Contract): Promise<readonly Responsibility[]> {
    if (contract.inForceSince === null) return [];
    const holders = await this.facts.holders(contract.content, localDate(this.clock.now()));
    return (['signature', 'countersignature'] as const).flatMap((side) =>
      postsOf(partyOn(contract.content, side)).flatMap((postId): Responsibility[] => {
        const answeringId = answeringFor(contract, postId);
        const holderId = holders.get(postId) ?? null;
        return answeringId === undefined ? [] : [{ side, postId, answeringId, holderId, isHandoverMissing: holderId !== null && holderId !== answeringId }];
      }));
  }
}
