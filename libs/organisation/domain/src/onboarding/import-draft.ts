import { DomainError, type RefusalDetails } from '@zeren/kernel';
import type { CalendarDate, Holding, Post, PostRecord, UnitPeriod, UnitVersion } from '../organisation.events.js';
import type { OrganisationRefusal } from '../refusals.js';
import type { Register } from '../register-state.js';
import type { CellFault, SheetPlace } from '../sheet/index.js';
import type { WorkingYear } from '../calendar/calendar.events.js';
import type { Population } from './onboarding.events.js';

/** Stands somewhere in a sheet. */
export type Placed = { readonly place: SheetPlace };

/** What a unit is from a day on; the level of an office or department, null here, is that of what it belongs to. */
export type PlacedUnit = Placed & { readonly unit: UnitVersion; readonly reason: string };
/** A post, and who holds it from when. A post may stand in several rows, one for each holder. */
export type PlacedPost = Placed & { readonly post: Post; readonly holder: Pick<Holding, 'officerId' | 'from'> | null };
export type PlacedPopulation = Placed & { readonly population: Population };

/** A day on which the calendar differs from the week, by which notice. */
export type PlacedWorkingDay = Placed & { readonly date: CalendarDate; readonly kind: 'rest' | 'work'; readonly document: string };

export type ImportTables = {
  readonly units: readonly PlacedUnit[];
  readonly posts: readonly PlacedPost[];
  readonly populations: readonly PlacedPopulation[];
  readonly workingDays: readonly PlacedWorkingDay[];
};

/** One thing an import would change, and what was before where something was. */
export type ImportChange =
  | { readonly what: 'unit-registered'; readonly place: SheetPlace; readonly unit: UnitVersion }
  | { readonly what: 'unit-changed'; readonly place: SheetPlace; readonly unit: UnitVersion; readonly before: UnitPeriod; readonly reason: string }
  | { readonly what: 'post-created'; readonly place: SheetPlace; readonly post: Post }
  | { readonly what: 'post-filled'; readonly place: SheetPlace; readonly postId: string; readonly officerId: string; readonly from: CalendarDate }
  | { readonly what: 'population-recorded'; readonly place: SheetPlace; readonly population: Population }
  | { readonly what: 'working-year-published'; readonly place: SheetPlace; readonly year: WorkingYear };

/** A register that is filled in place while a plan is made, so that ten thousand rows cost no ten thousand copies. */
export type RegisterDraft = Register & {
  readonly units: Record<string, readonly UnitPeriod[]>;
  readonly posts: Record<string, PostRecord>;
};

/** Which column of a sheet a rule's field stands in. */
export const columnOfField: Readonly<Record<string, string>> = {
  unitId: 'id', postId: 'id', parentUnitId: 'parent', validFrom: 'from', officerId: 'holder',
};

/** Runs a rule, and notes at its place what it refuses. */
export const noting = (
  faults: CellFault[], place: SheetPlace, rule: () => void, columns: Readonly<Record<string, string>> = columnOfField,
): void => {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = error.field?.split('.').at(-1) ?? '';
    faults.push({ place, column: columns[field] ?? field, code: error.code as OrganisationRefusal, details: error.details as RefusalDetails });
  }
};
