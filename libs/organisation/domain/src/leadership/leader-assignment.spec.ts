import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { evolveRegister, emptyRegister } from '../register-state.js';
import { leadershipDecider, type AssignLeader, type EndLeaderAssignment } from './leader-assignment.js';
import type { LeaderAssigned, LeaderAssignmentEnded } from './leader-assignment.events.js';
import { leaderAssignmentProjection, nearestFirst, type LeaderAssignmentRow } from './leader-register.js';
import { postFactOf, unitFactOf, type RegisterFindings } from './register-facts.js';

const text = (zh: string) => ({ zh, en: zh });
const findings: RegisterFindings = {
  units: [
    { unitId: '511902001', name: text('东城街道'), kind: 'town', superiorUnitIds: ['511902', '511900'], tenantId: '511902' },
    { unitId: '511900-x-railway', name: text('铁路单位'), kind: 'external-party', superiorUnitIds: [], tenantId: '511900' },
  ],
  posts: [
    { postId: '511900.deputy', unitId: '511900', kind: 'deputy', tenantId: '511900' },
    { postId: '511900-health.officer', unitId: '511900-health', kind: 'officer', tenantId: '511900' },
  ],
};
type Said = AssignLeader['data'];
const area: Said['target'] = { kind: 'area', id: '511902001', name: text(''), areaUnitId: null };
const assign = (said: Partial<Said> = {}): AssignLeader => ({
  type: 'AssignLeader',
  data: { postId: '511900.deputy', target: area, duty: '背街小巷整治', from: '2013-03-01', until: null, document: '市委办〔2013〕8号', reason: '分片包保', findings, ...said },
});
const assigned: LeaderAssigned = {
  type: 'LeaderAssigned',
  data: {
    postId: '511900.deputy', unitId: '511900', target: { kind: 'area', id: '511902001', name: text('东城街道'), areaUnitId: '511902001' }, duty: '背街小巷整治',
    from: '2013-03-01', until: null, document: '市委办〔2013〕8号', reason: '分片包保', sharedWith: ['511902'],
  },
};
const end = (said: Partial<EndLeaderAssignment['data']> = {}): EndLeaderAssignment =>
  ({ type: 'EndLeaderAssignment', data: { from: '2013-03-01', until: '2013-06-30', reason: '分工调整', ...said } });
const ended: LeaderAssignmentEnded = { type: 'LeaderAssignmentEnded', data: end().data };

const { given } = specify(leadershipDecider);

describe('a leader’s assignment', () => {
  it('a leader answers for an area for a period, shared with the tenant of the area', () => {
    given().when(assign()).then(assigned);
    expect(leadershipDecider.sharedWith(given(assigned).state())).toEqual(['511902']);
  });

  it('a leader answers for an enterprise outside the tree, and for an industry chain that lies nowhere', () => {
    const enterprise = given().when(assign({ target: { ...area, kind: 'enterprise', id: '511900-x-railway' } })).outcome();
    expect(enterprise[0]?.data).toMatchObject({ target: { name: text('铁路单位'), areaUnitId: null }, sharedWith: [] });
    const chain = given().when(assign({ target: { kind: 'chain', id: 'tea', name: text('茶叶产业链'), areaUnitId: null } })).outcome();
    expect(chain[0]?.data).toMatchObject({ target: { kind: 'chain', id: 'tea', name: text('茶叶产业链') }, sharedWith: [] });
  });

  it('a leader answers for a site, whose name and area the register of sites knows', () => {
    const sites = [{ siteId: '511902_D-1', name: text('东城市场'), areaUnitId: '511902001' }];
    const site = given().when(assign({ target: { kind: 'site', id: '511902_D-1', name: text(''), areaUnitId: null }, findings: { ...findings, sites } })).outcome();
    expect(site[0]?.data).toMatchObject({ target: { name: text('东城市场'), areaUnitId: '511902001' }, sharedWith: ['511902'] });
  });

  it('said again, nothing new', () => {
    given(assigned).when(assign()).then();
  });

  it('is ended with a reason, not deleted, and may begin anew afterwards', () => {
    given(assigned).when(end()).then(ended);
    given(assigned, ended).when(end()).then();
    expect(given(assigned, ended).when(assign({ from: '2013-07-01' })).outcome()).toHaveLength(1);
    expect(given(assigned, ended).state().periods).toHaveLength(1);
  });

  it('periods of one leader for one place never overlap', () => {
    given(assigned).when(assign({ from: '2014-01-01' })).thenRefused('assignment-overlaps', 'from');
    given(assigned, ended).when(assign({ from: '2013-06-30' })).thenRefused('assignment-overlaps', 'from');
  });

  it.each([
    ['nobody’s assignment', assign({ postId: '' }), 'assignment-post-required', 'postId'],
    ['an assignment to nothing', assign({ target: { ...area, id: '' } }), 'assignment-target-required', 'target.id'],
    ['a post that the register does not have', assign({ postId: '511900.third' }), 'assignment-post-unknown', 'postId'],
    ['a post that leads nothing', assign({ postId: '511900-health.officer' }), 'assignment-post-does-not-lead', 'postId'],
    ['an area that is not there on that day', assign({ target: { ...area, id: '511999' } }), 'assignment-target-unknown', 'target.id'],
    ['an enterprise inside the tree', assign({ target: { ...area, kind: 'enterprise' } }), 'assignment-target-kind', 'target.id'],
    ['a site that is not in the register', assign({ target: { kind: 'site', id: '511902_D-2', name: text('市场'), areaUnitId: null } }), 'assignment-target-unknown', 'target.id'],
    ['a chain without a name', assign({ target: { kind: 'chain', id: 'tea', name: text(''), areaUnitId: null } }), 'assignment-target-unnamed', 'target.name'],
    ['no content', assign({ duty: ' ' }), 'assignment-without-duty', 'duty'],
    ['no document', assign({ document: '' }), 'assignment-without-document', 'document'],
    ['no reason', assign({ reason: '' }), 'assignment-without-reason', 'reason'],
    ['a day that does not exist', assign({ from: '2013-02-30' }), 'not-a-date', 'from'],
    ['an end before its beginning', assign({ until: '2013-02-28' }), 'assignment-dates', 'until'],
  ] as const)('refuses %s', (...[, command, code, field]) => {
    given().when(command).thenRefused(code, field);
  });

  it('refuses an end that was never begun, without a reason, before its beginning, or later than laid down', () => {
    given(assigned).when(end({ from: '2013-04-01' })).thenRefused('assignment-unknown', 'from');
    given(assigned).when(end({ reason: '' })).thenRefused('assignment-without-reason', 'reason');
    given(assigned).when(end({ until: '2013-02-01' })).thenRefused('assignment-dates', 'until');
    given(assigned, ended).when(end({ until: '2013-08-01' })).thenRefused('assignment-ended', 'until');
  });
});

describe('the register of leaders', () => {
  const stream = 'leadership-511900_pair';
  const rows = (...events: (LeaderAssigned | LeaderAssignmentEnded)[]) => specifyProjection(leaderAssignmentProjection)
    .given(...events.map((event, revision) => recorded(event, { stream, revision, metadata: { sharedWith: ['511902'] } }))).rows();

  it('shows each reader the period, ended where it was ended', () => {
    const shown = rows(assigned, ended);
    expect(shown.map(({ readerTenantId }) => readerTenantId)).toEqual(['511900', '511902']);
    expect(shown[1]).toMatchObject({ id: 'pair@2013-03-01', targetId: '511902001', validFrom: '2013-03-01', validUntil: '2013-06-30', endReason: '分工调整' });
  });

  it('who answers for a place: its own leader first, then those of each area above it', () => {
    const [row] = rows(assigned) as [LeaderAssignmentRow];
    const of = (targetId: string) => ({ ...row, id: targetId, targetId });
    expect(nearestFirst([of('511902'), of('511921'), of('511902001')], ['511902001', '511902', '511900']).map(({ targetId }) => targetId)).toEqual(['511902001', '511902']);
  });
});

describe('what the registers hold of a unit on a day', () => {
  const unit = (unitId: string, kind: 'government' | 'district' | 'town' | 'village', level: number, parentUnitId: string | null) =>
    ({ unitId, code: unitId, name: text(unitId), kind, level, parentUnitId, validFrom: '1993-07-05' });
  const city = [
    { type: 'RegisterOpened', data: { tenantId: '511900', kind: 'city', parentTenantId: null, levels: 5 } },
    { type: 'UnitsRegistered', data: { units: [unit('511900', 'government', 1, null), unit('511902', 'district', 2, '511900'), unit('511902001', 'town', 3, '511902')] } },
    { type: 'PostsCreated', data: { posts: [{ postId: '511902.head', unitId: '511902', name: text('区长'), kind: 'head', validFrom: '1993-07-05' }] } },
  ] as const;
  const district = [
    { type: 'RegisterOpened', data: { tenantId: '511902', kind: 'district', parentTenantId: '511900', levels: 5 } },
    { type: 'UnitsRegistered', data: { units: [unit('511902001001', 'village', 4, '511902001')] } },
  ] as const;
  const registers = [city.reduce(evolveRegister, emptyRegister), district.reduce(evolveRegister, emptyRegister)];

  it('a unit belongs to the tenant of its district, also where the city’s register holds it', () => {
    expect(unitFactOf(registers, '511902001001', '2013-03-01')).toMatchObject({ tenantId: '511902', superiorUnitIds: ['511902001', '511902', '511900'] });
    expect(unitFactOf(registers, '511902001', '2013-03-01')?.tenantId).toBe('511902');
    expect(unitFactOf(registers, '511900', '2013-03-01')?.tenantId).toBe('511900');
    expect(unitFactOf(registers, '511902', '1993-07-04')).toBeUndefined();
  });

  it('a post belongs to the tenant of its unit, from its first day on', () => {
    expect(postFactOf(registers, '511902.head', '2013-03-01')).toEqual({ postId: '511902.head', unitId: '511902', kind: 'head', tenantId: '511902' });
    expect(postFactOf(registers, '511902.head', '1993-07-04')).toBeUndefined();
  });
});
