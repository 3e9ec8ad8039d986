import type { Command } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import { versionsOf, type Register } from '../register-state.js';
import { inParts, requireDate, type RegisterFacts } from '../register-units.js';
import type { Population, PopulationsRecorded } from './onboarding.events.js';

/** Enters what was counted: all of it or nothing. */
export type RecordPopulations = Command<'RecordPopulations', {
  readonly populations: readonly Population[]; readonly facts: RegisterFacts;
}>;

/** More than live in any country. */
const MOST_PEOPLE = 2_000_000_000;

const isSaid = (register: Register, { unitId, people, on, source }: Population): boolean =>
  (register.populations[unitId] ?? []).some((said) => said.on === on && said.people === people && said.source === source);

/** A population is of a unit that existed on its day, a whole number, and has a source. */
export const requirePopulation = (register: Register, { unitId, people, on, source }: Population, { territory }: RegisterFacts, path: string): void => {
  requireDate(on, `${path}on`);
  const own = versionsOf(register, unitId);
  const versions = own.length > 0 ? own : territory.filter((unit) => unit.unitId === unitId);
  if (versions.length === 0) refuse('unit-unknown', `${path}unitId`, { unitId });
  const exists = versions.some(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on <= validUntil));
  if (!exists) refuse('population-of-no-unit', `${path}on`, { unitId, on });
  if (!Number.isSafeInteger(people) || people < 0 || people > MOST_PEOPLE) refuse('population-not-whole', `${path}people`, { people });
  if (source.trim() === '') refuse('population-source-missing', `${path}source`, { unitId });
};

export const recordPopulations = (
  register: Register, populations: readonly Population[], facts: RegisterFacts,
): readonly PopulationsRecorded[] => {
  populations.forEach((population, index) => requirePopulation(register, population, facts, `populations[${index}].`));
  return populationsRecorded(register, populations);
};

/** The events for what is not yet said so. */
export const populationsRecorded = (register: Register, populations: readonly Population[]): readonly PopulationsRecorded[] =>
  inParts(populations.filter((population) => !isSaid(register, population)))
    .map((part): PopulationsRecorded => ({ type: 'PopulationsRecorded', data: { populations: part } }));
