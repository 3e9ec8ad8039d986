import { sameData, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from '../calendar-date.js';
import type { RegisterFindings } from '../leadership/register-facts.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { refuseGroup } from './group-refusals.js';
import type {
  GroupBodyEnded, GroupBodyFormed, GroupMemberAppointed, GroupMemberReleased, LeadingGroupDissolved, LeadingGroupEvent, LeadingGroupFounded,
} from './leading-group.events.js';

/** The body that is the leading group itself. */
export const GROUP_BODY = 'group';

export type FoundLeadingGroup = Command<'FoundLeadingGroup', LeadingGroupFounded['data'] & { readonly districtTenantIds: readonly string[] }>;
export type FormGroupBody = Command<'FormGroupBody', GroupBodyFormed['data'] & { readonly findings: RegisterFindings }>;
export type EndGroupBody = Command<'EndGroupBody', GroupBodyEnded['data']>;
export type AppointGroupMember = Command<'AppointGroupMember', Omit<GroupMemberAppointed['data'], 'unitId'> & { readonly findings: RegisterFindings }>;
export type ReleaseGroupMember = Command<'ReleaseGroupMember', Omit<GroupMemberReleased['data'], 'from'>>;
export type DissolveLeadingGroup = Command<'DissolveLeadingGroup', LeadingGroupDissolved['data']>;
export type LeadingGroupCommand = FoundLeadingGroup | FormGroupBody | EndGroupBody | AppointGroupMember | ReleaseGroupMember | DissolveLeadingGroup;

type Lasting = { readonly until: CalendarDate | null };
export type GroupBody = GroupBodyFormed['data'] & Lasting;
export type GroupMember = GroupMemberAppointed['data'] & Lasting;

export type FoundedGroup = {
  readonly status: 'founded';
  readonly content: LeadingGroupFounded['data'];
  readonly bodies: readonly GroupBody[];
  readonly members: readonly GroupMember[];
  readonly until: CalendarDate | null;
};
export type LeadingGroup = { readonly status: 'none' } | FoundedGroup;

const isBlank = (text: string): boolean => text.trim() === '';

const requireDate = (date: CalendarDate, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
};

const requireNotBefore = (until: CalendarDate, from: CalendarDate, field: string): void => {
  requireDate(until, field);
  if (until < from) refuseGroup('group-dates', field, { until, from });
};

const requireNamed = (name: { readonly zh: string; readonly en: string }, document: string): void => {
  if (isBlank(name.zh) || isBlank(name.en)) refuseGroup('group-without-name', 'name');
  if (isBlank(document)) refuseGroup('group-without-document', 'document');
};

/** Whether something lasts beyond the day before another thing's first. */
const lastsOn = ({ until }: Lasting, day: CalendarDate): boolean => until === null || until >= day;

const found = ({ districtTenantIds, ...content }: FoundLeadingGroup['data'], group: LeadingGroup): readonly LeadingGroupEvent[] => {
  if (group.status === 'founded') return sameData(group.content, content) ? [] : refuseGroup('group-exists');
  requireNamed(content.name, content.document);
  if (isBlank(content.purpose)) refuseGroup('group-without-purpose', 'purpose');
  requireDate(content.foundedOn, 'foundedOn');
  const foreign = content.sharedWith.find((tenant) => !districtTenantIds.includes(tenant));
  if (foreign !== undefined) refuseGroup('group-tenant-unknown', 'sharedWith', { tenantId: foreign });
  return [{ type: 'LeadingGroupFounded', data: content }];
};

const requireStanding = ({ until }: FoundedGroup): void => {
  if (until !== null) refuseGroup('group-dissolved', undefined, { until });
};

const form = ({ findings, ...data }: FormGroupBody['data'], group: FoundedGroup): readonly LeadingGroupEvent[] => {
  const same = group.bodies.find(({ body }) => body === data.body);
  if (same) {
    const { until: _, ...known } = same;
    return sameData(known, data) ? [] : refuseGroup('group-body-exists', 'body', { body: data.body });
  }
  requireStanding(group);
  if (data.body === GROUP_BODY) refuseGroup('group-body-exists', 'body', { body: data.body });
  requireNamed(data.name, data.document);
  requireNotBefore(data.from, group.content.foundedOn, 'from');
  if (data.hostUnitId === '') refuseGroup('group-unit-required', 'hostUnitId');
  if (!findings.units.some(({ unitId }) => unitId === data.hostUnitId)) refuseGroup('group-unit-unknown', 'hostUnitId', { unitId: data.hostUnitId, day: data.from });
  if (data.kind === 'office' && group.bodies.some((body) => body.kind === 'office' && lastsOn(body, data.from))) refuseGroup('group-office-exists', 'kind');
  return [{ type: 'GroupBodyFormed', data }];
};

/** The body while it stands. */
const standing = (group: FoundedGroup, body: string): { readonly from: CalendarDate } =>
  body === GROUP_BODY
    ? { from: group.content.foundedOn }
    : group.bodies.find((one) => one.body === body && one.until === null) ?? refuseGroup('group-body-unknown', 'body', { body });

const endBody = (data: GroupBodyEnded['data'], group: FoundedGroup): readonly LeadingGroupEvent[] => {
  const { body: code, until, reason } = data;
  if (group.bodies.some((body) => body.body === code && body.until === until)) return [];
  requireStanding(group);
  if (code === GROUP_BODY) refuseGroup('group-body-unknown', 'body', { body: code });
  requireNotBefore(until, standing(group, code).from, 'until');
  if (isBlank(reason)) refuseGroup('group-without-reason', 'reason');
  return [{ type: 'GroupBodyEnded', data }];
};

const appoint = ({ findings, ...data }: AppointGroupMember['data'], group: FoundedGroup, tenantId: string): readonly LeadingGroupEvent[] => {
  const { body, postId, role, from } = data;
  const inBody = group.members.filter((member) => member.body === body);
  if (inBody.some((member) => member.postId === postId && member.role === role && member.from === from)) return [];
  requireStanding(group);
  requireNotBefore(from, standing(group, body).from, 'from');
  if (isBlank(data.document)) refuseGroup('group-without-document', 'document');
  if (postId === '') refuseGroup('group-post-required', 'postId');
  const post = findings.posts.find((one) => one.postId === postId) ?? refuseGroup('group-post-unknown', 'postId', { postId, day: from });
  if (post.tenantId !== tenantId && !group.content.sharedWith.includes(post.tenantId)) refuseGroup('group-not-circulated', 'postId', { postId });
  const own = inBody.find((member) => member.postId === postId && lastsOn(member, from));
  if (own) refuseGroup('group-member-already', 'postId', { postId, from: own.from });
  const head = inBody.find((member) => member.role === 'head' && lastsOn(member, from));
  if (role === 'head' && head) refuseGroup('group-headed-already', 'role', { postId: head.postId, from: head.from });
  return [{ type: 'GroupMemberAppointed', data: { ...data, unitId: post.unitId } }];
};

const release = (data: ReleaseGroupMember['data'], group: FoundedGroup): readonly LeadingGroupEvent[] => {
  const { body, postId, until, reason } = data;
  const times = group.members.filter((member) => member.body === body && member.postId === postId);
  if (times.some((member) => member.until === until)) return [];
  requireStanding(group);
  const member = times.find((one) => one.until === null) ?? refuseGroup('group-member-unknown', 'postId', { postId });
  requireNotBefore(until, member.from, 'until');
  if (isBlank(reason)) refuseGroup('group-without-reason', 'reason');
  return [{ type: 'GroupMemberReleased', data: { ...data, from: member.from } }];
};

const dissolve = (data: LeadingGroupDissolved['data'], group: FoundedGroup): readonly LeadingGroupEvent[] => {
  if (group.until === data.until) return [];
  requireStanding(group);
  requireNotBefore(data.until, group.content.foundedOn, 'until');
  if (isBlank(data.document)) refuseGroup('group-without-document', 'document');
  if (isBlank(data.reason)) refuseGroup('group-without-reason', 'reason');
  return [{ type: 'LeadingGroupDissolved', data }];
};

const evolve = (group: LeadingGroup, event: LeadingGroupEvent): LeadingGroup => {
  if (event.type === 'LeadingGroupFounded') return { status: 'founded', content: event.data, bodies: [], members: [], until: null };
  if (group.status === 'none') return group;
  switch (event.type) {
    case 'GroupBodyFormed': return { ...group, bodies: [...group.bodies, { ...event.data, until: null }] };
    case 'GroupBodyEnded': return {
      ...group,
      bodies: group.bodies.map((body) => (body.body === event.data.body ? { ...body, until: event.data.until } : body)),
      members: group.members.map((member) => (member.body === event.data.body && member.until === null ? { ...member, until: event.data.until } : member)),
    };
    case 'GroupMemberAppointed': return { ...group, members: [...group.members, { ...event.data, until: null }] };
    case 'GroupMemberReleased': {
      const { body, postId, from, until } = event.data;
      const isMeant = (member: GroupMember) => member.body === body && member.postId === postId && member.from === from;
      return { ...group, members: group.members.map((member) => (isMeant(member) ? { ...member, until } : member)) };
    }
    case 'LeadingGroupDissolved': {
      const { until } = event.data;
      const ended = <Part extends Lasting>(part: Part): Part => (part.until === null ? { ...part, until } : part);
      return { ...group, until, bodies: group.bodies.map(ended), members: group.members.map(ended) };
    }
  }
};

export const leadingGroupDecider: Decider<LeadingGroup, LeadingGroupCommand, LeadingGroupEvent> = {
  category: 'leadinggroup',
  initialState: { status: 'none' },
  decide: (command, group, caller) => {
    if (command.type === 'FoundLeadingGroup') return found(command.data, group);
    if (group.status === 'none') return refuseGroup('group-not-founded');
    switch (command.type) {
      case 'FormGroupBody': return form(command.data, group);
      case 'EndGroupBody': return endBody(command.data, group);
      case 'AppointGroupMember': return appoint(command.data, group, caller.tenantId);
      case 'ReleaseGroupMember': return release(command.data, group);
      case 'DissolveLeadingGroup': return dissolve(command.data, group);
    }
  },
  evolve,
  sharedWith: (group) => (group.status === 'founded' ? group.content.sharedWith : []),
};
