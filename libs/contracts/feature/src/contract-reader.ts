import { Inject, Injectable } from '@nestjs/common';
import { signatoryOf, type ContractBoardRow, type ContractDocument, type ContractDocumentRow, type ContractEvent } from '@zeren/contracts-domain';
import type { EventStore } from '@zeren/event-store';
import { EVENT_STORE, notFound } from '@zeren/http';
import { streamName, type RecordedEvent, type StreamId } from '@zeren/kernel';
import { ReadModel, type Page } from '@zeren/read-model';
import type { ContractsQuery } from './contract.bodies.js';
import { contractBoardTable, contractDocumentTable } from './contract.tables.js';
import { SignatureKeys } from './signature-keys.js';
import { verifyContract, type KnownKeys } from './verification.js';

/** Contracts as one tenant sees them; a contract read whole is verified. */
@Injectable()
export class ContractReader {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly keys: SignatureKeys,
  ) {}

  async list(tenantId: string, { limit, cursor, status, unitId }: ContractsQuery, after?: bigint): Promise<Page<ContractBoardRow>> {
    if (after !== undefined) await this.readModel.waitFor(contractBoardTable, after);
    return this.readModel.find(contractBoardTable, tenantId, {
      where: { ...(status && { status }), ...(unitId && { responsibleUnitId: unitId }) },
      order: { responsibleUnitId: 'asc' },
      limit,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
  }

  async document(tenantId: string, id: StreamId, after?: bigint): Promise<ContractDocument> {
    if (after !== undefined) await this.readModel.waitFor(contractDocumentTable, after);
    const row = await this.readModel.one(contractDocumentTable, tenantId, { ownerTenantId: id.tenantId, id: id.id });
    if (!row) return notFound();
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
