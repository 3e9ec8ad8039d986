import { sameData, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from '../calendar-date.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import type { LeaderAssigned, LeaderAssignmentEnded, LeadershipEvent, LeaderTarget } from './leader-assignment.events.js';
import { refuseLeadership } from './leadership-refusals.js';
import type { RegisterFindings, SiteFact, UnitFact } from './register-facts.js';

type Assigned = LeaderAssigned['data'];
/** A period in which the leader answers, and whether it was ended by a decision of its own. */
export type AssignmentPeriod = Assigned & { readonly endReason: string | null };

/** Make a leader's post answer for something. `name` is asked for of a chain; the registers know the others. */
export type AssignLeader = Command<'AssignLeader', Omit<Assigned, 'unitId' | 'sharedWith'> & { readonly findings: RegisterFindings }>;
/** End the period that began on a day. */
export type EndLeaderAssignment = Command<'EndLeaderAssignment', LeaderAssignmentEnded['data']>;
export type LeadershipCommand = AssignLeader | EndLeaderAssignment;

/** One leader's post and one thing it answers for: all periods, oldest first. */
export type Leadership = { readonly periods: readonly AssignmentPeriod[] };

const isBlank = (text: string): boolean => text.trim() === '';

const requireDate = (date: CalendarDate, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
};

const overlaps = (a: Pick<Assigned, 'from' | 'until'>, b: Pick<Assigned, 'from' | 'until'>): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

const requireUnit = (unitId: string, day: CalendarDate, { units }: RegisterFindings): UnitFact =>
  units.find((one) => one.unitId === unitId) ?? refuseLeadership('assignment-target-unknown', 'target.id', { id: unitId, day });

const siteIn = (siteId: string, { sites = [] }: RegisterFindings): SiteFact | undefined => sites.find((one) => one.siteId === siteId);

const checkTarget = ({ kind, id, name, areaUnitId }: LeaderTarget, day: CalendarDate, findings: RegisterFindings): void => {
  if (areaUnitId !== null) requireUnit(areaUnitId, day, findings);
  switch (kind) {
    case 'area':
    case 'enterprise': {
      const isOutside = requireUnit(id, day, findings).kind === 'external-party';
      if (isOutside !== (kind === 'enterprise')) refuseLeadership('assignment-target-kind', 'target.id', { id });
      return;
    }
    case 'site':
      if (!siteIn(id, findings)) refuseLeadership('assignment-target-unknown', 'target.id', { id, day });
      return;
    case 'chain':
      if (isBlank(name.zh) || isBlank(name.en)) refuseLeadership('assignment-target-unnamed', 'target.name');
  }
};

const checkText = ({ duty, document, reason }: AssignLeader['data']): void => {
  if (isBlank(duty)) refuseLeadership('assignment-without-duty', 'duty');
  if (isBlank(document)) refuseLeadership('assignment-without-document', 'document');
  if (isBlank(reason)) refuseLeadership('assignment-without-reason', 'reason');
};

const checkPeriod = ({ from, until }: AssignLeader['data'], periods: readonly AssignmentPeriod[]): void => {
  requireDate(from, 'from');
  if (until !== null) {
    requireDate(until, 'until');
    if (until < from) refuseLeadership('assignment-dates', 'until', { from, until });
  }
  const other = periods.find((period) => overlaps(period, { from, until }));
  if (other) refuseLeadership('assignment-overlaps', 'from', { from: other.from });
};

/** The registers name areas, enterprises and sites, and say where a site lies; a chain is named by whoever assigns it. */
const targetOf = (target: LeaderTarget, findings: RegisterFindings): LeaderTarget => {
  const site = target.kind === 'site' ? siteIn(target.id, findings) : undefined;
  if (site) return { ...target, name: site.name, areaUnitId: site.areaUnitId };
  const unit = findings.units.find(({ unitId }) => unitId === target.id);
  if (!unit || target.kind === 'chain') return target;
  return { ...target, name: unit.name, areaUnitId: target.kind === 'area' ? unit.unitId : target.areaUnitId };
};

const assign = ({ findings, ...data }: AssignLeader['data'], { periods }: Leadership, tenantId: string): readonly LeadershipEvent[] => {
  const post = findings.posts.find(({ postId }) => postId === data.postId);
  const target = targetOf(data.target, findings);
  const area = findings.units.find(({ unitId }) => unitId === (target.areaUnitId ?? target.id));
  const sharedWith = area && area.tenantId !== tenantId ? [area.tenantId] : [];
  const said: Assigned = { ...data, target, unitId: post?.unitId ?? '', sharedWith };
  if (periods.some(({ endReason: _, ...period }) => sameData(period, said))) return [];
  checkPeriod({ findings, ...data }, periods);
  if (data.postId === '') refuseLeadership('assignment-post-required', 'postId');
  if (data.target.id === '') refuseLeadership('assignment-target-required', 'target.id');
  if (!post) return refuseLeadership('assignment-post-unknown', 'postId', { postId: data.postId, day: data.from });
  if (post.kind === 'officer') refuseLeadership('assignment-post-does-not-lead', 'postId', { postId: data.postId });
  checkTarget(target, data.from, findings);
  checkText({ findings, ...data });
  return [{ type: 'LeaderAssigned', data: said }];
};

const end = (data: EndLeaderAssignment['data'], { periods }: Leadership): readonly LeadershipEvent[] => {
  const { from, until, reason } = data;
  const period = periods.find((one) => one.from === from) ?? refuseLeadership('assignment-unknown', 'from', { from });
  requireDate(until, 'until');
  if (period.endReason !== null) return period.until === until ? [] : refuseLeadership('assignment-ended', 'until', { until: period.until ?? '' });
  if (isBlank(reason)) refuseLeadership('assignment-without-reason', 'reason');
  if (until < from) refuseLeadership('assignment-dates', 'until', { from, until });
  if (period.until !== null && until > period.until) refuseLeadership('assignment-ended', 'until', { until: period.until });
  return [{ type: 'LeaderAssignmentEnded', data }];
};

const evolve = ({ periods }: Leadership, event: LeadershipEvent): Leadership => {
  switch (event.type) {
    case 'LeaderAssigned':
      return { periods: [...periods, { ...event.data, endReason: null }] };
    case 'LeaderAssignmentEnded': {
      const { from, until, reason } = event.data;
      return { periods: periods.map((period) => (period.from === from ? { ...period, until, endReason: reason } : period)) };
    }
  }
};

export const leadershipDecider: Decider<Leadership, LeadershipCommand, LeadershipEvent> = {
  category: 'leadership',
  initialState: { periods: [] },
  decide: (command, state, caller) => {
    switch (command.type) {
      case 'AssignLeader': return assign(command.data, state, caller.tenantId);
      case 'EndLeaderAssignment': return end(command.data, state);
    }
  },
  evolve,
  sharedWith: ({ periods }) => [...new Set(periods.flatMap((period) => period.sharedWith))],
};
