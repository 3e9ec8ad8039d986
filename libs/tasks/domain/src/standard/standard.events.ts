import type { Decimal, Event, LocalisedText } from '@zeren/kernel';

export type Direction = 'at-least' | 'at-most' | 'range' | 'boolean';

/** What a metric aims at. */
export type Target =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'range'; readonly low: Decimal; readonly high: Decimal }
  /** One value for each kind of area; a campaign chooses the kind that applies. */
  | { readonly kind: 'by-area'; readonly values: Readonly<Record<string, Decimal>> }
  /** A dated value found elsewhere: "last year's value", "the national average". */
  | { readonly kind: 'reference'; readonly text: string }
  /** Met or not met. */
  | { readonly kind: 'yes' }
  /** The standard names the metric, but no source shows its threshold. */
  | { readonly kind: 'unpublished' };

export type Metric = {
  /** Unique within its indicator. */
  readonly code: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly target: Target;
};

export type EvidenceKind = 'document' | 'field' | 'survey' | 'statistics';

/** How firmly something is promised: ensure (确保) or strive (力争). */
export const commitments = ['ensure', 'strive'] as const;
export type Commitment = (typeof commitments)[number];

/** The forms of document that a standard accepts as proof. */
export const documentFormats = ['issued-document', 'explanatory-report', 'photo', 'statistics-table'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export type Indicator = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly metrics: readonly Metric[];
  readonly evidence: EvidenceKind;
  /** Absent where the standard does not say how firmly it is asked for. */
  readonly commitment?: Commitment;
  /** The forms of document accepted; absent where the standard leaves it to the kind of evidence. */
  readonly formats?: readonly DocumentFormat[];
  /** Whether a public source shows this item. */
  readonly verified: boolean;
  readonly source: string | null;
  /** An item the programme counts but no source names: imported under its number, with a yes/no metric. */
  readonly placeholder: boolean;
};

/** `assessed` counts towards the declared categories; `unassigned` holds the placeholders and stands outside them. */
export type CategoryKind = 'assessed' | 'basic-conditions' | 'unassigned';

export type Category = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly kind: CategoryKind;
  readonly indicators: readonly Indicator[];
};

export type Precondition = { readonly code: string; readonly name: LocalisedText };

/** A version of a standard was published; it never changes again. */
export type StandardPublished = Event<'StandardPublished', {
  readonly code: string;
  readonly version: number;
  readonly name: LocalisedText;
  /** The edition of the published text. */
  readonly edition: string;
  readonly source: string;
  readonly declaredCategories: number;
  readonly declaredItems: number;
  readonly categories: readonly Category[];
  /** Conditions of an application: one that is missing ends it, whatever the score. */
  readonly preconditions: readonly Precondition[];
  /** Occurrences of which any one ends an application, whatever the score; absent where the standard has no such list. */
  readonly negativeList?: readonly Precondition[];
  /** Tenants besides the importing one that work to it and therefore read it. */
  readonly participantTenantIds: readonly string[];
}>;

export type StandardEvent = StandardPublished;
