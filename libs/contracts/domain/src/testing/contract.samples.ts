import type {
  Clause, ContractContent, ContractDrafted, ContractEvent, ContractSigned, PostHolding, Signature, Signing,
} from '../index.js';

export const basis = { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号' } as const;
export const reward: Clause = { code: 'R1', kind: 'reward', legalBasis: null, text: { zh: '通报表扬', en: 'Praised' } };
export const veto: Clause = { code: 'V1', kind: 'veto', legalBasis: basis, text: { zh: '取消资格', en: 'Barred' } };
export const content: ContractContent = {
  contractId: '511900_abc',
  version: 1,
  title: { zh: '责任状', en: 'Contract' },
  issuer: { tenantId: '511900', unitId: '511900', unitName: { zh: '巴中市', en: 'Bazhong' }, postId: '511900.head' },
  responsible: { tenantId: '511922', unitId: '511922', unitName: { zh: '南江县', en: 'Nanjiang' }, postId: '511922.head' },
  legalBasis: [basis],
  splitId: '511900_split',
  terms: [{
    taskId: '511900_split.ENV-01-01~511922', campaignId: '511900_env', indicatorCode: 'ENV-01-01', name: { zh: '空气', en: 'Air' },
    weight: '20', deadline: '2015-12-31T15:59:59.999Z',
    targets: [{ metric: 'days', unit: '天', direction: 'at-least', annual: [{ year: 2013, value: '310' }] }],
  }],
  clauses: [reward, veto],
  period: { from: '2013-01-01', until: '2015-12-31' },
};
export const fingerprint = 'f'.repeat(64);
export const signature: Signature = { algorithm: 'Ed25519', keyId: 'key', publicKey: 'pem', value: 'c2lnbmVk' };
export const holding = (said: Partial<PostHolding> = {}): PostHolding =>
  ({ postId: '511922.head', officerId: '511922.leader', validFrom: '2012-01-01', validUntil: null, ...said });
export const signing = (said: Partial<Signing> = {}): Signing =>
  ({ fingerprint, holding: holding(), proof: { fingerprint, signature, verdict: 'valid' }, ...said });
export const responsible = { tenantId: '511922', actorId: '511922.leader', postId: '511922.head', unitId: '511922', now: '2013-02-26T16:30:00.000Z' };
export const issuer = { tenantId: '511900', actorId: '511900.leader', postId: '511900.head', unitId: '511900', now: '2013-02-28T02:00:00.000Z' };
/** A signing by the issuer's head. */
export const issuing = (said: Partial<Signing> = {}) => signing({ holding: holding({ postId: '511900.head', officerId: '511900.leader' }), ...said });

export const drafted: ContractDrafted = { type: 'ContractDrafted', data: { content, fingerprint } };
export const signedData: ContractSigned['data'] =
  { version: 1, fingerprint, postId: '511922.head', officerId: '511922.leader', signedOn: '2013-02-27', signature };
export const signed: ContractEvent = { type: 'ContractSigned', data: signedData };
export const countersigned: ContractEvent =
  { type: 'ContractCountersigned', data: { ...signedData, postId: '511900.head', officerId: '511900.leader', signedOn: '2013-02-28' } };
