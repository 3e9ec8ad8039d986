import type { Caller } from '@zeren/kernel';
import type { AgreementReached, DisputeEvent, MediationLevel } from './dispute.events.js';
import { requireAssignment, requireLead } from './request-dispatch.js';
import { refuse } from './request-refusals.js';
import type { BeginMediation, FailMediation, ReachAgreement, RevisitAgreement } from './request.commands.js';
import { requireReason, requireStatus, type FiledRequest, type Mediation } from './request-state.js';
import type { HandlingOutcome } from './request-values.js';

/** From the level next to the parties upward. */
export const mediationLevels: readonly MediationLevel[] = ['village', 'town', 'district'];

/** The level that mediates next; undefined where the last one has failed, or the parties have agreed. */
export const nextLevel = (mediation: Mediation | null): MediationLevel | undefined => {
  if (!mediation) return mediationLevels[0];
  return mediation.status === 'failed' ? mediationLevels[mediationLevels.indexOf(mediation.level) + 1] : undefined;
};

/** A dispute is solved by an agreement; explained once the last level has failed; closed where the parties go another way. */
export const requireMediated = ({ content, mediation }: FiledRequest, outcome: HandlingOutcome): void => {
  if (content.kind !== 'dispute') return;
  const isAgreed = mediation?.status === 'agreed' || mediation?.status === 'revisited';
  if (outcome === 'solved' && !isAgreed) refuse('agreement-missing', 'outcome');
  if (outcome === 'explained' && !(mediation?.status === 'failed' && mediation.level === 'district')) refuse('mediation-order', 'outcome');
};

const requireBegun = (request: FiledRequest): Mediation =>
  request.mediation?.status === 'begun' ? request.mediation : refuse('mediation-not-begun');

const begin = ({ level, mediatingUnitId, mediatorLevel }: BeginMediation['data'], request: FiledRequest): readonly DisputeEvent[] => {
  requireStatus(request, 'taken');
  if (request.mediation?.status === 'begun' && request.mediation.level === level) return [];
  if (nextLevel(request.mediation) !== level) refuse('mediation-order', 'level');
  if (mediatorLevel !== level) refuse('mediator-wrong', 'mediatingUnitId', { unit: mediatingUnitId });
  return [{ type: 'MediationBegun', data: { level, mediatingUnitId } }];
};

const fail = ({ reason }: FailMediation['data'], request: FiledRequest): readonly DisputeEvent[] => {
  requireStatus(request, 'taken');
  const { level } = requireBegun(request);
  requireReason(reason);
  return [{ type: 'MediationFailed', data: { level, reason } }];
};

const agree = ({ document, hash, scan, revisitBy }: ReachAgreement['data'], request: FiledRequest): readonly AgreementReached[] => {
  requireStatus(request, 'taken');
  const { level, mediatingUnitId } = requireBegun(request);
  if (document.trim() === '') refuse('agreement-document', 'document');
  return [{ type: 'AgreementReached', data: { level, mediatingUnitId, document, hash, scan, revisitBy } }];
};

/** Also after the request is over: an agreement is looked after when it has had time to be kept. */
const revisit = ({ kept, note }: RevisitAgreement['data'], request: FiledRequest): readonly DisputeEvent[] => {
  if (request.mediation?.status === 'revisited') return [];
  if (request.mediation?.status !== 'agreed') return refuse('agreement-missing');
  return [{ type: 'AgreementRevisited', data: { kept, note } }];
};

export type DisputeCommand = BeginMediation | FailMediation | ReachAgreement | RevisitAgreement;

export const decideOnDispute = (command: DisputeCommand, request: FiledRequest, _caller: Caller): readonly DisputeEvent[] => {
  if (request.content.kind !== 'dispute') return refuse('not-a-dispute');
  requireLead(requireAssignment(request), command.data.standing);
  switch (command.type) {
    case 'BeginMediation': return begin(command.data, request);
    case 'FailMediation': return fail(command.data, request);
    case 'ReachAgreement': return agree(command.data, request);
    case 'RevisitAgreement': return revisit(command.data, request);
  }
};

const standing = { MediationBegun: 'begun', MediationFailed: 'failed', AgreementReached: 'agreed', AgreementRevisited: 'revisited' } as const;

export const isDisputeEvent = (event: { readonly type: string }): event is DisputeEvent => Object.hasOwn(standing, event.type);

export const afterDisputeEvent = (mediation: Mediation | null, event: DisputeEvent): Mediation | null => {
  const status = standing[event.type];
  const failed = mediation?.failed ?? [];
  switch (event.type) {
    case 'MediationBegun': return { ...event.data, status, failed, document: null, hash: null, scan: null, revisitBy: null, kept: null };
    case 'MediationFailed': return mediation && { ...mediation, status, failed: [...failed, { ...event.data, mediatingUnitId: mediation.mediatingUnitId }] };
    case 'AgreementReached': return { ...event.data, status, failed, scan: event.data.scan ?? null, kept: null };
    case 'AgreementRevisited': return mediation && { ...mediation, status, kept: event.data.kept };
  }
};
