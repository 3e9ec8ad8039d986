import { Inject, Injectable } from '@nestjs/common';
import { signatoryOf, type ContractBoardRow, type ContractDocument, type ContractDocumentRow, type ContractEvent } from '@zeren/contracts-domain';
import type { EventStore } from '@zeren/event-store';
import { EVENT_STORE, ViewReader } from '@zeren/http';
import { publicId, streamName, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import type { ContractsQuery } from './contract.bodies.js';
import { contractBoardTable, contractDocumentTable } from './contract.tables.js';
import { SignatureKeys } from './signature-keys.js';
import { verifyContract, type KnownKeys } from './verification.js';

/** Contracts as one tenant sees them; a contract read whole is verified. */
@Injectable()
export class ContractReader {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly views: ViewReader,
    private readonly keys: SignatureKeys,
  ) {}

  list(tenantId: string, query: ContractsQuery, after?: bigint): Promise<Page<ContractBoardRow>> {
    const where = { ...(query.status && { status: query.status }), ...(query.unitId && { responsibleUnitId: query.unitId }) };
    return this.views.page(contractBoardTable, tenantId, query, { where, order: { responsibleUnitId: 'asc' } }, after);
  }

  async document(tenantId: string, id: StreamId, after?: bigint): Promise<ContractDocument> {
    const row = await this.views.one(contractDocumentTable, tenantId, publicId(id.tenantId, id.id), after);
    const events: ContractEvent[] = [];
    for await (const event of this.store.read(streamName(id))) events.push(event as RecordedEvent<ContractEvent>);
    return { ...row, verification: verifyContract(row, events, await this.keysFor(row)) };
  }

  private async keysFor({ content, signature, countersignature }: ContractDocumentRow): Promise<KnownKeys> {
    const keyOf = async (tenantId: string, officerId: string | undefined) =>
      officerId === undefined ? undefined : this.keys.publicKeyOf({ tenantId, officerId });
    const [responsible, issuer] = await Promise.all([
      keyOf(signatoryOf(content, 'signature').tenantId, signature?.officerId),
      keyOf(signatoryOf(content, 'countersignature').tenantId, countersignature?.officerId),
    ]);
    return { responsible, issuer };
  }
}
