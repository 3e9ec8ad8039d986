import { contractDecider, type ContractDocumentRow, type ContractState, type Side, type Signing } from '@zeren/contracts-domain';
import type { Caller } from '@zeren/kernel';
import { localDate } from '@zeren/tasks-domain';

/** The state of the contract behind a row. */
export const stateOf = ({ status, content, fingerprint, signature, countersignature }: ContractDocumentRow): ContractState => {
  if (signature === null) return { status: 'drafted', content, fingerprint };
  if (countersignature === null || status !== 'in-force') return { status: 'signed', content, fingerprint, signature };
  return { status, content, fingerprint, signature, countersignature };
};

/** A signing by somebody who holds the post today, with a valid signature: what only the service can know is assumed. */
const specimen = (fingerprint: string, caller: Caller): Signing => ({
  fingerprint,
  holding: { postId: caller.postId, officerId: caller.actorId, validFrom: localDate(caller.now), validUntil: null },
  proof: { fingerprint, verdict: 'valid', signature: { algorithm: 'Ed25519', keyId: '', publicKey: '', value: '' } },
});

/** Runs the contract's own decision on a signature by this caller; throws the refusal. Empty where it is signed already. */
export const decideSigning = (row: ContractDocumentRow, side: Side, caller: Caller) =>
  contractDecider.decide(
    { type: side === 'signature' ? 'SignContract' : 'CountersignContract', data: specimen(row.fingerprint, caller) },
    stateOf(row),
    caller,
  );
