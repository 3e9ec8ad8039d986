import type { Caller } from '@zeren/kernel';
import { requirePublicText } from '../requester/public-text.js';
import { refuse } from './request-refusals.js';
import type { CallBack, CloseRequest, FeedBack, RateAnswer, ReopenRequest } from './request.commands.js';
import type { AnswerRated, RequestEvent } from './request.events.js';
import { receiptsOf, requireOwner, requireReason, requireStatus, type FiledRequest } from './request-state.js';
import { dueAfter } from './request-terms.js';

const feedBack = ({ way }: FeedBack['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  if (request.status === 'answered') return [];
  requireStatus(request, 'verified');
  return [{ type: 'AnswerFedBack', data: { round: request.round, way, outcome: request.report?.outcome ?? 'closed' } }];
};

const callBack = ({ reached, note }: CallBack['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  requireStatus(request, 'answered');
  requirePublicText(note, 'note');
  return [{ type: 'CalledBack', data: { round: request.round, reached, note } }];
};

const ratingsOf = ({ ratings, round }: FiledRequest): readonly AnswerRated['data'][] => ratings.filter((rating) => rating.round === round);

/** Each of those who asked rates an answer once a round, also after it was closed on them. */
const rate = ({ receipt: named, satisfied, words }: RateAnswer['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  const receipt = named ?? request.content.receipt;
  if (!receiptsOf(request).includes(receipt)) refuse('receipt-unknown', 'receipt', { receipt });
  if (ratingsOf(request).some((rating) => rating.receipt === receipt)) refuse('rated-already');
  if (request.status !== 'closed') requireStatus(request, 'answered');
  return [{ type: 'AnswerRated', data: { round: request.round, receipt, satisfied, words } }];
};

/** Whether the answer of this round satisfies all who said so; null where nobody did. */
export const isSatisfied = (request: FiledRequest): boolean | null => {
  const ratings = ratingsOf(request);
  return ratings.length === 0 ? null : ratings.every(({ satisfied }) => satisfied);
};

const reopen = (data: ReopenRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  if (request.status !== 'closed') requireStatus(request, 'answered');
  requireReason(data.reason);
  requirePublicText(data.reason, 'reason');
  return [{ type: 'RequestReopened', data: { round: request.round, reason: data.reason, dispatchBy: dueAfter(caller.now, data.terms.dispatchWithin, data) } }];
};

/** Nobody is asked whom nobody can reach; everybody else is called back or has said it unasked. */
const wasAsked = (request: FiledRequest): boolean =>
  request.content.disclosure === 'anonymous' || isSatisfied(request) !== null || request.calls.some(({ round }) => round === request.round);

const close = ({ reason }: CloseRequest['data'], request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  requireOwner(request, caller);
  if (request.status === 'closed') return [];
  requireStatus(request, 'answered');
  if (!wasAsked(request)) refuse('not-called-back');
  const satisfied = isSatisfied(request);
  if (satisfied === false && (reason ?? '').trim() === '') refuse('dissatisfied-reason', 'reason');
  if (reason !== null) requirePublicText(reason, 'reason');
  return [{ type: 'RequestClosed', data: { outcome: request.answeredAs ?? 'closed', satisfied, reason } }];
};

export type AnswerCommand = FeedBack | CallBack | RateAnswer | ReopenRequest | CloseRequest;

export const decideOnAnswer = (command: AnswerCommand, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  switch (command.type) {
    case 'FeedBack': return feedBack(command.data, request, caller);
    case 'CallBack': return callBack(command.data, request, caller);
    case 'RateAnswer': return rate(command.data, request, caller);
    case 'ReopenRequest': return reopen(command.data, request, caller);
    case 'CloseRequest': return close(command.data, request, caller);
  }
};
