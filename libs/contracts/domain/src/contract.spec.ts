import { specify } from '@zeren/kernel/testing';
import type { UnitRow } from '@zeren/organisation-domain';
import { contractDecider, draftContent, type ContractContent, type ContractDrafted, type ContractProposal, type DraftFacts, type Signing } from './index.js';
import {
  basis, content, countersigned, drafted, fingerprint, holding, issuer, issuing, responsible, reward, signature, signed, signing, veto,
} from './testing/contract.samples.js';

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

  it('with the same post twice for both heads, or a second head of another unit, is refused', () => {
    given().when(draft({ responsible: { ...content.responsible, secondPostId: '511922.head' } })).thenRefused('heads-identical', 'responsibleSecondPostId');
    given().when(draft({ issuer: { ...content.issuer, secondPostId: '511922.secretary' } })).thenRefused('post-not-of-party', 'issuerSecondPostId');
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
    ancestors: { [content.terms[0]?.taskId ?? '']: ['511900_split.ENV-01-01'] },
    parent: null,
  };
  const proposal: ContractProposal = {
    responsibleUnitId: '511922', responsibleTenantId: '511922', responsiblePostId: '511922.head', issuerPostId: '511900.head',
    title: content.title, splitId: content.splitId, legalBasis: content.legalBasis, clauses: content.clauses, period: content.period,
  };
  const draft = (said: Partial<ContractProposal> = {}, known: Partial<DraftFacts> = {}) =>
    draftContent({ id: '511900_abc', tenantId: '511900', day: '2013-02-25', version: 1 }, { ...proposal, ...said }, { ...facts, ...known });

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
    expect(() => draft(said, known)).toThrow(expect.objectContaining({ name: 'DomainError', code, field }) as Error);
  });

  it('names both heads of a side where both sign', () => {
    const both = draft({ issuerSecondPostId: '511900.secretary', responsibleSecondPostId: '511922.secretary' });
    expect([both.issuer, both.responsible]).toMatchObject([
      { postId: '511900.head', secondPostId: '511900.secretary' }, { postId: '511922.head', secondPostId: '511922.secretary' },
    ]);
  });
});

describe('a contract passed on from the one above', () => {
  const unit = (unitId: string, kind: UnitRow['kind'], level: number): UnitRow => ({
    readerTenantId: '511922', ownerTenantId: '511900', id: `${unitId}@1993-07-05`, unitId, code: unitId, name: { zh: unitId, en: unitId },
    kind, level, parentUnitId: null, validFrom: '1993-07-05', validUntil: null,
  });
  const [town, village] = ['511922001', '511922001001'];
  const cityTask = '511900_split.ENV-01-01~511922';
  const townTask = '511922_split.ENV-01-01~511922001';
  const facts: DraftFacts = {
    units: [unit('511922', 'district', 2), unit(town, 'town', 3), unit(village, 'village', 4)],
    split: { isPublished: true },
    terms: content.terms.map((term) => ({ ...term, taskId: townTask })),
    unitTenantIds: ['511922'],
    ancestors: { [townTask]: ['511900_split.ENV-01-01', cityTask] },
    parent: { isInForce: true, responsible: content.responsible, taskIds: [cityTask], period: content.period },
  };
  const item = { code: 'A1', unitId: village, text: { zh: '巡查', en: 'Patrols' }, funds: '1200.50', fundsSource: '镇财政2013年预算第3项' };
  const proposal: ContractProposal = {
    responsibleUnitId: town, responsibleTenantId: '511922', responsiblePostId: `${town}.head`, issuerPostId: '511922.head', title: content.title,
    splitId: '511922_split', legalBasis: content.legalBasis, clauses: content.clauses, period: { from: '2013-01-01', until: '2014-12-31' },
    parentContractId: '511900_abc',
  };
  const draft = (said: Partial<ContractProposal> = {}, known: Partial<DraftFacts> = {}) =>
    draftContent({ id: '511922_def', tenantId: '511922', day: '2013-03-25', version: 1 }, { ...proposal, ...said }, { ...facts, ...known });
  const parent = (said: Partial<NonNullable<DraftFacts['parent']>>) => ({ parent: { ...facts.parent, ...said } as DraftFacts['parent'] });

  it('names it, and its terms descend from the terms above', () => {
    expect(draft()).toMatchObject({ parentContractId: '511900_abc', terms: [{ taskId: townTask }], responsible: { unitId: town } });
  });

  it.each([
    ['that is not in force', {}, parent({ isInForce: false }), 'parent-not-in-force', 'parentContractId'],
    ['that is not to be seen', {}, { parent: null }, 'parent-not-in-force', 'parentContractId'],
    ['of another responsible unit', {}, parent({ responsible: { ...content.responsible, unitId: '511923' } }), 'parent-of-another', 'parentContractId'],
    ['with a task that does not descend from its tasks', {}, parent({ taskIds: ['511900_split.ENV-01-02~511922'] }), 'term-not-from-parent', 'parentContractId'],
    ['for longer than it', { period: { from: '2013-01-01', until: '2016-12-31' } }, {}, 'period-outside-parent', 'period'],
  ] as const)('%s is refused', (_, said, known, code, field) => {
    expect(() => draft(said, known)).toThrow(expect.objectContaining({ name: 'DomainError', code, field }) as Error);
  });

  it('ends at the town: villages and grids assist there, with funds named', () => {
    expect(draft({ assistance: [item] }).assistance).toEqual([{ ...item, unitName: { zh: village, en: village } }]);
  });

  it.each([
    ['under a contract that is not a town\'s', { responsibleUnitId: '511922', responsiblePostId: '511922.head', issuerPostId: `${town}.head`, assistance: [item] }, 'assistance-not-under-town', 'assistance'],
    ['by a unit that is no village or grid', { assistance: [{ ...item, unitId: '511922' }] }, 'assistance-unit-wrong', 'assistance[0].unitId'],
    ['without a source of funds', { assistance: [{ ...item, fundsSource: ' ' }] }, 'assistance-unfunded', 'assistance[0].funds'],
    ['with funds that are no exact amount', { assistance: [{ ...item, funds: '1e3' }] }, 'assistance-unfunded', 'assistance[0].funds'],
    ['with a code used twice', { assistance: [item, item] }, 'clause-repeated', 'assistance[1].code'],
  ] as const)('assistance %s is refused', (_, said, code, field) => {
    expect(() => draft(said)).toThrow(expect.objectContaining({ name: 'DomainError', code, field }) as Error);
  });
});
