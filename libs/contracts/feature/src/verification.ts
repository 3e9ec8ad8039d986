import {
  partyOn, postsOf, type Contract, type ContractDrafted, type ContractEvent, type ContractHandedOver, type ContractRevised,
  type ContractVerification, type ContractVersion, type GivenSignature, type Side, type SignatureVerdict, type Verdict, type VersionVerification,
} from '@zeren/contracts-domain';
import { sameData } from '@zeren/kernel';
import { canonicalBytes, fingerprintOf, isSignatureOver } from './seal.js';
import type { KeyHolder } from './signature-keys.js';

/** The keys the platform knows for an officer or for a unit's seal, PEM. */
export type KnownKeys = (holder: KeyHolder) => readonly string[];

/** What a version's canonical bytes are by the stored events, and whether the version shown is just that. */
type Ground = { readonly bytes: Buffer; readonly fingerprint: string; readonly isContentValid: boolean };

/**
 * Whether what is shown is what was drafted and signed, version by version. Bytes and fingerprints are computed anew from
 * the stored events; no stored fingerprint is believed. A signature or seal counts only by a key that the platform knows
 * for its officer or unit.
 */
export const verifyContract = (
  shown: ContractVersion & Pick<Contract, 'proposed' | 'earlier' | 'handovers'>,
  events: readonly ContractEvent[],
  keys: KnownKeys,
): ContractVerification => ({
  ...verifyVersion(shown, events, keys),
  proposed: shown.proposed && verifyVersion(shown.proposed, events, keys),
  earlier: shown.earlier.map((version) => verifyVersion(version, events, keys)),
  handovers: shown.handovers.map((handover) => verdictOnHandover(handover, shown, events, keys)),
});

const verifyVersion = (shown: ContractVersion, events: readonly ContractEvent[], keys: KnownKeys): VersionVerification => {
  const ground = groundOf(shown, events);
  const given = shown.signatures.map((signature) => verdictsOn(signature, shown, ground, { events, keys }));
  return {
    version: shown.content.version,
    content: ground.isContentValid ? 'valid' : 'invalid',
    signature: verdictOfSide('signature', shown, given),
    countersignature: verdictOfSide('countersignature', shown, given),
    given,
  };
};

const isVersion = (event: ContractEvent): event is ContractDrafted | ContractRevised => event.type === 'ContractDrafted' || event.type === 'ContractRevised';

const groundOf = ({ content, fingerprint: stated }: ContractVersion, events: readonly ContractEvent[]): Ground => {
  const stored = events.filter(isVersion).findLast(({ data }) => data.content.version === content.version);
  const bytes = stored ? canonicalBytes(stored.data.content) : Buffer.alloc(0);
  const fingerprint = fingerprintOf(bytes);
  const isContentValid = stored?.data.fingerprint === fingerprint && stated === fingerprint && canonicalBytes(content).equals(bytes);
  return { bytes, fingerprint, isContentValid };
};

const eventTypeOf = { signature: 'ContractSigned', countersignature: 'ContractCountersigned' } as const satisfies Record<Side, ContractEvent['type']>;

const verdictsOn = (
  { side, ...data }: GivenSignature, { content }: ContractVersion, { bytes, fingerprint, isContentValid }: Ground,
  { events, keys }: { events: readonly ContractEvent[]; keys: KnownKeys },
): SignatureVerdict => {
  const party = partyOn(content, side);
  const isSound = isContentValid && data.fingerprint === fingerprint && postsOf(party).includes(data.postId)
    && events.some((event) => event.type === eventTypeOf[side] && sameData(event.data, data));
  const isSignature = isSound && keys({ tenantId: party.tenantId, officerId: data.officerId }).includes(data.signature.publicKey)
    && isSignatureOver(bytes, data.signature);
  const { seal } = data;
  const isSeal = isSound && seal !== undefined && seal.unitId === party.unitId
    && keys({ tenantId: party.tenantId, unitId: party.unitId }).includes(seal.signature.publicKey) && isSignatureOver(bytes, seal.signature);
  return { side, postId: data.postId, signature: verdictOf(isSignature), seal: seal === undefined ? 'missing' : verdictOf(isSeal) };
};

const verdictOf = (isValid: boolean): Verdict => (isValid ? 'valid' : 'invalid');

const verdictOfSide = (side: Side, { content }: ContractVersion, given: readonly SignatureVerdict[]): Verdict => {
  const own = given.filter((verdict) => verdict.side === side);
  if (own.some(({ signature, seal }) => signature === 'invalid' || seal === 'invalid')) return 'invalid';
  return postsOf(partyOn(content, side)).every((postId) => own.some((verdict) => verdict.postId === postId)) ? 'valid' : 'missing';
};

const verdictOnHandover = (
  handover: ContractHandedOver['data'], { content }: ContractVersion, events: readonly ContractEvent[], keys: KnownKeys,
): Verdict => {
  const bytes = canonicalBytes(handover.content);
  const { postId, successorId: officerId } = handover.content;
  const party = postsOf(content.responsible).includes(postId) ? content.responsible : content.issuer;
  const isRecorded = events.some((event) => event.type === 'ContractHandedOver' && sameData(event.data, handover));
  const isByKnownKey = keys({ tenantId: party.tenantId, officerId }).includes(handover.signature.publicKey);
  return verdictOf(isRecorded && isByKnownKey && handover.fingerprint === fingerprintOf(bytes) && isSignatureOver(bytes, handover.signature));
};
