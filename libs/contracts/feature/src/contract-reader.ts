import { Inject, Injectable } from '@nestjs/common';
import {
  answeringFor, genuinenessOf, notGenuine, partyOn, postsOf,
  type Contract, type ContractBoardRow, type ContractDocument, type ContractEvent, type Genuineness, type Responsibility,
} from '@zeren/contracts-domain';
import type { EventStore } from '@zeren/event-store';
import { CLOCK, EVENT_STORE, ProblemError, ViewReader, type Clock } from '@zeren/http';
import { parsePublicId, publicId, streamName, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { localDate } from '@zeren/tasks-domain';
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

  list(tenantId: string, { status, unitId, parentContractId, awaitedSide, ...query }: ContractsQuery, after?: bigint): Promise<Page<ContractBoardRow>> {
    const where = {
      ...(status && { status }), ...(unitId && { responsibleUnitId: unitId }), ...(parentContractId && { parentContractId }),
      ...(awaitedSide && { awaitedSide }),
    };
    const order = awaitedSide ? ({ awaitedSince: 'asc' } as const) : ({ responsibleUnitId: 'asc' } as const);
    return this.views.page(contractBoardTable, tenantId, query, { where, order }, after);
  }

  async document(tenantId: string, id: StreamId, after?: bigint): Promise<ContractDocument> {
    const row = await this.views.one(contractDocumentTable, tenantId, publicId(id.tenantId, id.id), after);
    const events: ContractEvent[] = [];
    for await (const event of this.store.read(streamName(id))) events.push(event as RecordedEvent<ContractEvent>);
    const [keys, responsibilities] = await Promise.all([this.keys.of(row, after), this.responsibilities(row)]);
    return { ...row, verification: verifyContract(row, events, keys), responsibilities };
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
