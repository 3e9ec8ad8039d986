import type { Event } from '@zeren/kernel';
import type { Deadline } from '../calendar/term.js';
import type { CalendarDate } from '../organisation.events.js';

/**
 * By what right a unit is named: `block`, the area names it (属地); `line`, a department or a body outside the tree is
 * competent for the class wherever it happens (属事). An area names one unit; lines may claim beside it, and beside each other.
 */
export type MatrixClaim = 'block' | 'line';

/** Who answers for a class of matters in an area, and in everything below it until a nearer row says otherwise. */
export type MatrixEntry = {
  readonly areaUnitId: string;
  /** A class, a major class for all of its classes, or `*` for every class. */
  readonly matterCode: string;
  readonly claim: MatrixClaim;
  readonly leadUnitId: string;
  readonly supportingUnitIds: readonly string[];
  /** The accountable post of the lead unit; null where its head answers. */
  readonly officerPostId: string | null;
};

/** An entry with its id, which it keeps, and the days on which it holds. */
export type MatrixRow = MatrixEntry & {
  readonly rowId: string;
  readonly validFrom: CalendarDate;
  /** Last day; null while it holds. Before `validFrom` where it was taken back before it began. */
  readonly validUntil: CalendarDate | null;
};

/** An area and a class: what a row or a ruling is about. */
export type MatrixCell = { readonly areaUnitId: string; readonly matterCode: string };

/** What brought a version about: a table that states the whole, a change of some rows, a ruling on one cell. */
export type MatrixCause = 'import' | 'change' | 'ruling';

/** The matrix became another from a day on: rows ended the day before, rows began. What it was before stays. */
export type MatrixVersionPublished = Event<'MatrixVersionPublished', {
  /** 1 for the first. */
  readonly version: number;
  readonly cause: MatrixCause;
  readonly from: CalendarDate;
  readonly reason: string;
  /** Number of the document it rests on; null where none is named. */
  readonly document: string | null;
  readonly added: readonly MatrixRow[];
  /** Ids of the rows that end the day before. */
  readonly ended: readonly string[];
  /** The cell that was ruled on; null for other causes. */
  readonly cell: MatrixCell | null;
  /** Districts in which it holds. */
  readonly districtTenantIds: readonly string[];
}>;

/** A cell without an owner, or claimed by several, waits to be arbitrated. */
export type CellReferred = Event<'CellReferred', MatrixCell & {
  readonly why: 'vacuum' | 'overlap';
  /** The units that claim it, where there are several. */
  readonly claimantUnitIds: readonly string[];
  readonly reason: string;
  readonly arbitrateBy: Deadline;
}>;

/** A district that was set up after the version in force was published works by it, and may rule in its own area, from now on. */
export type MatrixDisclosed = Event<'MatrixDisclosed', { readonly districtTenantId: string }>;

/** What happens to a city's matrix: stream `matrix-<city>_matrix`, shared with its districts. */
export type MatrixEvent = MatrixVersionPublished | CellReferred | MatrixDisclosed;
