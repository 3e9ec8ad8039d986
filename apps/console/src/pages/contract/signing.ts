import { localDate } from '@zeren/organisation-domain';
import { contractDecider, latestVersion, type Contract, type ContractCommand, type Side, type Signing } from '@zeren/contracts-domain';
import type { Caller } from '@zeren/kernel';

/** A signing by somebody who holds the post today, with a valid signature: what only the service can know is assumed. */
const specimen = (fingerprint: string, caller: Caller): Signing => ({
  fingerprint,
  holding: { postId: caller.postId, officerId: caller.actorId, validFrom: localDate(caller.now), validUntil: null },
  proof: { fingerprint, verdict: 'valid', signature: { algorithm: 'Ed25519', keyId: '', publicKey: '', value: '' } },
});

/** Runs the contract's own decision for this caller; throws the refusal. Empty where it is done already. */
export const decideOn = (contract: Contract, command: ContractCommand, caller: Caller) => contractDecider.decide(command, contract, caller);

/** A signature by this caller over the version that is up for signing. */
export const decideSigning = (contract: Contract, side: Side, caller: Caller) => decideOn(
  contract,
  { type: side === 'signature' ? 'SignContract' : 'CountersignContract', data: specimen(latestVersion(contract).fingerprint, caller) },
  caller,
);
