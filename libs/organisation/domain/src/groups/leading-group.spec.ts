import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import type { RegisterFindings } from '../leadership/register-facts.js';
import { leadingGroupOf, leadingGroupProjection } from './group-register.js';
import { leadingGroupDecider, type AppointGroupMember, type FormGroupBody, type FoundLeadingGroup } from './leading-group.js';
import type { GroupBodyFormed, GroupMemberAppointed, LeadingGroupFounded } from './leading-group.events.js';

const text = (zh: string) => ({ zh, en: zh });
const findings: RegisterFindings = {
  units: [{ unitId: '511900-creation-office', name: text('市创城办'), kind: 'office', superiorUnitIds: ['511900'], tenantId: '511900' }],
  posts: [
    { postId: '511900.head', unitId: '511900', kind: 'head', tenantId: '511900' },
    { postId: '511900.deputy', unitId: '511900', kind: 'deputy', tenantId: '511900' },
    { postId: '511902.head', unitId: '511902', kind: 'head', tenantId: '511902' },
    { postId: '511903.head', unitId: '511903', kind: 'head', tenantId: '511903' },
  ],
};
const founded: LeadingGroupFounded = {
  type: 'LeadingGroupFounded', data: { name: text('五创联动领导小组'), purpose: '统筹五项创建', document: '市委〔2013〕1号', foundedOn: '2013-01-04', sharedWith: ['511902'] },
};
const found = (said: Partial<FoundLeadingGroup['data']> = {}): FoundLeadingGroup =>
  ({ type: 'FoundLeadingGroup', data: { ...founded.data, districtTenantIds: ['511902', '511903'], ...said } });
const office: GroupBodyFormed = {
  type: 'GroupBodyFormed', data: { body: 'office', kind: 'office', name: text('办公室'), hostUnitId: '511900-creation-office', from: '2013-01-04', document: '市委〔2013〕1号' },
};
const form = (said: Partial<FormGroupBody['data']> = {}): FormGroupBody => ({ type: 'FormGroupBody', data: { ...office.data, findings, ...said } });
const head: GroupMemberAppointed = {
  type: 'GroupMemberAppointed', data: { body: 'group', postId: '511900.head', unitId: '511900', role: 'head', from: '2013-01-04', document: '市委〔2013〕1号' },
};
const appoint = (said: Partial<AppointGroupMember['data']> = {}): AppointGroupMember => {
  const { unitId: _, ...data } = head.data;
  return { type: 'AppointGroupMember', data: { ...data, findings, ...said } };
};
const release = { type: 'ReleaseGroupMember', data: { body: 'group', postId: '511900.head', until: '2013-05-31', reason: '调整分工' } } as const;
const released = { type: 'GroupMemberReleased', data: { ...release.data, from: '2013-01-04' } } as const;
const dissolve = { type: 'DissolveLeadingGroup', data: { until: '2014-12-31', document: '市委〔2014〕9号', reason: '任务完成' } } as const;
const dissolved = { type: 'LeadingGroupDissolved', data: dissolve.data } as const;

const { given } = specify(leadingGroupDecider);

describe('a leading group', () => {
  it('is founded by a document, and seen by the districts to which it went', () => {
    given().when(found()).then(founded);
    given(founded).when(found()).then();
    given(founded).when(found({ purpose: '其他' })).thenRefused('group-exists');
    expect(leadingGroupDecider.sharedWith(given(founded).state())).toEqual(['511902']);
  });

  it('has one office at a time, and any number of working groups', () => {
    given(founded).when(form()).then(office);
    given(founded, office).when(form()).then();
    given(founded, office).when(form({ body: 'office-2' })).thenRefused('group-office-exists', 'kind');
    expect(given(founded, office).when(form({ body: 'clean-up', kind: 'working-group' })).outcome()).toHaveLength(1);
    const ended = { type: 'GroupBodyEnded', data: { body: 'office', until: '2013-06-30', reason: '合并' } } as const;
    expect(given(founded, office, ended).when(form({ body: 'office-2', from: '2013-07-01' })).outcome()).toHaveLength(1);
  });

  it('its members are posts, each for a time', () => {
    given(founded).when(appoint()).then(head);
    given(founded, head).when(appoint()).then();
    given(founded, head).when(release).then(released);
    given(founded, head, released).when(release).then();
    expect(given(founded, head, released).when(appoint({ from: '2013-09-01' })).outcome()).toHaveLength(1);
  });

  it('has one head on any day', () => {
    given(founded, head).when(appoint({ postId: '511900.deputy' })).thenRefused('group-headed-already', 'role');
    expect(given(founded, head, released).when(appoint({ postId: '511900.deputy', from: '2013-06-01' })).outcome()).toHaveLength(1);
  });

  it('takes members from its own tenant and from districts to which its document went', () => {
    expect(given(founded).when(appoint({ postId: '511902.head', role: 'member' })).outcome()).toHaveLength(1);
    given(founded).when(appoint({ postId: '511903.head', role: 'member' })).thenRefused('group-not-circulated', 'postId');
  });

  it('ends with all its bodies and members, and changes no more', () => {
    const after = given(founded, office, head, dissolved).state();
    expect(after).toMatchObject({ until: '2014-12-31', bodies: [{ until: '2014-12-31' }], members: [{ until: '2014-12-31' }] });
    given(founded, dissolved).when(dissolve).then();
    given(founded, dissolved).when(appoint()).thenRefused('group-dissolved');
    given(founded, dissolved).when(form()).thenRefused('group-dissolved');
  });

  it.each([
    ['a name in one language', [], found({ name: { zh: '领导小组', en: '' } }), 'group-without-name', 'name'],
    ['a group for nothing', [], found({ purpose: '' }), 'group-without-purpose', 'purpose'],
    ['a group without a document', [], found({ document: ' ' }), 'group-without-document', 'document'],
    ['a district of another city', [], found({ sharedWith: ['211103'] }), 'group-tenant-unknown', 'sharedWith'],
    ['a day that does not exist', [], found({ foundedOn: '2013-02-29' }), 'not-a-date', 'foundedOn'],
    ['a change of a group that there is not', [], appoint(), 'group-not-founded', undefined],
    ['a body in no unit', [founded], form({ hostUnitId: '' }), 'group-unit-required', 'hostUnitId'],
    ['a member without a post', [founded], appoint({ postId: '' }), 'group-post-required', 'postId'],
    ['a body in a unit that there is not', [founded], form({ hostUnitId: '511999' }), 'group-unit-unknown', 'hostUnitId'],
    ['a body that is older than its group', [founded], form({ from: '2013-01-03' }), 'group-dates', 'from'],
    ['a body under the group’s own code', [founded], form({ body: 'group' }), 'group-body-exists', 'body'],
    ['a member of a body that there is not', [founded], appoint({ body: 'office' }), 'group-body-unknown', 'body'],
    ['a post that there is not', [founded], appoint({ postId: '511900.third' }), 'group-post-unknown', 'postId'],
    ['a member twice at a time', [founded, head], appoint({ role: 'member' }), 'group-member-already', 'postId'],
    ['the release of nobody', [founded], release, 'group-member-unknown', 'postId'],
    ['a release without a reason', [founded, head], { ...release, data: { ...release.data, reason: '' } }, 'group-without-reason', 'reason'],
  ] as const)('refuses %s', (...[, events, command, code, field]) => {
    given(...events).when(command).thenRefused(code, field);
  });

  it('stands in the register with bodies and members, and the row decides as the stream does', () => {
    const events = [founded, office, head, released];
    const [row] = specifyProjection(leadingGroupProjection).given(...events.map((event, revision) => recorded(event, { stream: 'leadinggroup-511900_g', revision }))).rows();
    expect(row).toMatchObject({ id: 'g', validFrom: '2013-01-04', validUntil: null, bodies: [{ body: 'office' }], members: [{ postId: '511900.head', until: '2013-05-31' }], revision: 3 });
    expect(row && leadingGroupOf(row)).toEqual(given(...events).state());
  });
});
