import type { Caller } from '@zeren/kernel';
import { requirePublicText } from '../requester/public-text.js';
import { requireMediated } from './dispute.js';
import { refuse } from './request-refusals.js';
import { requireAssignment, requireLead } from './request-dispatch.js';
import type { ReachStage, ReportHandling, ReportPart, SendBack, Standing, TakeRequest, VerifyHandling } from './request.commands.js';
import type { RequestEvent } from './request.events.js';
import { openStages, requireReason, requireStatus, type Assignment, type FiledRequest } from './request-state.js';
import { dueAfter, stagesAnew } from './request-terms.js';
import { heldMinutes } from './unit-clock.js';

const take = ({ standing }: TakeRequest['data'], request: FiledRequest): readonly RequestEvent[] => {
  const assignment = requireAssignment(request);
  requireLead(assignment, standing);
  if (request.status === 'taken') return [];
  requireStatus(request, 'dispatched');
  return [{ type: 'RequestTaken', data: { round: request.round, unitId: assignment.lead.unitId } }];
};

const reachStage = ({ stageCode, note, standing }: ReachStage['data'], request: FiledRequest): readonly RequestEvent[] => {
  const assignment = requireAssignment(request);
  requireLead(assignment, standing);
  if (request.reached.includes(stageCode)) return [];
  requireStatus(request, 'taken');
  if (!request.stages.some(({ code }) => code === stageCode)) refuse('stage-unknown', 'stageCode', { stage: stageCode });
  const [next] = openStages(request);
  if (next && next.code !== stageCode) refuse('stage-order', 'stageCode', { stage: next.name.zh });
  requirePublicText(note, 'note');
  return [{ type: 'StageReached', data: { round: request.round, unitId: assignment.lead.unitId, stageCode, note } }];
};

const reportPart = ({ unitId, note, photos, standing }: ReportPart['data'], request: FiledRequest): readonly RequestEvent[] => {
  const { supporting } = requireAssignment(request);
  if (!supporting.some((unit) => unit.unitId === unitId)) refuse('part-not-supporting', 'unitId', { unit: unitId });
  if (![...standing.own, ...standing.above].includes(unitId)) refuse('request-not-handling');
  if (request.parts.some((part) => part.unitId === unitId)) return [];
  requireStatus(request, 'dispatched', 'taken');
  requirePublicText(note, 'note');
  return [{ type: 'PartReported', data: { round: request.round, unitId, note, photos } }];
};

/** The lead answers for the whole: every supporting unit has done its part first. */
const requireParts = ({ supporting }: Assignment, { parts }: FiledRequest): void => {
  const missing = supporting.filter(({ unitId }) => !parts.some((part) => part.unitId === unitId)).map(({ unitId }) => unitId);
  if (missing.length > 0) refuse('parts-missing', undefined, { units: missing.join(', ') });
};

const report = (data: ReportHandling['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  const assignment = requireAssignment(request);
  const { outcome, answer, photos, point, standing, calendar } = data;
  requireLead(assignment, standing);
  if (request.status === 'reported' && request.report?.answer === answer && request.report.outcome === outcome) return [];
  requireStatus(request, 'taken');
  if (answer.trim() === '') refuse('answer-missing', 'answer');
  requirePublicText(answer, 'answer');
  requireParts(assignment, request);
  requireMediated(request, outcome);
  return [{
    type: 'HandlingReported',
    data: { round: request.round, unitId: assignment.lead.unitId, outcome, answer, photos, point, heldMinutes: heldMinutes(assignment, caller.now, calendar) },
  }];
};

/** Whoever checks is of the side that filed it or of the lead's, and of no unit that handled it. */
const requireChecker = ({ lead, supporting }: Assignment, request: FiledRequest, { own }: Standing, caller: Caller): void => {
  if (caller.tenantId !== request.content.ownerTenantId && caller.tenantId !== lead.tenantId) refuse('request-not-owner');
  if ([lead, ...supporting].some(({ unitId }) => own.includes(unitId))) refuse('verifier-handled');
};

const verify = (data: VerifyHandling['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireChecker(requireAssignment(request), request, data.standing, caller);
  if (request.status === 'verified') return [];
  requireStatus(request, 'reported');
  return [{ type: 'HandlingVerified', data: { round: request.round, note: data.note, feedBackBy: dueAfter(caller.now, data.terms.feedBackWithin, data) } }];
};

const sendBack = (data: SendBack['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  const assignment = requireAssignment(request);
  requireChecker(assignment, request, data.standing, caller);
  requireStatus(request, 'reported');
  requireReason(data.reason);
  const stages = stagesAnew(caller.now, request.stages, data);
  return [{ type: 'HandlingSentBack', data: { round: request.round + 1, unitId: assignment.lead.unitId, reason: data.reason, stages } }];
};

export type HandlingCommand = TakeRequest | ReachStage | ReportPart | ReportHandling | VerifyHandling | SendBack;

export const decideOnHandling = (command: HandlingCommand, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  switch (command.type) {
    case 'TakeRequest': return take(command.data, request);
    case 'ReachStage': return reachStage(command.data, request);
    case 'ReportPart': return reportPart(command.data, request);
    case 'ReportHandling': return report(command.data, request, caller);
    case 'VerifyHandling': return verify(command.data, request, caller);
    case 'SendBack': return sendBack(command.data, request, caller);
  }
};
