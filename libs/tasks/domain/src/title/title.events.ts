import type { Event, LocalisedText } from '@zeren/kernel';

/** Whether a precondition is met or something on the negative list occurred, and by what that is shown. */
export type Declared = { readonly code: string; readonly holds: boolean; readonly evidence: string };

/** An area applied for a campaign's title, and declared how it stands with the preconditions and the negative list. */
export type TitleApplied = Event<'TitleApplied', {
  readonly code: string;
  readonly name: LocalisedText;
  readonly campaignId: string;
  /** Public id of the version of the standard by which it was declared; absent where it was applied for before that was recorded. */
  readonly standardId?: string;
  readonly areaUnitId: string;
  /** Every area that must hold the title before the whole can (全域); empty for a title of one area. */
  readonly partUnitIds: readonly string[];
  readonly year: number;
  readonly preconditions: readonly Declared[];
  readonly negativeList: readonly Declared[];
  /** Tenants besides the applying one that take part and see it. */
  readonly participantTenantIds: readonly string[];
}>;

/** A precondition was missing or something on the negative list occurred: the application ended, whatever the score. */
export type TitleApplicationEnded = Event<'TitleApplicationEnded', { readonly missing: readonly string[]; readonly occurred: readonly string[] }>;

/** The area was nominated. */
export type TitleNominated = Event<'TitleNominated', { readonly on: string; readonly document: string }>;

/** The title was awarded for its first term. */
export type TitleAwarded = Event<'TitleAwarded', { readonly on: string; readonly validUntil: string; readonly document: string }>;

/** The title was reviewed again. */
export type TitleReReviewed = Event<'TitleReReviewed', { readonly on: string; readonly verdict: ReviewVerdict; readonly finding: string; readonly document: string }>;
export const reviewVerdicts = ['passed', 'failed'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** The title was kept for a further term. */
export type TitleKept = Event<'TitleKept', { readonly term: number; readonly validUntil: string; readonly document: string }>;

/** The title was taken away. */
export type TitleWithdrawn = Event<'TitleWithdrawn', { readonly on: string; readonly reason: string; readonly document: string }>;

export type TitleEvent = TitleApplied | TitleApplicationEnded | TitleNominated | TitleAwarded | TitleReReviewed | TitleKept | TitleWithdrawn;
