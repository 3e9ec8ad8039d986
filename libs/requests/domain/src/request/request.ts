import type { Caller, Decider } from '@zeren/kernel';
import { decideOnDispute, type DisputeCommand } from './dispute.js';
import { decideOnAnswer, type AnswerCommand } from './request-answer.js';
import { decideOnClock, type ClockCommand } from './request-clock.js';
import { decideOnDeferral, type DeferralCommand } from './request-deferral.js';
import { decideOnDispatching, dispatch, type DispatchingCommand } from './request-dispatch.js';
import { evolveRequest } from './request-evolve.js';
import { decideOnHandling, type HandlingCommand } from './request-handling.js';
import { accept, decideOnIntake, file, type IntakeCommand } from './request-intake.js';
import { refuse } from './request-refusals.js';
import type { FileRequest, RequestCommand } from './request.commands.js';
import type { RequestEvent } from './request.events.js';
import type { FiledRequest, RequestState } from './request-state.js';

const after = (state: RequestState, events: readonly RequestEvent[]): FiledRequest => events.reduce(evolveRequest, state) as FiledRequest;

/** Filed, and where it is to happen at once taken on and routed: three facts of one breath. */
const fileAndRoute = ({ data }: FileRequest, state: RequestState, caller: Caller): readonly RequestEvent[] => {
  const filed = file(data, state, caller);
  const { matter, atOnce } = data;
  if (filed.length === 0 || !atOnce || !matter) return filed;
  const facts = { ...data, matter };
  const accepted = [...filed, ...accept(facts, after(state, filed), caller)];
  return [...accepted, ...dispatch({ ...facts, verdict: atOnce.verdict }, after(state, accepted), caller)];
};

const families: Readonly<Record<Exclude<RequestCommand, FileRequest>['type'], 'intake' | 'dispatching' | 'handling' | 'deferral' | 'answer' | 'clock' | 'dispute'>> = {
  AcceptRequest: 'intake', DeclineRequest: 'intake', ReclassifyRequest: 'intake', MergeRequest: 'intake', JoinRequester: 'intake',
  DispatchRequest: 'dispatching', RuleOwnership: 'dispatching', AskReturn: 'dispatching', DecideReturn: 'dispatching',
  TakeRequest: 'handling', ReachStage: 'handling', ReportPart: 'handling', ReportHandling: 'handling', VerifyHandling: 'handling', SendBack: 'handling',
  AskDeferral: 'deferral', DecideDeferral: 'deferral', DeferRequest: 'deferral',
  FeedBack: 'answer', CallBack: 'answer', RateAnswer: 'answer', ReopenRequest: 'answer', CloseRequest: 'answer',
  HeedDeadline: 'clock', RecomputeDeadlines: 'clock',
  BeginMediation: 'dispute', FailMediation: 'dispute', ReachAgreement: 'dispute', RevisitAgreement: 'dispute',
};

const decide = (command: RequestCommand, state: RequestState, caller: Caller): readonly RequestEvent[] => {
  if (command.type === 'FileRequest') return fileAndRoute(command, state, caller);
  if (state.status === 'none') return refuse('request-not-filed');
  switch (families[command.type]) {
    case 'intake': return decideOnIntake(command as IntakeCommand, state, caller);
    case 'dispatching': return decideOnDispatching(command as DispatchingCommand, state, caller);
    case 'handling': return decideOnHandling(command as HandlingCommand, state, caller);
    case 'deferral': return decideOnDeferral(command as DeferralCommand, state, caller);
    case 'answer': return decideOnAnswer(command as AnswerCommand, state, caller);
    case 'clock': return decideOnClock(command as ClockCommand, state, caller);
    case 'dispute': return decideOnDispute(command as DisputeCommand, state, caller);
  }
};

/** A request: its stream is the tenant's with which it was filed, shared with the tenants of the units that have it now. */
export const requestDecider: Decider<RequestState, RequestCommand, RequestEvent> = {
  category: 'request',
  initialState: { status: 'none' },
  decide,
  evolve: evolveRequest,
  sharedWith: (state) => (state.status === 'none' ? [] : state.sharedWith),
};
