import type { Caller } from '@zeren/kernel';
import { localTime } from '@zeren/organisation-domain';
import { refuse } from './request-refusals.js';
import { requireAssignment, requireLead } from './request-dispatch.js';
import type { AskDeferral, DecideDeferral, DeferRequest } from './request.commands.js';
import type { DeferralAsked, DeferralRefused, RequestDeferred } from './request.events.js';
import { askedDeferral, openStages, requireOwner, requireReason, requireStatus, type Assignment, type Deferral, type FiledRequest } from './request-state.js';
import { stagesAnew, type Counting } from './request-terms.js';
import { heldMinutes } from './unit-clock.js';

/** Until when the unit is to reach what comes next; once all is reached, until when it was to be reached. */
const handlingDeadline = (request: FiledRequest): string | undefined => (openStages(request)[0] ?? request.stages.at(-1))?.deadline.at;

/** A deferral is asked for before the deadline passes, once at a time; nothing stops until it is granted. */
const ask = ({ until, reason, standing }: AskDeferral['data'], request: FiledRequest, { now }: Caller): readonly DeferralAsked[] => {
  const { lead } = requireAssignment(request);
  requireLead({ lead }, standing);
  requireStatus(request, 'dispatched', 'taken');
  const asked = askedDeferral(request);
  if (asked?.until === until && asked.reason === reason) return [];
  if (asked) refuse('deferral-asked');
  const deadline = handlingDeadline(request);
  if (deadline === undefined || now > deadline) refuse('deferral-late', undefined, { until: localTime(deadline ?? now) });
  requireReason(reason);
  if (until <= now) refuse('deferral-wrong', 'until');
  return [{ type: 'DeferralAsked', data: { round: request.round, unitId: lead.unitId, until, reason } }];
};

/** Parts that are still to be reported wait with the lead. */
const waiting = ({ supporting }: Assignment, { parts }: FiledRequest): readonly string[] =>
  supporting.map(({ unitId }) => unitId).filter((unitId) => !parts.some((part) => part.unitId === unitId));

type Span = { readonly until: string; readonly reason: string };

const setAside = ({ until, reason }: Span, counting: Counting, request: FiledRequest, { now }: Caller): readonly RequestDeferred[] => {
  const assignment = requireAssignment(request);
  if (until <= now) refuse('deferral-wrong', 'until');
  return [{
    type: 'RequestDeferred',
    data: {
      round: request.round, unitId: assignment.lead.unitId, supportingUnitIds: waiting(assignment, request), until, reason,
      heldMinutes: heldMinutes(assignment, now, counting.calendar), stages: stagesAnew(until, openStages(request), counting),
    },
  }];
};

/** Only the side that filed it sets a clock aside, never the unit whose clock it is. */
const requireDispatcher = (request: FiledRequest, own: readonly string[], caller: Caller): void => {
  requireOwner(request, caller);
  requireStatus(request, 'dispatched', 'taken');
  if (own.includes(requireAssignment(request).lead.unitId)) refuse('decides-own-request');
};

/** What is granted of what was asked: the whole for the unit's own reason, less of it for one that is given. */
const grantedOf = ({ until, reason }: DecideDeferral['data'], asked: Deferral): Span => {
  if (until === null || until === asked.until) return { until: asked.until, reason: reason.trim() === '' ? asked.reason : reason };
  if (until > asked.until) refuse('deferral-beyond', 'until', { until: localTime(asked.until) });
  requireReason(reason);
  return { until, reason };
};

const decideOnAsked = (data: DecideDeferral['data'], request: FiledRequest, caller: Caller): readonly (DeferralRefused | RequestDeferred)[] => {
  requireDispatcher(request, data.standing.own, caller);
  const asked = askedDeferral(request) ?? refuse('deferral-not-asked');
  if (data.decision === 'granted') return setAside(grantedOf(data, asked), data, request, caller);
  requireReason(data.reason);
  return [{ type: 'DeferralRefused', data: { round: request.round, unitId: asked.unitId, reason: data.reason } }];
};

/** Unasked; what was asked is answered first. */
const defer = (data: DeferRequest['data'], request: FiledRequest, caller: Caller): readonly RequestDeferred[] => {
  requireDispatcher(request, data.standing.own, caller);
  if (askedDeferral(request)) refuse('deferral-open');
  requireReason(data.reason);
  return setAside(data, data, request, caller);
};

export type DeferralCommand = AskDeferral | DecideDeferral | DeferRequest;

export const decideOnDeferral = (command: DeferralCommand, request: FiledRequest, caller: Caller): readonly (DeferralAsked | DeferralRefused | RequestDeferred)[] => {
  switch (command.type) {
    case 'AskDeferral': return ask(command.data, request, caller);
    case 'DecideDeferral': return decideOnAsked(command.data, request, caller);
    case 'DeferRequest': return defer(command.data, request, caller);
  }
};
