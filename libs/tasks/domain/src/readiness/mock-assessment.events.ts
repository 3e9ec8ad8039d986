import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { ChecklistItem } from './checklist.events.js';

/** What an assessor has to look at: the indicator as its standard has it, and the points it can get. */
export type MockIndicator = Pick<ChecklistItem, 'code' | 'name' | 'metrics' | 'formats'> & { readonly weight: Decimal };

/** An area that is assessed, as it is called on the day of commissioning. */
export type MockArea = { readonly unitId: string; readonly name: LocalisedText };

/** A mock assessment was commissioned from a third party, with all that the party needs to know. */
export type MockAssessmentCommissioned = Event<'MockAssessmentCommissioned', {
  readonly title: LocalisedText;
  readonly campaignId: string;
  readonly campaignName: LocalisedText;
  /** The unit outside the tree that assesses, and its name on that day. */
  readonly assessorUnitId: string;
  readonly assessorName: LocalisedText;
  readonly areas: readonly MockArea[];
  /** Days on which it may be scored, both inclusive. */
  readonly from: string;
  readonly until: string;
  /** The year of the campaign it stands for. */
  readonly year: number;
  /** The source of the campaign's composition it stands for; null where it stands for all of them. */
  readonly source: string | null;
  readonly indicators: readonly MockIndicator[];
  /** Where the indicators are a sample: the seed it was drawn with, its size being that of the list. */
  readonly seed: string | null;
}>;

/** What an assessor gave an indicator: points of its weight, what was found, in which area and where exactly. */
export type MockScore = {
  readonly code: string;
  readonly points: Decimal;
  readonly finding: string;
  readonly areaUnitId: string;
  readonly place: string;
};

/** The assessor scored indicators; a later score of the same indicator stands in its place. */
export type MockIndicatorsScored = Event<'MockIndicatorsScored', { readonly at: string; readonly scores: readonly MockScore[] }>;

/** The assessor handed the mock assessment in: points of the weight assessed, and the score that makes, of 100. Nothing of it changes afterwards. */
export type MockAssessmentSubmitted = Event<'MockAssessmentSubmitted', { readonly points: Decimal; readonly outOf: Decimal; readonly score: Decimal; readonly summary: string }>;

export type MockAssessmentEvent = MockAssessmentCommissioned | MockIndicatorsScored | MockAssessmentSubmitted;
