import type { Event, LocalisedText } from '@zeren/kernel';
import type { Term } from '../calendar/term.js';
import type { CalendarDate } from '../organisation.events.js';

/** What a class is of: something that happens, a thing that stands in the street, an enterprise's need, a dispute between people. */
export type MatterKind = 'event' | 'component' | 'enterprise' | 'dispute';

/** Classes of a kind under one heading. */
export type MajorClass = { readonly code: string; readonly kind: MatterKind; readonly name: LocalisedText };

/** A step of handling and what it may take, counted from dispatch. The last one is the end of handling. */
export type MatterStage = { readonly code: string; readonly name: LocalisedText; readonly term: Term };

/** A class of matters: what is filed under it, within what it is handled, and what must be so before it is closed. */
export type MatterClass = {
  /** Begins with the code of its major class and a hyphen: `E01-03`. */
  readonly code: string;
  readonly kind: MatterKind;
  readonly majorCode: string;
  readonly name: LocalisedText;
  /** When something is filed under it; null where no standard says so. */
  readonly filingCondition: LocalisedText | null;
  /** At least one. */
  readonly stages: readonly MatterStage[];
  /** Whether the limits are those of a published standard, the tenant's own for want of one, or made up for a demonstration. */
  readonly limits: 'published' | 'default' | 'made-up';
  /** What must be so before it is closed; null where no standard says so. */
  readonly closingCondition: LocalisedText | null;
  /** Enters at a higher level at once. */
  readonly urgent: boolean;
  /** Where the class is taken from; null where that is not known. */
  readonly source: string | null;
};

/** One version of the catalogue, whole. */
export type CatalogueVersion = {
  /** 1 for the first. */
  readonly version: number;
  readonly validFrom: CalendarDate;
  /** Number of the document that laid it down. */
  readonly document: string;
  /** What a class is handled within where no standard says. */
  readonly defaultTerm: Term;
  /** Within how long a cell of the matrix that nobody owns, or several, is to be ruled on; five working days where it is not said. */
  readonly arbitrationTerm?: Term;
  readonly majors: readonly MajorClass[];
  readonly classes: readonly MatterClass[];
};

/** A city laid down, or laid down anew, what can be asked of it: one catalogue for all ways in. A version never changes afterwards. */
export type MatterCataloguePublished = Event<'MatterCataloguePublished', CatalogueVersion & {
  /** Districts that work by it. */
  readonly districtTenantIds: readonly string[];
}>;

/** A district that was set up after the catalogue was laid down works by it from now on. */
export type MatterCatalogueDisclosed = Event<'MatterCatalogueDisclosed', { readonly districtTenantId: string }>;

/** What happens to a city's catalogue: stream `matters-<city>_catalogue`, shared with its districts. */
export type MatterCatalogueEvent = MatterCataloguePublished | MatterCatalogueDisclosed;
