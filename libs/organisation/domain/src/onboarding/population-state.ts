import type { CalendarDate } from '../organisation.events.js';
import type { Population } from './onboarding.events.js';

/** What was counted in each unit, by its id, oldest day first. */
export type Populations = Readonly<Record<string, readonly Population[]>>;

/** What is said later of the same day holds. */
export const populationsWith = (before: Populations, populations: readonly Population[]): Populations => {
  const after: Record<string, readonly Population[]> = { ...before };
  for (const population of populations) {
    const others = (after[population.unitId] ?? []).filter(({ on }) => on !== population.on);
    after[population.unitId] = [...others, population].sort((a, b) => (a.on < b.on ? -1 : 1));
  }
  return after;
};

/** The latest count of a unit not later than a day; undefined where there is none. */
export const populationOn = (
  { populations }: { readonly populations: Populations }, unitId: string, day: CalendarDate,
): Population | undefined =>
  (Object.hasOwn(populations, unitId) ? (populations[unitId] ?? []) : []).findLast(({ on }) => on <= day);
