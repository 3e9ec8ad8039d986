import type { Caller } from '@zeren/kernel';
import { refuse } from './request-refusals.js';
import type { HeedDeadline, RecomputeDeadlines } from './request.commands.js';
import type { DeadlinesRecomputed, RequestEvent } from './request.events.js';
import { isHeld, requireOwner, runningDue, type DeadlineMark, type FiledRequest } from './request-state.js';
import { recounted, type Counting } from './request-terms.js';
import type { Due } from './request-values.js';

const moments = { before: 'remindAt', after: 'at', escalated: 'escalateAt' } as const satisfies Record<DeadlineMark['what'], keyof Due>;
const inOrder = ['before', 'after', 'escalated'] as const;

const isDone = ({ marks }: FiledRequest, deadlineAt: string, what: DeadlineMark['what']): boolean =>
  marks.some((mark) => mark.deadlineAt === deadlineAt && mark.what === what);

/** What is to be done about the running deadline, and from when on; null where nothing is left to do. */
export const nextHeed = (request: FiledRequest): { readonly what: DeadlineMark['what']; readonly at: string } | null => {
  const running = runningDue(request);
  if (!running) return null;
  const last = inOrder.findLastIndex((each) => isDone(request, running.deadline.at, each));
  const what = inOrder[last + 1];
  return what ? { what, at: running.deadline[moments[what]] } : null;
};

/**
 * Once for each deadline: a reminder before, one after, one level up. A reminder before is left out where the deadline has
 * passed already. Deadlines counted anew, by a return, a rework or a deferral, are others.
 */
const heed = ({ escalateTo }: HeedDeadline['data'], request: FiledRequest, { now }: Caller): readonly RequestEvent[] => {
  const running = runningDue(request);
  if (!running) return [];
  const { stage, deadline } = running;
  const { round, assignment } = request;
  const unitId = isHeld(request) ? (assignment?.lead.unitId ?? null) : null;
  const isOpen = (what: DeadlineMark['what']): boolean => !isDone(request, deadline.at, what) && deadline[moments[what]] <= now;
  const told = { round, stage, deadlineAt: deadline.at };
  const reminded = (when: 'before' | 'after'): RequestEvent => ({ type: 'DeadlineReminded', data: { ...told, when, unitId } });
  return [
    ...(isOpen('before') && deadline.at > now ? [reminded('before')] : []),
    ...(isOpen('after') ? [reminded('after')] : []),
    ...(isOpen('escalated') ? [{ type: 'DeadlineEscalated', data: { ...told, toUnitId: escalateTo.unitId, toTenantId: escalateTo.tenantId } } as const] : []),
  ];
};

/** Every deadline that runs or is still to come. */
const runningDues = (request: FiledRequest): readonly Due[] => {
  const { due, assignment, stages } = request;
  return [due?.deadline, ...(isHeld(request) ? [assignment?.returnBy, ...stages.map(({ deadline }) => deadline)] : [])].filter((one) => one !== undefined);
};

const fixed = (due: Due | null | undefined, counting: Counting): Due | null => {
  if (!due?.provisional) return null;
  const known = recounted(due, counting);
  return known.provisional ? null : known;
};

/** What was counted by the week alone is counted anew where the calendar of its years is known now. Where nothing was, nothing happens. */
const recompute = (counting: RecomputeDeadlines['data'], request: FiledRequest, caller: Caller): readonly DeadlinesRecomputed[] => {
  requireOwner(request, caller);
  if (!runningDues(request).some(({ provisional }) => provisional)) return [];
  const { due, assignment, round } = request;
  const of = (what: NonNullable<FiledRequest['due']>['what']): Due | null => (due?.what === what ? fixed(due.deadline, counting) : null);
  const anew = isHeld(request) ? request.stages.map((stage) => ({ ...stage, deadline: fixed(stage.deadline, counting) ?? stage.deadline })) : [];
  const stages = anew.some(({ deadline }, index) => deadline !== request.stages[index]?.deadline) ? anew : [];
  const data = {
    round, supportingUnitIds: isHeld(request) ? (assignment?.supporting ?? []).map(({ unitId }) => unitId) : [], acceptBy: of('acceptance'), arbitrateBy: of('arbitration'), dispatchBy: of('dispatch'),
    returnBy: isHeld(request) ? fixed(assignment?.returnBy, counting) : null, stages, feedBackBy: of('feedback'),
  };
  const { acceptBy, arbitrateBy, dispatchBy, returnBy, feedBackBy } = data;
  if (stages.length === 0 && [acceptBy, arbitrateBy, dispatchBy, returnBy, feedBackBy].every((one) => one === null)) return refuse('year-not-published');
  return [{ type: 'DeadlinesRecomputed', data }];
};

export type ClockCommand = HeedDeadline | RecomputeDeadlines;

export const decideOnClock = (command: ClockCommand, request: FiledRequest, caller: Caller): readonly RequestEvent[] => {
  switch (command.type) {
    case 'HeedDeadline': return heed(command.data, request, caller);
    case 'RecomputeDeadlines': return recompute(command.data, request, caller);
  }
};
