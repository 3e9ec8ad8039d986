import { sameData, type Caller } from '@zeren/kernel';
import { requirePublicText } from '../requester/public-text.js';
import { refuse } from './request-refusals.js';
import type { AcceptRequest, AskedMatter, DeclineRequest, FileRequest, JoinRequester, MergeRequest, ReclassifyRequest } from './request.commands.js';
import type { RequestAccepted, RequestEvent } from './request.events.js';
import { receiptsOf, requireOwner, requireReason, requireStatus, type FiledRequest, type RequestState } from './request-state.js';
import { dueAfter, type Counting, type MatterTerms } from './request-terms.js';

/** Photos of one filing, at most. */
export const PHOTOS_AT_MOST = 9;

/** What the catalogue says of a class; refuses what it does not know. */
export const requireMatter = ({ code, known }: AskedMatter): MatterTerms => known ?? refuse('matter-unknown', 'matterCode', { code });

const isRepeated = (request: FiledRequest, { content }: FileRequest['data']): boolean => {
  const { ownerTenantId: _, filedAt: __, ...said } = request.content;
  return sameData(said, content);
};

/** Writes down what is asked. Urgent ones are to be taken on within the urgent term. */
export const file = (data: FileRequest['data'], request: RequestState, caller: Caller): readonly RequestEvent[] => {
  if (request.status !== 'none') return isRepeated(request, data) ? [] : refuse('request-exists');
  const { content, receiptSecretHash, matter, isInside, terms } = data;
  if (content.subject.trim() === '') refuse('request-subject-missing', 'subject');
  requirePublicText(content.subject, 'subject');
  if (content.photos.length > PHOTOS_AT_MOST) refuse('request-photos-many', 'photos', { most: PHOTOS_AT_MOST });
  if (!isInside) refuse('place-outside', 'place.areaUnitId', { unit: content.place.areaUnitId });
  const isUrgent = content.urgentReason !== null || (matter !== null && requireMatter(matter).urgent);
  return [{
    type: 'RequestFiled',
    data: {
      ...content, ownerTenantId: caller.tenantId, filedAt: caller.now, receiptSecretHash, matterCode: matter?.code ?? null,
      acceptBy: dueAfter(caller.now, isUrgent ? terms.urgentWithin : terms.acceptWithin, data),
    },
  }];
};

const dispatchTerm = ({ content }: FiledRequest, matter: MatterTerms, { terms }: Counting) =>
  (content.urgentReason !== null || matter.urgent ? terms.urgentWithin : terms.dispatchWithin);

export const accept = (data: Counting & { readonly matter: AskedMatter }, request: FiledRequest, caller: Caller): readonly RequestAccepted[] => {
  requireOwner(request, caller);
  const matter = requireMatter(data.matter);
  if (request.status === 'accepted' && request.matterCode === matter.code) return [];
  requireStatus(request, 'filed');
  return [{ type: 'RequestAccepted', data: { matterCode: matter.code, dispatchBy: dueAfter(caller.now, dispatchTerm(request, matter, data), data) } }];
};

const decline = ({ reason }: DeclineRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  if (request.status === 'declined' && request.endReason === reason) return [];
  requireStatus(request, 'filed');
  requireReason(reason);
  requirePublicText(reason, 'reason');
  return [{ type: 'RequestDeclined', data: { reason } }];
};

const reclassify = ({ matter, reason }: ReclassifyRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  const { code } = requireMatter(matter);
  requireStatus(request, 'accepted', 'unowned');
  if (request.matterCode === code) return [];
  requireReason(reason);
  return [{ type: 'RequestReclassified', data: { matterCode: code, reason } }];
};

const merge = ({ requestId, intoRequestId, isIntoOpen, reason }: MergeRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  if (request.status === 'merged' && request.mergedInto === intoRequestId) return [];
  requireStatus(request, 'filed', 'accepted', 'unowned', 'dispatched');
  if (!isIntoOpen || requestId === intoRequestId) refuse('merge-wrong', 'intoRequestId');
  requireReason(reason);
  return [{ type: 'RequestMerged', data: { intoRequestId, reason } }];
};

/** Whoever asked elsewhere is kept here, once; also where this one has ended meanwhile, for nobody who asked is lost. */
const join = (data: JoinRequester['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  return receiptsOf(request).includes(data.receipt) ? [] : [{ type: 'RequesterJoined', data }];
};

export type IntakeCommand = AcceptRequest | DeclineRequest | ReclassifyRequest | MergeRequest | JoinRequester;

export const decideOnIntake = (command: IntakeCommand, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  switch (command.type) {
    case 'AcceptRequest': return accept(command.data, request, caller);
    case 'DeclineRequest': return decline(command.data, request, caller);
    case 'ReclassifyRequest': return reclassify(command.data, request, caller);
    case 'MergeRequest': return merge(command.data, request, caller);
    case 'JoinRequester': return join(command.data, request, caller);
  }
};

