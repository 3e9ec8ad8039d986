import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import type { RegisterFindings } from '../leadership/register-facts.js';
import { devolutionOf, devolutionProjection, isInForce } from './devolution-register.js';
import { devolutionDecider, type OfferDevolution } from './devolution.js';
import type { DevolutionOffered } from './devolution.events.js';

const text = (zh: string) => ({ zh, en: zh });
const findings: RegisterFindings = {
  units: [
    { unitId: '511900-urban-management', name: text('市城管局'), kind: 'department', superiorUnitIds: ['511900'], tenantId: '511900' },
    { unitId: '511900-water', name: text('市水务局'), kind: 'department', superiorUnitIds: ['511900'], tenantId: '511900' },
    { unitId: '511902', name: text('巴州区'), kind: 'district', superiorUnitIds: ['511900'], tenantId: '511902' },
    { unitId: '511902001', name: text('东城街道'), kind: 'town', superiorUnitIds: ['511902', '511900'], tenantId: '511902' },
    { unitId: '511903', name: text('恩阳区'), kind: 'district', superiorUnitIds: ['511900'], tenantId: '511903' },
  ],
  posts: [
    { postId: '511900-urban-management.officer', unitId: '511900-urban-management', kind: 'officer', tenantId: '511900' },
    { postId: '511902.officer', unitId: '511902', kind: 'officer', tenantId: '511902' },
  ],
};
const offered: DevolutionOffered = {
  type: 'DevolutionOffered',
  data: {
    fromUnitId: '511900-urban-management', fromTenantId: '511900', toUnitId: '511902', toTenantId: '511902', powers: [{ matterCode: null, name: text('占道经营处罚') }],
    resources: { postIds: ['511900-urban-management.officer'], money: '120000.50', vehicles: 2 }, withoutResources: null, from: '2013-04-01', until: null, document: '市政府〔2013〕6号',
  },
};
const offer = (said: Partial<OfferDevolution['data']> = {}): OfferDevolution => {
  const { fromTenantId: _, toTenantId: __, ...data } = offered.data;
  return { type: 'OfferDevolution', data: { ...data, findings, ...said } };
};
const none = { postIds: [], money: null, vehicles: 0 };
const accept = { type: 'AcceptDevolution', data: { note: '已承接' } } as const;
const accepted = { type: 'DevolutionAccepted', data: { unitId: '511902', note: '已承接' } } as const;
const decline = { type: 'DeclineDevolution', data: { reason: '人手不足' } } as const;
const declined = { type: 'DevolutionDeclined', data: { unitId: '511902', reason: '人手不足' } } as const;
const recall = { type: 'RecallDevolution', data: { until: '2013-12-31', reason: '机构改革', document: '市政府〔2013〕60号' } } as const;
const recalled = { type: 'DevolutionRecalled', data: recall.data } as const;
const receiver = { tenantId: '511902', unitId: '511902-creation-office', roles: ['district-office'] } as const;

const { given } = specify(devolutionDecider);

describe('a delegation downward', () => {
  it('powers and resources are offered by the higher unit, and shared with the lower one’s tenant', () => {
    given().when(offer()).then(offered);
    given(offered).when(offer()).then();
    given(offered).when(offer({ document: '另一号' })).thenRefused('devolution-exists');
    expect(devolutionDecider.sharedWith(given(offered).state())).toEqual(['511902']);
  });

  it('no authority goes down without resources or a stated reason', () => {
    given().when(offer({ resources: none })).thenRefused('devolution-without-resources', 'withoutResources');
    given().when(offer({ withoutResources: '仅为告知' })).thenRefused('devolution-reason-needless', 'withoutResources');
    expect(given().when(offer({ resources: none, withoutResources: '由街道现有力量承担' })).outcome()).toHaveLength(1);
  });

  it('is recorded with both sides: the lower unit takes it or says why not', () => {
    given(offered).when(accept, receiver).then(accepted);
    given(offered, accepted).when(accept, receiver).then();
    given(offered).when(decline, receiver).then(declined);
    given(offered, declined).when(accept, receiver).thenRefused('devolution-answered');
    given(offered).when({ ...decline, data: { reason: ' ' } }, receiver).thenRefused('devolution-without-reason', 'reason');
  });

  it('nobody but the receiving unit answers', () => {
    given(offered).when(accept).thenRefused('devolution-not-receiver');
    given(offered).when(accept, { tenantId: '511902', unitId: '511902001' }).thenRefused('devolution-not-receiver');
  });

  it('is taken back by the higher side alone, with a reason and a document', () => {
    given(offered, accepted).when(recall).then(recalled);
    given(offered, accepted, recalled).when(recall).then();
    given(offered, accepted).when(recall, receiver).thenRefused('devolution-not-giver');
    given(offered, accepted).when({ ...recall, data: { ...recall.data, reason: '' } }).thenRefused('devolution-without-reason', 'reason');
    given(offered, accepted).when({ ...recall, data: { ...recall.data, document: '' } }).thenRefused('devolution-without-document', 'document');
    given(offered, accepted).when({ ...recall, data: { ...recall.data, until: '2013-03-31' } }).thenRefused('devolution-dates', 'until');
    given(offered, declined).when(recall).thenRefused('devolution-ended');
    given(offered, recalled).when(accept, receiver).thenRefused('devolution-ended');
  });

  it('goes down only: from a unit or its department to whatever stands under it', () => {
    expect(given().when(offer({ toUnitId: '511902001' })).outcome()[0]?.data).toMatchObject({ toTenantId: '511902' });
    given().when(offer({ toUnitId: '511900-water' })).thenRefused('devolution-not-downward', 'toUnitId');
    given().when(offer({ fromUnitId: '511902001', toUnitId: '511902' }), { tenantId: '511902' }).thenRefused('devolution-not-downward', 'toUnitId');
    given().when(offer({ fromUnitId: '511902', toUnitId: '511902001' })).thenRefused('devolution-not-own', 'fromUnitId');
  });

  it.each([
    ['nothing to delegate', offer({ powers: [] }), 'devolution-without-powers', 'powers'],
    ['a power without a name', offer({ powers: [{ matterCode: null, name: text('') }] }), 'devolution-without-powers', 'powers[0].name'],
    ['a power over a class that the catalogue does not have', offer({ powers: [{ matterCode: 'E99-99', name: text('其他') }], matterCodes: ['E01-01'] }), 'devolution-matter-unknown', 'powers[0].matterCode'],
    ['a power named twice', offer({ powers: [...offered.data.powers, ...offered.data.powers] }), 'devolution-power-repeated', 'powers[1]'],
    ['no money at all', offer({ resources: { ...none, money: '0' } }), 'devolution-money-invalid', 'resources.money'],
    ['a post of somebody else', offer({ resources: { ...none, postIds: ['511902.officer'] } }), 'devolution-post-unknown', 'resources.postIds[0]'],
    ['a delegation to nobody', offer({ toUnitId: '' }), 'devolution-unit-required', 'toUnitId'],
    ['a unit that there is not', offer({ toUnitId: '511999' }), 'devolution-unit-unknown', 'toUnitId'],
    ['no document', offer({ document: '' }), 'devolution-without-document', 'document'],
    ['an end before its beginning', offer({ until: '2013-03-01' }), 'devolution-dates', 'until'],
    ['a day that does not exist', offer({ from: '2013-04-31' }), 'not-a-date', 'from'],
  ] as const)('refuses %s', (...[, command, code, field]) => {
    given().when(command).thenRefused(code, field);
  });
});

describe('the register of what was delegated', () => {
  const rowAfter = (...events: (typeof offered | typeof accepted | typeof recalled)[]) => {
    const [row] = specifyProjection(devolutionProjection).given(...events.map((event, revision) => recorded(event, { stream: 'devolution-511900_d', revision }))).rows();
    if (!row) throw new Error('no row');
    return row;
  };

  it('is in force from its first day once it was accepted, until the day it was taken back', () => {
    expect(isInForce(rowAfter(offered), '2013-04-01')).toBe(false);
    const taken = rowAfter(offered, accepted);
    expect([isInForce(taken, '2013-03-31'), isInForce(taken, '2013-04-01')]).toEqual([false, true]);
    const back = rowAfter(offered, accepted, recalled);
    expect([isInForce(back, '2013-12-31'), isInForce(back, '2014-01-01')]).toEqual([true, false]);
    expect(isInForce(rowAfter(offered, recalled), '2013-05-01')).toBe(false);
  });

  it('a row decides as the stream does', () => {
    expect(devolutionOf(rowAfter(offered, accepted, recalled))).toEqual(given(offered, accepted, recalled).state());
  });
});
