import { Injectable } from '@nestjs/common';
import { partyOn, type Contract, type ContractDocumentRow, type ContractVersion } from '@zeren/contracts-domain';
import { ReadModel } from '@zeren/read-model';
import { signatureKeyTable } from './contract.tables.js';
import { SignatureKeys, type KeyHolder } from './signature-keys.js';
import type { KnownKeys } from './verification.js';

/** More keys than an officer brings. */
const MOST_KEYS = 200;

/** The keys by which the signatures and seals of a contract may have been made. */
@Injectable()
export class KnownKeysReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly keys: SignatureKeys,
  ) {}

  /** Keys the officer brought that an office confirmed; what one signed before it was revoked stands. */
  private async ownKeys(holder: KeyHolder): Promise<readonly string[]> {
    if (!('officerId' in holder)) return [];
    const { items } = await this.readModel.find(signatureKeyTable, holder.tenantId, { where: { officerId: holder.officerId }, limit: MOST_KEYS });
    return items.filter(({ confirmedAt }) => confirmedAt !== null).map(({ publicKey }) => publicKey);
  }

  /** The keys of everybody who signed, as of `after`. */
  async of(contract: ContractDocumentRow, after: bigint | undefined): Promise<KnownKeys> {
    if (after !== undefined) await this.readModel.waitFor(signatureKeyTable, after);
    const versions = [contract, ...contract.earlier, ...(contract.proposed ? [contract.proposed] : [])];
    const holders = [...versions.flatMap(holdersOf), ...successorsIn(contract)];
    const known = await Promise.all([...new Map(holders.map((holder) => [nameOf(holder), holder]))].map(async ([name, holder]) => {
      const [held, own] = await Promise.all([this.keys.publicKeyOf(holder), this.ownKeys(holder)]);
      return [name, [...(held === undefined ? [] : [held]), ...own]] as const;
    }));
    const byName = new Map(known);
    return (holder) => byName.get(nameOf(holder)) ?? [];
  }
}

const nameOf = (holder: KeyHolder): string =>
  JSON.stringify('officerId' in holder ? [holder.tenantId, 'officer', holder.officerId] : [holder.tenantId, 'unit', holder.unitId]);

const holdersOf = ({ content, signatures }: ContractVersion): readonly KeyHolder[] =>
  signatures.flatMap(({ side, officerId }) => {
    const { tenantId, unitId } = partyOn(content, side);
    return [{ tenantId, officerId }, { tenantId, unitId }];
  });

const successorsIn = ({ content, handovers }: Contract): readonly KeyHolder[] =>
  handovers.flatMap((handover) => [content.issuer, content.responsible].map(({ tenantId }) => ({ tenantId, officerId: handover.content.successorId })));
