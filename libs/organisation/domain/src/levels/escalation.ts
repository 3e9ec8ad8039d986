import type { Caller, Command, Decider } from '@zeren/kernel';
import type { CalendarDate, UnitPeriod } from '../organisation.events.js';
import { unitOn, type Register } from '../register-state.js';
import { refuseEscalation } from './escalation-refusals.js';
import type { EscalatedMatter, EscalationAnswered, EscalationEvent, EscalationRaised } from './escalation.events.js';

/** A command centre: its unit, and the tenant in which it works. */
export type Centre = { readonly unitId: string; readonly tenantId: string };

/** Takes something up. `to` is the nearest centre above the caller's unit, null where there is none. */
export type RaiseEscalation = Command<'RaiseEscalation', { readonly about: EscalatedMatter; readonly from: Centre; readonly to: Centre | null; readonly reason: string }>;
export type AnswerEscalation = Command<'AnswerEscalation', Omit<EscalationAnswered['data'], 'round'>>;
export type EscalationCommand = RaiseEscalation | AnswerEscalation;

export type Escalation =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly raised: EscalationRaised['data'] }
  | { readonly status: 'answered'; readonly raised: EscalationRaised['data']; readonly answer: EscalationAnswered['data'] };

/** Units in which there is a command centre. */
const centreKinds = ['government', 'district', 'town'] as const;

const unitIn = (registers: readonly Register[], id: string | null, day: CalendarDate): UnitPeriod | undefined =>
  id === null ? undefined : registers.map((register) => unitOn(register, id, day)).find((unit) => unit !== undefined);

/** The units from one upward. One of a district's own register may name no parent: then the district itself is next. */
const lineFrom = (registers: readonly Register[], unit: UnitPeriod | undefined, tenantId: string, day: CalendarDate): readonly UnitPeriod[] => {
  const line: UnitPeriod[] = [];
  for (let at = unit; at && !line.includes(at); at = unitIn(registers, at.parentUnitId ?? (line.some(({ unitId }) => unitId === tenantId) ? null : tenantId), day)) line.push(at);
  return line;
};

/**
 * The unit for which somebody speaks (an office for the centre it serves), and the next centre above, on a day. A district
 * works in a tenant of its own, so what goes to it from below stays there, and what goes from it to the city crosses.
 *
 * @param registers the caller's own, and its city's
 */
export const centresOf = (registers: readonly Register[], { tenantId, unitId }: Pick<Caller, 'tenantId' | 'unitId'>, day: CalendarDate): { readonly own: Centre; readonly above: Centre | null } => {
  const begin = unitIn(registers, unitId, day) ?? unitIn(registers, tenantId, day);
  const line = lineFrom(registers, begin, tenantId, day).filter(({ kind }) => centreKinds.some((centre) => centre === kind))
    .map((unit): Centre => ({ unitId: unit.unitId, tenantId: unit.kind === 'town' ? tenantId : unit.unitId }));
  const served = begin?.kind === 'office' ? line[0] : undefined;
  const own = served ?? { unitId: begin?.unitId ?? unitId, tenantId };
  return { own, above: line.find((centre) => centre.unitId !== own.unitId) ?? null };
};

const decide = (command: EscalationCommand, state: Escalation, caller: Caller): readonly EscalationEvent[] => {
  switch (command.type) {
    case 'RaiseEscalation':
      return raise(command.data, state);
    case 'AnswerEscalation':
      return answer(command.data, state, caller);
  }
};

const raise = ({ about, from, to, reason }: RaiseEscalation['data'], state: Escalation): readonly EscalationEvent[] => {
  if (to === null) return refuseEscalation('no-centre-above', 'about');
  if (reason.trim() === '') refuseEscalation('escalation-without-reason', 'reason');
  if (state.status === 'open') refuseEscalation('escalation-open', 'about');
  const round = state.status === 'none' ? 1 : state.raised.round + 1;
  return [{
    type: 'EscalationRaised',
    data: { round, about, fromUnitId: from.unitId, fromTenantId: from.tenantId, toUnitId: to.unitId, toTenantId: to.tenantId, reason },
  }];
};

/** A district's and a city's centre is its offices'; a town's is the town itself. */
const worksIn = ({ toUnitId, toTenantId }: EscalationRaised['data'], { tenantId, unitId }: Caller): boolean =>
  tenantId === toTenantId && (unitId === toUnitId || toUnitId === toTenantId);

const answer = (data: AnswerEscalation['data'], state: Escalation, caller: Caller): readonly EscalationEvent[] => {
  if (state.status === 'none' || !worksIn(state.raised, caller)) return refuseEscalation('escalation-not-yours');
  if (state.status === 'answered') return refuseEscalation('escalation-answered');
  if (data.instruction.trim() === '') refuseEscalation('instruction-required', 'instruction');
  return [{ type: 'EscalationAnswered', data: { round: state.raised.round, ...data } }];
};

const evolve = (state: Escalation, event: EscalationEvent): Escalation => {
  switch (event.type) {
    case 'EscalationRaised':
      return { status: 'open', raised: event.data };
    case 'EscalationAnswered':
      return state.status === 'none' ? state : { status: 'answered', raised: state.raised, answer: event.data };
  }
};

/** Something taken up from one centre to the next above. One and the same thing is taken up once at a time. */
export const escalationDecider: Decider<Escalation, EscalationCommand, EscalationEvent> = {
  category: 'escalation',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (state) => (state.status === 'none' ? [] : [state.raised.toTenantId]),
};

/** The stream of a thing that a unit takes up: the same one each time. */
export const escalationId = (fromUnitId: string, { kind, id }: Pick<EscalatedMatter, 'kind' | 'id'>): string => `${fromUnitId}~${kind}~${id}`;
