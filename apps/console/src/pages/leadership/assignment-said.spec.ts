import type { Caller } from '@zeren/kernel';
import { leadershipDecider } from '@zeren/organisation-domain';
import { bodyOf, commandOf, kindIn } from './assignment-said.js';

const caller: Caller = { tenantId: '511900', actorId: '511900.city-office', postId: '', unitId: '511900', roles: ['city-office'], now: '2013-03-01T02:00:00.000Z' };
const said = { postId: '511900.head', duty: '包保整治', from: '2013-03-01', document: '巴府发〔2013〕1号', reason: '创建需要' };
const decided = (more: Readonly<Record<string, string>>) => () => leadershipDecider.decide(commandOf({ ...said, ...more }), leadershipDecider.initialState, caller);

describe('what the form of an assignment says', () => {
  it('is the site that was found by its name, and refused while none is', () => {
    expect(bodyOf({ ...said, kind: 'site', site: '511900_BZ-0001', place: '511902' }).target).toMatchObject({ kind: 'site', id: '511900_BZ-0001', areaUnitId: null });
    expect(decided({ kind: 'site', site: '511900_BZ-0001' })).not.toThrow();
    expect(decided({ kind: 'site', place: '511902' })).toThrow('assignment-target-required');
  });

  it('is a chain by its code and name, in an area where one is said; an area or an enterprise by its unit', () => {
    expect(bodyOf({ ...said, kind: 'chain', place: '511902', code: ' C-1 ', zh: '文旅' }).target).toEqual({ kind: 'chain', id: 'C-1', name: { zh: '文旅', en: '文旅' }, areaUnitId: '511902' });
    expect(bodyOf({ ...said, kind: 'enterprise', place: '211100-x-liaohe-oilfield' }).target).toMatchObject({ id: '211100-x-liaohe-oilfield', areaUnitId: null });
    expect([kindIn({}), kindIn({ kind: 'site' })]).toEqual(['area', 'site']);
  });
});
