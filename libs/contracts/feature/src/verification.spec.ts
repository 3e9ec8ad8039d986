import type { ContractContent, ContractDrafted, ContractEvent, ContractHandedOver, ContractSigned, GivenSignature, HandoverContent } from '@zeren/contracts-domain';
import { canonicalBytes, fingerprintOf, newSigningKey, signBytes, type SigningKey } from './seal.js';
import { aContract } from './testing/contract.sample.js';
import { verifyContract, type KnownKeys } from './verification.js';

const bytes = canonicalBytes(aContract);
const fingerprint = fingerprintOf(bytes);
const [responsibleKey, issuerKey, sealKey, successorKey] = [newSigningKey(), newSigningKey(), newSigningKey(), newSigningKey()];
const known: Readonly<Record<string, string>> = {
  '511922.leader': responsibleKey.publicKey, '511900.leader': issuerKey.publicKey, '511922.successor': successorKey.publicKey, 511922: sealKey.publicKey,
};
const keysIn = (of: Readonly<Record<string, string | undefined>>): KnownKeys => (holder) => {
  const key = of['officerId' in holder ? holder.officerId : holder.unitId];
  return key === undefined ? [] : [key];
};
const keys = keysIn(known);
const signedBy = (key: SigningKey, postId: string, over = bytes): ContractSigned['data'] => ({
  version: 1, fingerprint: fingerprintOf(over), postId, officerId: postId.replace('.head', '.leader'), signedOn: '2013-02-27', signature: signBytes(over, key),
});
const signature = { ...signedBy(responsibleKey, '511922.head'), seal: { unitId: '511922', signature: signBytes(bytes, sealKey) } };
const countersignature = signedBy(issuerKey, '511900.head');
const drafted: ContractDrafted = { type: 'ContractDrafted', data: { content: aContract, fingerprint } };
const events: readonly ContractEvent[] = [
  drafted, { type: 'ContractSigned', data: signature }, { type: 'ContractCountersigned', data: countersignature },
];
const onSide = (data: ContractSigned['data'], side: GivenSignature['side']): GivenSignature => ({ ...data, side });
const given = [onSide(signature, 'signature'), onSide(countersignature, 'countersignature')];
const shown = { content: aContract, fingerprint, reason: null, signatures: given, proposed: null, earlier: [], handovers: [] };
const softened: ContractContent = { ...aContract, terms: aContract.terms.map((term) => ({ ...term, weight: '2' })) };
const replaced = (at: number, event: ContractEvent): ContractEvent[] => events.map((each, index) => (index === at ? event : each));
const sides = (of: Parameters<typeof verifyContract>[0], stored: readonly ContractEvent[], knownKeys: KnownKeys) => {
  const { content, signature: own, countersignature: other } = verifyContract(of, stored, knownKeys);
  return { content, signature: own, countersignature: other };
};
const allInvalid = { content: 'invalid', signature: 'invalid', countersignature: 'invalid' };

describe('a contract verifies', () => {
  it('where content and both signatures are as they were given', () => {
    expect(sides(shown, events, keys)).toEqual({ content: 'valid', signature: 'valid', countersignature: 'valid' });
  });

  it('as missing what is not signed yet', () => {
    expect(sides({ ...shown, signatures: [] }, events.slice(0, 1), keys))
      .toEqual({ content: 'valid', signature: 'missing', countersignature: 'missing' });
  });
});

describe('a contract does not verify', () => {
  it('where the stored content was altered', () => {
    const altered = replaced(0, { type: 'ContractDrafted', data: { content: softened, fingerprint } });
    expect(sides({ ...shown, content: softened }, altered, keys)).toEqual(allInvalid);
  });

  it('where the stored content was altered and its fingerprint with it', () => {
    const forged = fingerprintOf(canonicalBytes(softened));
    const altered = replaced(0, { type: 'ContractDrafted', data: { content: softened, fingerprint: forged } });
    expect(sides({ ...shown, content: softened, fingerprint: forged }, altered, keys))
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
    const forgedShown = { ...shown, content: softened, fingerprint: fingerprintOf(over), signatures: [onSide(forgedSignature, 'signature')] };
    expect(sides(forgedShown, forgedEvents, keys)).toEqual({ content: 'valid', signature: 'invalid', countersignature: 'missing' });
  });

  it('where what is shown is not what is stored', () => {
    expect(sides({ ...shown, content: softened }, events, keys)).toEqual(allInvalid);
    expect(sides({ ...shown, signatures: [onSide({ ...signature, signedOn: '2013-01-01' }, 'signature')] }, events, keys).signature).toBe('invalid');
    expect(sides(shown, events.slice(0, 2), keys).countersignature).toBe('invalid');
  });

  it('by a key the platform does not hold for the signatory', () => {
    expect(sides(shown, events, keysIn({ ...known, '511900.leader': undefined })))
      .toEqual({ content: 'valid', signature: 'valid', countersignature: 'invalid' });
    expect(sides(shown, events, keysIn({ ...known, '511922.leader': known['511900.leader'], '511900.leader': known['511922.leader'] })))
      .toEqual({ content: 'valid', signature: 'invalid', countersignature: 'invalid' });
  });

  it('where nothing was ever drafted', () => {
    expect(sides(shown, [], keys)).toEqual(allInvalid);
  });
});

describe('a seal', () => {
  const verdictOf = (seal: ContractSigned['data']['seal'], knownKeys = keys) => {
    const sealed: ContractSigned['data'] = { ...signedBy(responsibleKey, '511922.head'), ...(seal && { seal }) };
    const stored = replaced(1, { type: 'ContractSigned', data: sealed });
    return verifyContract({ ...shown, signatures: [onSide(sealed, 'signature')] }, stored, knownKeys).given[0]?.seal;
  };

  it('is verified like a signature: by the key of that unit, over the same bytes', () => {
    expect(verdictOf(signature.seal)).toBe('valid');
    expect(verdictOf({ unitId: '511900', signature: signBytes(bytes, sealKey) })).toBe('invalid');
    expect(verdictOf({ unitId: '511922', signature: signBytes(canonicalBytes(softened), sealKey) })).toBe('invalid');
    expect(verdictOf(signature.seal, keysIn({ ...known, 511922: issuerKey.publicKey }))).toBe('invalid');
  });

  it('that was never applied is missing, and that is no fault of the signature', () => {
    expect(verdictOf(undefined)).toBe('missing');
    expect(sides(shown, events, keys).countersignature).toBe('valid');
  });
});

describe('every version', () => {
  const second: ContractContent = { ...softened, version: 2 };
  const over = canonicalBytes(second);
  const revised: ContractEvent = { type: 'ContractRevised', data: { content: second, fingerprint: fingerprintOf(over), reason: '调整', revisedOn: '2013-03-05' } };
  const proposed = { content: second, fingerprint: fingerprintOf(over), reason: '调整', signatures: [] };

  it('is verified for itself: a new one that is not signed yet beside the one in force', () => {
    expect(verifyContract({ ...shown, proposed }, [...events, revised], keys)).toMatchObject({
      content: 'valid', countersignature: 'valid', proposed: { version: 2, content: 'valid', signature: 'missing', countersignature: 'missing' },
    });
  });

  it('that was replaced keeps its verdicts', () => {
    const later = { ...signedBy(responsibleKey, '511922.head', over), version: 2 };
    const stored: readonly ContractEvent[] = [...events, revised, { type: 'ContractSigned', data: later }];
    const now = { ...shown, ...proposed, signatures: [onSide(later, 'signature')], earlier: [{ content: aContract, fingerprint, reason: null, signatures: given }] };
    expect(verifyContract(now, stored, keys)).toMatchObject({ version: 2, signature: 'valid', earlier: [{ version: 1, signature: 'valid', countersignature: 'valid' }] });
  });
});

describe('a handover', () => {
  const content: HandoverContent = {
    contractId: aContract.contractId, version: 1, postId: '511922.head', predecessorId: '511922.leader', successorId: '511922.successor',
    handedOverOn: '2014-06-01', factsPosition: '7', progress: [],
  };
  const over = canonicalBytes(content);
  const handover: ContractHandedOver['data'] = { content, fingerprint: fingerprintOf(over), signature: signBytes(over, successorKey) };
  const stored: readonly ContractEvent[] = [...events, { type: 'ContractHandedOver', data: handover }];

  it('verifies by the key of the successor, and not once its progress is altered', () => {
    expect(verifyContract({ ...shown, handovers: [handover] }, stored, keys).handovers).toEqual(['valid']);
    const altered = { ...handover, content: { ...content, handedOverOn: '2013-06-01' } };
    expect(verifyContract({ ...shown, handovers: [altered] }, stored, keys).handovers).toEqual(['invalid']);
    expect(verifyContract({ ...shown, handovers: [handover] }, stored, keysIn({})).handovers).toEqual(['invalid']);
  });
});
