import type { Caller } from '@zeren/kernel';
import { localTime } from '@zeren/organisation-domain';
import { refuse } from './request-refusals.js';
import { requireMatter } from './request-intake.js';
import type { AskReturn, Assigned, AskedMatter, DecideReturn, DispatchRequest, RuleOwnership, Standing } from './request.commands.js';
import type { RequestDisclosed, RequestDispatched, RequestEvent, RequestFoundUnowned } from './request.events.js';
import { requireOwner, requireReason, requireStatus, type Assignment, type FiledRequest } from './request-state.js';
import { dueAfter, stagesFrom, type Counting, type MatterTerms } from './request-terms.js';
import { heldMinutes } from './unit-clock.js';

const tenantsOf = ({ lead, supporting }: Pick<Assigned, 'lead' | 'supporting'>, ownerTenantId: string): readonly string[] =>
  [...new Set([lead, ...supporting].map(({ tenantId }) => tenantId))].filter((tenantId) => tenantId !== ownerTenantId);

const checkAssigned = ({ lead, supporting }: Assigned, { content }: FiledRequest): void => {
  if (supporting.some(({ unitId }) => unitId === lead.unitId)) refuse('lead-supports', 'supporting');
  if (content.kind === 'enterprise' && supporting.length === 0) refuse('enterprise-needs-joint', 'supporting');
};

const disclosed = (request: FiledRequest, assigned: Assigned, matterCode: string): readonly RequestDisclosed[] => {
  const tenantIds = tenantsOf(assigned, request.content.ownerTenantId).filter((tenantId) => !request.sharedWith.includes(tenantId));
  return tenantIds.length === 0 ? [] : [{ type: 'RequestDisclosed', data: { tenantIds, content: request.content, matterCode } }];
};

const dispatched = (assigned: Assigned, matter: MatterTerms, counting: Counting, request: FiledRequest, { now }: Caller): RequestDispatched => ({
  type: 'RequestDispatched',
  data: {
    ...assigned, round: request.round + 1, matterCode: matter.code,
    stages: stagesFrom(now, matter, counting), returnBy: dueAfter(now, counting.terms.returnWithin, counting),
  },
});

const given = (data: Counting & { readonly matter: AskedMatter }, assigned: Assigned, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  checkAssigned(assigned, request);
  const matter = requireMatter(data.matter);
  return [...disclosed(request, assigned, matter.code), dispatched(assigned, matter, data, request, caller)];
};

const unowned = (data: DispatchRequest['data'], request: FiledRequest, { now }: Caller): readonly RequestFoundUnowned[] => {
  const { verdict } = data;
  if (verdict.kind === 'owned') return [];
  const claimants = verdict.kind === 'overlap' ? verdict.claimants : [];
  if (request.status === 'unowned') return [];
  return [{ type: 'RequestFoundUnowned', data: { why: verdict.kind, claimants, arbitrateBy: dueAfter(now, data.terms.arbitrateWithin, data) } }];
};

export const dispatch = (data: DispatchRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  requireStatus(request, 'accepted', 'unowned');
  const { verdict } = data;
  if (verdict.kind !== 'owned') return unowned(data, request, caller);
  if (verdict.assigned.route.by === 'hand') requireReason(verdict.assigned.route.reason);
  return given(data, verdict.assigned, request, caller);
};

const rule = (data: RuleOwnership['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  requireStatus(request, 'unowned');
  const { assigned, reason, intoMatrix } = data;
  requireReason(reason);
  const ruled: RequestEvent = { type: 'OwnershipRuled', data: { lead: assigned.lead, reason, intoMatrix } };
  return [ruled, ...given(data, { ...assigned, route: { by: 'arbitration', reason } }, request, caller)];
};

/** The round in which a unit has it in hand. */
export const requireAssignment = ({ assignment }: FiledRequest): Assignment => assignment ?? refuse('request-elsewhere', undefined, { status: 'accepted' });

/** The caller acts for the lead unit, or stands above it. */
export const requireLead = ({ lead }: Pick<Assignment, 'lead'>, { own, above }: Standing): void => {
  if (![...own, ...above].includes(lead.unitId)) refuse('request-not-lead', undefined, { unit: lead.unitId });
};

const askReturn = (data: AskReturn['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  const assignment = requireAssignment(request);
  requireLead(assignment, data.standing);
  const [last] = request.returns.slice(-1);
  if (request.status === 'return-asked' && last?.reason === data.reason) return [];
  requireStatus(request, 'dispatched', 'taken');
  if (assignment.route.by === 'arbitration') refuse('return-final');
  if (request.returns.length >= data.terms.returns) refuse('return-limit', undefined, { limit: data.terms.returns });
  if (caller.now > assignment.returnBy.at) refuse('return-late', undefined, { until: localTime(assignment.returnBy.at) });
  requireReason(data.reason);
  return [{
    type: 'ReturnAsked',
    data: {
      round: request.round, unitId: assignment.lead.unitId, reason: data.reason, heldMinutes: heldMinutes(assignment, caller.now, data.calendar),
      arbitrateBy: dueAfter(caller.now, data.terms.arbitrateWithin, data),
    },
  }];
};

const decideReturn = (data: DecideReturn['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  requireStatus(request, 'return-asked');
  const { lead } = requireAssignment(request);
  if (data.standing.own.includes(lead.unitId)) refuse('decides-own-request');
  requireReason(data.reason);
  const [asked] = request.returns.slice(-1);
  const { round } = request;
  const { reason, terms } = data;
  if (data.decision === 'accepted') {
    return [{
      type: 'ReturnAccepted',
      data: { round, unitId: lead.unitId, reason, heldMinutes: asked?.heldMinutes ?? 0, dispatchBy: dueAfter(caller.now, terms.dispatchWithin, data) },
    }];
  }
  const refusals = request.returns.filter(({ status }) => status === 'refused').length + 1;
  return [{ type: 'ReturnRefused', data: { round, unitId: lead.unitId, reason, refusals, final: request.returns.length >= terms.returns } }];
};

export type DispatchingCommand = DispatchRequest | RuleOwnership | AskReturn | DecideReturn;

export const decideOnDispatching = (command: DispatchingCommand, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  switch (command.type) {
    case 'DispatchRequest': return dispatch(command.data, request, caller);
    case 'RuleOwnership': return rule(command.data, request, caller);
    case 'AskReturn': return askReturn(command.data, request, caller);
    case 'DecideReturn': return decideReturn(command.data, request, caller);
  }
};

