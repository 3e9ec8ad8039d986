import type { ContractDocumentRow, ContractEvent, ContractSigned, ContractVerification, Verdict } from '@zeren/contracts-domain';
import { sameData } from '@zeren/kernel';
import { canonicalBytes, fingerprintOf, isSignatureOver } from './seal.js';

/** The keys the platform holds for the signatories, PEM; undefined where it holds none. */
export type KnownKeys = { readonly responsible: string | undefined; readonly issuer: string | undefined };

/**
 * Whether what is shown is what was drafted and signed. Bytes and fingerprints are computed anew from the stored
 * events; no stored fingerprint is believed. A signature counts only by a key that the platform holds for the signatory.
 */
export const verifyContract = (
  shown: Pick<ContractDocumentRow, 'content' | 'fingerprint' | 'signature' | 'countersignature'>,
  events: readonly ContractEvent[],
  keys: KnownKeys,
): ContractVerification => {
  const drafted = events.findLast((event) => event.type === 'ContractDrafted');
  const bytes = drafted ? canonicalBytes(drafted.data.content) : Buffer.alloc(0);
  const fingerprint = fingerprintOf(bytes);
  const isContentValid = drafted?.data.fingerprint === fingerprint
    && shown.fingerprint === fingerprint
    && canonicalBytes(shown.content).equals(bytes);
  const verdictOn = (type: ContractEvent['type'], signed: ContractSigned['data'] | null, key: string | undefined): Verdict => {
    if (!signed) return 'missing';
    const isRecorded = events.some((event) => event.type === type && sameData(event.data, signed));
    const isByKnownKey = key !== undefined && signed.signature.publicKey === key;
    const isOverThis = signed.fingerprint === fingerprint && isSignatureOver(bytes, signed.signature);
    return isContentValid && isRecorded && isByKnownKey && isOverThis ? 'valid' : 'invalid';
  };
  return {
    content: isContentValid ? 'valid' : 'invalid',
    signature: verdictOn('ContractSigned', shown.signature, keys.responsible),
    countersignature: verdictOn('ContractCountersigned', shown.countersignature, keys.issuer),
  };
};
