import type { ContractContent, ContractEvent, ContractSigned } from '@zeren/contracts-domain';
import { canonicalBytes, fingerprintOf, newSigningKey, signBytes, type SigningKey } from './seal.js';
import { aContract } from './testing/contract.sample.js';
import { verifyContract } from './verification.js';

const bytes = canonicalBytes(aContract);
const fingerprint = fingerprintOf(bytes);
const [responsibleKey, issuerKey] = [newSigningKey(), newSigningKey()];
const keys = { responsible: responsibleKey.publicKey, issuer: issuerKey.publicKey };
const signedBy = (key: SigningKey, postId: string, over = bytes): ContractSigned['data'] => ({
  version: 1, fingerprint: fingerprintOf(over), postId, officerId: postId.replace('.head', '.leader'), signedOn: '2013-02-27', signature: signBytes(over, key),
});
const signature = signedBy(responsibleKey, '511922.head');
const countersignature = signedBy(issuerKey, '511900.head');
const events: readonly ContractEvent[] = [
  { type: 'ContractDrafted', data: { content: aContract, fingerprint } },
  { type: 'ContractSigned', data: signature },
  { type: 'ContractCountersigned', data: countersignature },
];
const shown = { content: aContract, fingerprint, signature, countersignature };
const softened: ContractContent = { ...aContract, terms: aContract.terms.map((term) => ({ ...term, weight: '2' })) };
const replaced = (at: number, event: ContractEvent): ContractEvent[] => events.map((known, index) => (index === at ? event : known));
const allInvalid = { content: 'invalid', signature: 'invalid', countersignature: 'invalid' };

describe('a contract verifies', () => {
  it('where content and both signatures are as they were given', () => {
    expect(verifyContract(shown, events, keys)).toEqual({ content: 'valid', signature: 'valid', countersignature: 'valid' });
  });

  it('as missing what is not signed yet', () => {
    expect(verifyContract({ ...shown, signature: null, countersignature: null }, events.slice(0, 1), keys))
      .toEqual({ content: 'valid', signature: 'missing', countersignature: 'missing' });
  });
});

describe('a contract does not verify', () => {
  it('where the stored content was altered', () => {
    const altered = replaced(0, { type: 'ContractDrafted', data: { content: softened, fingerprint } });
    expect(verifyContract({ ...shown, content: softened }, altered, keys)).toEqual(allInvalid);
  });

  it('where the stored content was altered and its fingerprint with it', () => {
    const forged = fingerprintOf(canonicalBytes(softened));
    const altered = replaced(0, { type: 'ContractDrafted', data: { content: softened, fingerprint: forged } });
    expect(verifyContract({ ...shown, content: softened, fingerprint: forged }, altered, keys))
      .toEqual({ content: 'valid', signature: 'invalid', countersignature: 'invalid' });
  });

  it('where content, fingerprint and a signature by a key of the forger were all replaced', () => {
    const forger = newSigningKey();
    const over = canonicalBytes(softened);
    const forgedSignature = signedBy(forger, '511922.head', over);
    const forgedEvents: ContractEvent[] = [
      { type: 'ContractDrafted', data: { content: softened, fingerprint: fingerprintOf(over) } },
      { type: 'ContractSigned', data: forgedSignature },
    ];
    const forgedShown = { content: softened, fingerprint: fingerprintOf(over), signature: forgedSignature, countersignature: null };
    expect(verifyContract(forgedShown, forgedEvents, keys)).toEqual({ content: 'valid', signature: 'invalid', countersignature: 'missing' });
  });

  it('where what is shown is not what is stored', () => {
    expect(verifyContract({ ...shown, content: softened }, events, keys)).toEqual(allInvalid);
    expect(verifyContract({ ...shown, signature: { ...signature, signedOn: '2013-01-01' } }, events, keys).signature).toBe('invalid');
    expect(verifyContract(shown, events.slice(0, 2), keys).countersignature).toBe('invalid');
  });

  it('by a key the platform does not hold for the signatory', () => {
    expect(verifyContract(shown, events, { ...keys, issuer: undefined }))
      .toEqual({ content: 'valid', signature: 'valid', countersignature: 'invalid' });
    expect(verifyContract(shown, events, { responsible: keys.issuer, issuer: keys.responsible }))
      .toEqual({ content: 'valid', signature: 'invalid', countersignature: 'invalid' });
  });

  it('where nothing was ever drafted', () => {
    expect(verifyContract(shown, [], keys)).toEqual(allInvalid);
  });
});
