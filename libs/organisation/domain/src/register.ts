import type { Caller, Command, Decider } from '@zeren/kernel';
import { importRegister, type ImportRegister } from './onboarding/import-register.js';
import { recordPopulations, type RecordPopulations } from './onboarding/populations.js';
import type { CalendarDate, Post, RegisterEvent, UnitVersion } from './organisation.events.js';
import { refuse } from './refusals.js';
import { createPosts, fillPost, vacatePost, type Appointment } from './register-posts.js';
import { emptyRegister, evolveRegister, type Register } from './register-state.js';
import { changeUnit, dissolveUnit, opening, registerUnits, type RegisterFacts } from './register-units.js';

/** Each tenant keeps one register: stream `organisation-<tenant>_register`. */
export const REGISTER_ID = 'register';

/** With the tenant: its register is there before anything is entered into it, so that all know whose the area is. */
export type OpenRegister = Command<'OpenRegister', { readonly facts: Pick<RegisterFacts, 'tenant'> }>;
/** All of the units, or none. */
export type RegisterUnits = Command<'RegisterUnits', { readonly units: readonly UnitVersion[]; readonly facts: RegisterFacts }>;
/** From `unit.validFrom` on the unit is as said; what it was before stays. */
export type ChangeUnit = Command<'ChangeUnit', {
  readonly unit: UnitVersion; readonly reason: string; readonly facts: RegisterFacts;
}>;
export type DissolveUnit = Command<'DissolveUnit', {
  readonly unitId: string; readonly validUntil: CalendarDate; readonly reason: string;
}>;
/** Posts, and who holds them from when: all or none. */
export type CreatePosts = Command<'CreatePosts', {
  readonly posts: readonly Post[]; readonly holders: readonly Appointment[]; readonly facts: RegisterFacts;
}>;
export type FillPost = Command<'FillPost', Appointment>;
export type VacatePost = Command<'VacatePost', { readonly postId: string; readonly until: CalendarDate }>;

export type RegisterCommand =
  | OpenRegister | RegisterUnits | ChangeUnit | DissolveUnit | CreatePosts | FillPost | VacatePost | RecordPopulations | ImportRegister;

const decide = (command: RegisterCommand, state: Register, caller: Caller): readonly RegisterEvent[] => {
  requireNoOtherImport(command, state, caller);
  switch (command.type) {
    case 'OpenRegister':
      return opening(state, command.data.facts);
    case 'RegisterUnits':
      return opened(state, command.data.facts, (register) => registerUnits(register, command.data.units, command.data.facts));
    case 'ChangeUnit':
      return changeUnit(state, command.data.unit, command.data.reason, command.data.facts);
    case 'DissolveUnit':
      return dissolveUnit(state, command.data.unitId, command.data.validUntil, command.data.reason);
    case 'CreatePosts':
      return opened(state, command.data.facts, (register) =>
        createPosts(register, command.data.posts, command.data.holders, command.data.facts));
    case 'FillPost':
      return fillPost(state, command.data);
    case 'VacatePost':
      return vacatePost(state, command.data.postId, command.data.until);
    case 'RecordPopulations':
      return opened(state, command.data.facts, (register) => recordPopulations(register, command.data.populations, command.data.facts));
    case 'ImportRegister':
      return importRegister(state, command.data);
  }
};

/** While a large import is carried through, it alone changes the register; one that was abandoned lapses. */
const requireNoOtherImport = (command: RegisterCommand, { importing }: Register, { now }: Caller): void => {
  if (!importing || importing.lapsesAt <= now || command.type === 'OpenRegister') return;
  if (command.type === 'ImportRegister' && command.data.importId === importing.importId) return;
  refuse('import-under-way', undefined, { until: importing.lapsesAt });
};

const opened = (
  register: Register, facts: RegisterFacts, enter: (register: Register) => readonly RegisterEvent[],
): readonly RegisterEvent[] => {
  const first = opening(register, facts);
  return [...first, ...enter(first.reduce(evolveRegister, register))];
};

/** A district's register is shared with its city; a city's with its districts, whose tenants carry their unit's code. */
const sharedWith = ({ tenant, units }: Register): readonly string[] => {
  if (!tenant) return [];
  if (tenant.parentTenantId !== null) return [tenant.parentTenantId];
  return Object.values(units).flatMap((versions) => {
    const last = versions.at(-1);
    return last?.kind === 'district' ? [last.unitId] : [];
  });
};

export const registerDecider: Decider<Register, RegisterCommand, RegisterEvent> = {
  category: 'organisation',
  initialState: emptyRegister,
  decide,
  evolve: evolveRegister,
  sharedWith,
};
