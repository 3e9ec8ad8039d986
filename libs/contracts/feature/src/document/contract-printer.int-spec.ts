import { writeFileSync } from 'node:fs';
import type { ContractDocument, ContractEvent, ContractSigned } from '@zeren/contracts-domain';
import { canonicalBytes, fingerprintOf, newSigningKey, signBytes } from '../seal.js';
import { aContract } from '../testing/contract.sample.js';
import { verifyContract } from '../verification.js';
import { ContractPrinter } from './contract-printer.js';

const [term] = aContract.terms;
const content = {
  ...aContract,
  responsible: { ...aContract.responsible, secondPostId: '511922.secretary' },
  terms: Array.from({ length: 302 }, (_, index) => ({ ...term, taskId: `511900_split.CIV-${index}~511922`, indicatorCode: `CIV-${index}` }) as NonNullable<typeof term>),
  clauses: [...aContract.clauses, { code: 'V1', kind: 'veto' as const, legalBasis: aContract.legalBasis[0] ?? null, text: { zh: '取消评先资格', en: 'Barred from awards' } }],
};
const bytes = canonicalBytes(content);
const fingerprint = fingerprintOf(bytes);
const [key, seal] = [newSigningKey(), newSigningKey()];
const signed = (postId: string): ContractSigned['data'] => ({
  version: 1, fingerprint, postId, officerId: postId.replace(/\..*/, '.leader'), signedOn: '2013-02-27', signature: signBytes(bytes, key),
  seal: { unitId: postId.replace(/\..*/, ''), signature: signBytes(bytes, seal) },
});
const events: readonly ContractEvent[] = [
  { type: 'ContractDrafted', data: { content, fingerprint } }, { type: 'ContractSigned', data: signed('511922.head') },
  { type: 'ContractSigned', data: signed('511922.secretary') }, { type: 'ContractCountersigned', data: signed('511900.head') },
];
const row = {
  readerTenantId: '511900', ownerTenantId: '511900', id: 'abc', status: 'in-force', content, fingerprint, reason: null, inForceSince: '2013-02-27',
  signatures: [
    { ...signed('511922.head'), side: 'signature' }, { ...signed('511922.secretary'), side: 'signature' }, { ...signed('511900.head'), side: 'countersignature' },
  ],
  proposed: null, earlier: [], negotiations: [], reminders: [], handovers: [], settlements: [], breach: null, termination: null, archive: null, revision: 3,
} as const;
const known = (holder: object) => ['officerId' in holder ? key.publicKey : seal.publicKey];
const contract: ContractDocument = { ...row, verification: verifyContract(row, events, known), responsibilities: [], changes: [], tenures: [] };

describe('a printed contract', () => {
  const printer = new ContractPrinter();
  let document: Buffer;
  const text = () => document.toString('latin1');

  beforeAll(async () => {
    document = await printer.print(contract, undefined, 'https://zeren.example');
    if (process.env['ZEREN_KEEP_PDF']) writeFileSync(process.env['ZEREN_KEEP_PDF'], document);
  }, 60_000);
  afterAll(() => printer.onModuleDestroy());

  it('is PDF on A4 with the used glyphs of its fonts embedded, not the fonts whole', () => {
    expect(text().startsWith('%PDF-')).toBe(true);
    expect(text()).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(text().match(/\/FontFile2/g)).toHaveLength(2);
    expect(document.length).toBeLessThan(600_000);
  });

  it('is of the version that is asked for, and of no other', async () => {
    await expect(printer.print(contract, 2, 'https://zeren.example')).rejects.toMatchObject({ status: 404 });
  });
});
