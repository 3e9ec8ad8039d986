import { specify } from '@zeren/kernel/testing';
import type { UnitRow } from '@zeren/organisation-domain';
import {
  contractDecider, draftContent, type Clause, type ContractContent, type ContractDrafted, type ContractEvent,
  type ContractProposal, type ContractSigned, type DraftFacts, type PostHolding, type Signature, type Signing,
} from './index.js';

const basis = { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号' } as const;
const reward: Clause = { code: 'R1', kind: 'reward', legalBasis: null, text: { zh: '通报表扬', en: 'Praised' } };
const veto: Clause = { code: 'V1', kind: 'veto', legalBasis: basis, text: { zh: '取消资格', en: 'Barred' } };
const content: ContractContent = {
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
const fingerprint = 'f'.repeat(64);
const signature: Signature = { algorithm: 'Ed25519', keyId: 'key', publicKey: 'pem', value: 'c2lnbmVk' };
const holding = (said: Partial<PostHolding> = {}): PostHolding =>
  ({ postId: '511922.head', officerId: '511922.leader', validFrom: '2012-01-01', validUntil: null, ...said });
const signing = (said: Partial<Signing> = {}): Signing =>
  ({ fingerprint, holding: holding(), proof: { fingerprint, signature, verdict: 'valid' }, ...said });
const responsible = { tenantId: '511922', actorId: '511922.leader', postId: '511922.head', unitId: '511922', now: '2013-02-26T16:30:00.000Z' };
const issuer = { tenantId: '511900', actorId: '511900.leader', postId: '511900.head', unitId: '511900', now: '2013-02-28T02:00:00.000Z' };
const issuing = (said: Partial<Signing> = {}) => signing({ holding: holding({ postId: '511900.head', officerId: '511900.leader' }), ...said });

const drafted: ContractDrafted = { type: 'ContractDrafted', data: { content, fingerprint } };
const signedData: ContractSigned['data'] =
  { version: 1, fingerprint, postId: '511922.head', officerId: '511922.leader', signedOn: '2013-02-27', signature };
const signed: ContractEvent = { type: 'ContractSigned', data: signedData };
const countersigned: ContractEvent =
  { type: 'ContractCountersigned', data: { ...signedData, postId: '511900.head', officerId: '511900.leader', signedOn: '2013-02-28' } };
const { given } = specify(contractDecider);

describe('a contract', () => {
  const draft = (said: Partial<ContractContent> = {}) =>
    ({ type: 'DraftContract' as const, data: { content: { ...content, ...said }, fingerprint } });

  it('is drafted once; the same draft again changes nothing, another is refused', () => {
    given().when(draft()).then(drafted);
    given(drafted).when(draft()).then();
    given(drafted).when({ ...draft(), data: { content, fingerprint: '0'.repeat(64) } }).thenRefused('contract-exists');
  });

  it('without a legal basis is refused', () => {
    given().when(draft({ legalBasis: [] })).thenRefused('contract-without-basis', 'legalBasis');
    given().when(draft({ legalBasis: [basis, { ...basis, number: ' ' }] })).thenRefused('contract-without-basis', 'legalBasis[1]');
  });

  it('with a veto clause that has no basis of its own is refused', () => {
    given().when(draft({ clauses: [reward, { ...veto, legalBasis: null }] })).thenRefused('veto-without-basis', 'clauses[1].legalBasis');
    given().when(draft({ clauses: [{ ...veto, legalBasis: { ...basis, title: '' } }] })).thenRefused('veto-without-basis', 'clauses[0].legalBasis');
  });

  it.each([
    ['a clause code used twice', { clauses: [reward, reward] }, 'clause-repeated', 'clauses[1].code'],
    ['no tasks', { terms: [] }, 'contract-without-tasks', 'splitId'],
    ['the same unit on both sides', { responsible: content.issuer }, 'parties-identical', 'responsibleUnitId'],
    ['a post of another unit', { responsible: { ...content.responsible, postId: '511923.head' } }, 'post-not-of-party', 'responsiblePostId'],
    ['a period that ends before it begins', { period: { from: '2013-01-01', until: '2012-12-31' } }, 'period-wrong', 'period'],
    ['a day that does not exist', { period: { from: '2013-02-30', until: '2013-12-31' } }, 'period-wrong', 'period'],
  ])('with %s is refused', (_, said, code, field) => {
    given().when(draft(said)).thenRefused(code, field);
  });

  it('is shared with the tenant of the responsible unit', () => {
    expect(contractDecider.sharedWith(given().state())).toEqual([]);
    expect(contractDecider.sharedWith(given(drafted).state())).toEqual(['511922']);
    const within: ContractDrafted = { ...drafted, data: { ...drafted.data, content: { ...content, responsible: { ...content.responsible, tenantId: '511900' } } } };
    expect(contractDecider.sharedWith(given(within).state())).toEqual([]);
  });
});

describe('the signature of the responsible officer', () => {
  const sign = (said: Partial<Signing> = {}) => ({ type: 'SignContract' as const, data: signing(said) });

  it('is recorded with the day in the calendar of the tenant', () => {
    given(drafted).when(sign(), responsible).then(signed);
  });

  it('given again by the same officer changes nothing, also in force', () => {
    given(drafted, signed).when(sign(), responsible).then();
    given(drafted, signed, countersigned).when(sign(), responsible).then();
  });

  it('is not given again by a successor', () => {
    given(drafted, signed).when(sign({ holding: holding({ officerId: 'b' }) }), { ...responsible, actorId: 'b' }).thenRefused('signature-exists');
  });

  it.each([
    ['the register shows no holding', null],
    ['another holds the post', holding({ officerId: 'other' })],
    ['another post is held', holding({ postId: '511922.deputy' })],
    ['the post is held only from the next day', holding({ validFrom: '2013-02-28' })],
    ['the post was left the day before', holding({ validUntil: '2013-02-26' })],
  ])('is refused where %s', (_, held) => {
    given(drafted).when(sign({ holding: held }), responsible).thenRefused('signatory-not-in-post');
  });

  it('is accepted on the first and on the last day in the post', () => {
    given(drafted).when(sign({ holding: holding({ validFrom: '2013-02-27', validUntil: '2013-02-27' }) }), responsible).then(signed);
  });

  it('is refused to another post and to another tenant', () => {
    given(drafted).when(sign(), { ...responsible, postId: '511922.deputy' }).thenRefused('not-the-signatory');
    given(drafted).when(sign(), { ...responsible, tenantId: '511900' }).thenRefused('not-the-signatory');
  });

  it('is refused over another version', () => {
    given(drafted).when(sign({ fingerprint: '0'.repeat(64) }), responsible).thenRefused('fingerprint-differs', 'fingerprint');
  });

  it('is refused where it does not verify over this version', () => {
    const proof = { fingerprint, signature, verdict: 'invalid' as const };
    given(drafted).when(sign({ proof }), responsible).thenRefused('signature-invalid');
    given(drafted).when(sign({ proof: { ...proof, verdict: 'valid', fingerprint: '0'.repeat(64) } }), responsible).thenRefused('signature-invalid');
    given(drafted).when(sign({ proof: null }), responsible).thenRefused('signature-invalid');
  });

  it('is refused where nothing is drafted', () => {
    given().when(sign(), responsible).thenRefused('contract-not-drafted');
  });
});

describe('the signature of the issuer', () => {
  const countersign = (said: Partial<Signing> = {}) => ({ type: 'CountersignContract' as const, data: issuing(said) });

  it('comes after the other and puts the contract in force', () => {
    given(drafted).when(countersign(), issuer).thenRefused('contract-not-signed');
    given(drafted, signed).when(countersign(), issuer).then(countersigned);
    expect(given(drafted, signed, countersigned).state().status).toBe('in-force');
  });

  it('given again changes nothing', () => {
    given(drafted, signed, countersigned).when(countersign(), issuer).then();
  });

  it('is refused to the responsible officer', () => {
    given(drafted, signed).when(countersign(), responsible).thenRefused('not-the-signatory');
  });
});

describe('a draft', () => {
  const unit = (unitId: string, said: Partial<UnitRow> = {}): UnitRow => ({
    readerTenantId: '511900', ownerTenantId: '511900', id: `${unitId}@1993-07-05`, unitId, code: unitId, name: { zh: unitId, en: unitId },
    kind: 'district', level: 2, parentUnitId: '511900', validFrom: '1993-07-05', validUntil: null, ...said,
  });
  const facts: DraftFacts = {
    units: [unit('511900', { kind: 'government', level: 1 }), unit('511922', { validUntil: '2012-12-31' }), unit('511922', { validFrom: '2013-01-01', name: { zh: '南江县', en: 'Nanjiang' } })],
    split: { isPublished: true },
    terms: content.terms,
    unitTenantIds: ['511922'],
  };
  const proposal: ContractProposal = {
    responsibleUnitId: '511922', responsibleTenantId: '511922', responsiblePostId: '511922.head', issuerPostId: '511900.head',
    title: content.title, splitId: content.splitId, legalBasis: content.legalBasis, clauses: content.clauses, period: content.period,
  };
  const draft = (said: Partial<ContractProposal> = {}, known: Partial<DraftFacts> = {}) =>
    draftContent({ id: '511900_abc', tenantId: '511900', day: '2013-02-25' }, { ...proposal, ...said }, { ...facts, ...known });

  it('takes the tasks of the split and the names in force on the day', () => {
    expect(draft()).toEqual({ ...content, issuer: { ...content.issuer, unitName: { zh: '511900', en: '511900' } } });
  });

  it.each([
    ['of a split that is not published', {}, { split: { isPublished: false } }, 'split-not-published', 'splitId'],
    ['for a unit that leads no task', {}, { terms: [] }, 'contract-without-tasks', 'splitId'],
    ['for a unit nobody knows', { responsibleUnitId: '511999' }, {}, 'party-unknown', 'responsibleUnitId'],
    ['by a post of a unit nobody knows', { issuerPostId: '511999.head' }, {}, 'party-unknown', 'issuerPostId'],
    ['for a village', { responsibleUnitId: '511922001001' }, { units: [...facts.units, unit('511922001001', { kind: 'village', level: 4 })] }, 'party-not-contractible', 'responsibleUnitId'],
    ['in a tenant where the unit does not work', { responsibleTenantId: '511923' }, {}, 'responsible-tenant-wrong', 'responsibleTenantId'],
  ] as const)('%s is refused', (_, said, known, code, field) => {
    const refused = expect.objectContaining({ name: 'DomainError', code, field }) as unknown;
    let refusal: unknown;
    try {
      draft(said, known);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toEqual(refused);
  });
});
