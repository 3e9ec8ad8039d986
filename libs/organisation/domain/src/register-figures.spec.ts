import { registerFigures, type Post, type RegisterEvent, type UnitVersion } from './index.js';

const name = { zh: '名', en: 'Name' };
const unit: UnitVersion = { unitId: '511902', code: '511902', name, kind: 'district', level: 2, parentUnitId: '511900', validFrom: '1993-07-05' };
const post: Post = { postId: '511902.head', unitId: '511902', name, kind: 'head', validFrom: '1993-07-05' };
const held = { postId: post.postId, unitId: '511902', officerId: 'a', from: '2012-01-01' };

describe('a register in figures', () => {
  it('counts units, posts, holders and reorganisations as they come and go', () => {
    const history: RegisterEvent[] = [
      { type: 'RegisterOpened', data: { tenantId: '511900', kind: 'city', parentTenantId: null, levels: 5 } },
      { type: 'UnitsRegistered', data: { units: [unit, { ...unit, unitId: '511903' }] } },
      { type: 'RegisterDisclosed', data: { toTenantId: '511903', units: [{ ...unit, validUntil: null }], posts: [] } },
      { type: 'PostsCreated', data: { posts: [post] } },
      { type: 'PostFilled', data: held },
      { type: 'UnitChanged', data: { unit: { ...unit, validFrom: '2013-01-18' }, previousValidFrom: '1993-07-05', reason: '调整' } },
      { type: 'PostVacated', data: { ...held, until: '2013-02-28' } },
      { type: 'UnitDissolved', data: { unitId: '511903', previousValidFrom: '1993-07-05', validUntil: '2019-12-31', reason: '撤并' } },
    ];
    const states = history.reduce((all, event) => [...all, registerFigures.evolve(all.at(-1) ?? registerFigures.initialState, event)], [registerFigures.initialState]);
    expect(states.map(({ units, posts, heldPosts, reorganisations }) => [units, posts, heldPosts, reorganisations])).toEqual([
      [0, 0, 0, 0], [0, 0, 0, 0], [2, 0, 0, 0], [2, 0, 0, 0], [2, 1, 0, 0], [2, 1, 1, 0], [2, 1, 1, 1], [2, 1, 0, 1], [1, 1, 0, 1],
    ]);
    expect(states.at(-1)?.tenantId).toBe('511900');
  });
});
