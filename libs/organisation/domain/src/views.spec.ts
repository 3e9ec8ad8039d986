import { recorded, specifyProjection } from '@zeren/kernel/testing';
import {
  postHoldingProjection, postProjection, tenantProjection, unitProjection, type TenantRegistered, type UnitVersion,
} from './index.js';

const bazhou: UnitVersion = {
  unitId: '511902', code: '511902', name: { zh: '巴州区', en: 'Bazhou' }, kind: 'district', level: 2, parentUnitId: '511900', validFrom: '1993-10-01',
};
const key = { readerTenantId: '511900', ownerTenantId: '511900' };
const metadata = { metadata: { sharedWith: ['511902'] } };

describe('the unit view', () => {
  const { given } = specifyProjection(unitProjection);
  const registered = recorded({ type: 'UnitsRegistered' as const, data: { units: [bazhou] } }, metadata);

  it('has one row for each reader and version', () => {
    given(registered).then(
      { ...key, id: '511902@1993-10-01', ...bazhou, validUntil: null },
      { ...key, readerTenantId: '511902', id: '511902@1993-10-01', ...bazhou, validUntil: null },
    );
  });

  it('ends a version the day before the next begins', () => {
    const unit = { ...bazhou, parentUnitId: '511999', validFrom: '2013-01-18' };
    const changed = recorded({ type: 'UnitChanged' as const, data: { unit, previousValidFrom: '1993-10-01', reason: '调整' } }, { revision: 1 });
    const rows = given(registered, changed).rows().filter(({ readerTenantId }) => readerTenantId === '511900');
    expect(rows.map(({ id, validUntil, parentUnitId }) => [id, validUntil, parentUnitId])).toEqual([
      ['511902@1993-10-01', '2013-01-17', '511900'],
      ['511902@2013-01-18', null, '511999'],
    ]);
  });

  it('ends a unit on its last day', () => {
    const data = { unitId: '511902', previousValidFrom: '1993-10-01', validUntil: '2019-12-31', reason: '撤并' };
    given(recorded({ type: 'UnitsRegistered' as const, data: { units: [bazhou] } }), recorded({ type: 'UnitDissolved' as const, data }, { revision: 1 }))
      .then({ ...key, id: '511902@1993-10-01', ...bazhou, validUntil: '2019-12-31' });
  });

  it('shows a later reader only what began while it could see', () => {
    const unit = { ...bazhou, validFrom: '2013-01-18' };
    const changed = recorded({ type: 'UnitChanged' as const, data: { unit, previousValidFrom: '1993-10-01', reason: '调整' } }, { revision: 1, metadata: { sharedWith: ['511903'] } });
    const rows = given(registered, changed).rows().filter(({ readerTenantId }) => readerTenantId === '511903');
    expect(rows.map(({ id }) => id)).toEqual(['511902@2013-01-18']);
  });
});

describe('a disclosure', () => {
  const post = { postId: '511902.head', unitId: '511902', name: { zh: '区长', en: 'Head' }, kind: 'head' as const, validFrom: '2000-01-01' };
  const disclosed = recorded({
    type: 'RegisterDisclosed' as const,
    data: {
      toTenantId: '511903',
      units: [{ ...bazhou, validUntil: null }],
      posts: [{ ...post, holdings: [{ officerId: 'a', from: '2012-01-01', until: null }] }],
    },
  }, { metadata: { sharedWith: ['511902', '511903'] } });
  const to = { readerTenantId: '511903', ownerTenantId: '511900' };

  it('shows units, posts and holders to the tenant it is meant for, and to no other', () => {
    specifyProjection(unitProjection).given(disclosed).then({ ...to, id: '511902@1993-10-01', ...bazhou, validUntil: null });
    specifyProjection(postProjection).given(disclosed)
      .then({ ...to, id: '511902.head', unitId: '511902', name: post.name, kind: 'head', validFrom: '2000-01-01' });
    specifyProjection(postHoldingProjection).given(disclosed).then(
      { ...to, id: '511902.head@2012-01-01', postId: '511902.head', unitId: '511902', officerId: 'a', validFrom: '2012-01-01', validUntil: null },
    );
  });
});

describe('the post views', () => {
  it('list each post', () => {
    const post = { postId: '511902.head', unitId: '511902', name: { zh: '区长', en: 'Head' }, kind: 'head' as const, validFrom: '2000-01-01' };
    specifyProjection(postProjection).given(recorded({ type: 'PostsCreated' as const, data: { posts: [post] } }))
      .then({ ...key, id: '511902.head', unitId: '511902', name: post.name, kind: 'head', validFrom: '2000-01-01' });
  });

  it('tell who held a post when', () => {
    const held = { postId: '511902.head', unitId: '511902', officerId: 'a', from: '2012-01-01' };
    specifyProjection(postHoldingProjection).given(
      recorded({ type: 'PostFilled' as const, data: held }),
      recorded({ type: 'PostVacated' as const, data: { ...held, until: '2013-02-28' } }, { revision: 1 }),
      recorded({ type: 'PostFilled' as const, data: { ...held, officerId: 'b', from: '2013-03-01' } }, { revision: 2 }),
    ).then(
      { ...key, id: '511902.head@2012-01-01', postId: '511902.head', unitId: '511902', officerId: 'a', validFrom: '2012-01-01', validUntil: '2013-02-28' },
      { ...key, id: '511902.head@2013-03-01', postId: '511902.head', unitId: '511902', officerId: 'b', validFrom: '2013-03-01', validUntil: null },
    );
  });
});

describe('the tenant view', () => {
  it('shows a tenant to the operator, to itself and to its city', () => {
    const data: TenantRegistered['data'] = {
      tenantId: '511922', name: { zh: '南江县', en: 'Nanjiang' }, kind: 'district', parentTenantId: '511900', levels: [], timeZone: 'Asia/Shanghai',
    };
    const rows = specifyProjection(tenantProjection)
      .given(recorded({ type: 'TenantRegistered' as const, data }, { metadata: { tenantId: 'platform', sharedWith: ['511922', '511900'] } })).rows();
    expect(rows.map(({ readerTenantId, ownerTenantId, id }) => [readerTenantId, ownerTenantId, id]))
      .toEqual([['platform', 'platform', '511922'], ['511922', 'platform', '511922'], ['511900', 'platform', '511922']]);
  });
});
