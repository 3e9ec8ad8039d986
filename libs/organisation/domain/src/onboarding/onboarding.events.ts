import type { Event } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** How many people lived in a unit's area on a day, as somebody counted them. */
export type Population = {
  readonly unitId: string;
  /** A whole number. */
  readonly people: number;
  readonly on: CalendarDate;
  /** Who counted or published it, with the document's name. */
  readonly source: string;
};

/** Populations of units entered the register, each with its day and source; said again for the same day, the later holds. */
export type PopulationsRecorded = Event<'PopulationsRecorded', { readonly populations: readonly Population[] }>;

/** An import too large for one append began. Until it is carried through or lapses, it alone changes the register. */
export type RegisterImportBegun = Event<'RegisterImportBegun', {
  /** Follows from the content of the file. */
  readonly importId: string;
  /** UTC: from then on others may change the register again. */
  readonly lapsesAt: string;
}>;

/** How many rows a file has of each kind. */
export type ImportedRows = {
  readonly units: number;
  readonly posts: number;
  readonly populations: number;
};

/** An import of divisions, departments, posts and external parties stands in the register with all its rows. */
export type RegisterImported = Event<'RegisterImported', { readonly importId: string; readonly rows: ImportedRows }>;
