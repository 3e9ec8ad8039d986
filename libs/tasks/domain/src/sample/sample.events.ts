import type { Decimal, Event, LocalisedText } from '@zeren/kernel';

/** One verified result, with the units that gain by it: none of them may re-check it. */
export type SampledResult = {
  readonly taskId: string;
  readonly year: number;
  readonly name: LocalisedText;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly interestedUnitIds: readonly string[];
};

/**
 * A city drew a random sample of what a district had verified. The same seed and population give the same sample: the
 * algorithm is `drawSample`, the population its keys `<task id>@<year>`.
 */
export type SampleDrawn = Event<'SampleDrawn', {
  /** The district whose own verification is looked at. */
  readonly districtTenantId: string;
  /** The campaign it is limited to; null for all. */
  readonly campaignId: string | null;
  readonly year: number;
  readonly seed: string;
  readonly size: number;
  /** How many results could have been drawn, and SHA-256 over their keys in order, one a line. */
  readonly population: number;
  readonly populationHash: string;
  readonly results: readonly SampledResult[];
}>;

/** A sampled result was looked at again, by someone with no interest in it. */
export type ResultRechecked = Event<'ResultRechecked', {
  readonly taskId: string;
  readonly verdict: 'held' | 'failed';
  readonly finding: string;
  readonly unitId: string;
}>;

/** Every sampled result was looked at: the share that failed, in percent, by which the district's score is adjusted. */
export type SampleConcluded = Event<'SampleConcluded', { readonly failed: number; readonly size: number; readonly failureRate: Decimal }>;

export type SampleEvent = SampleDrawn | ResultRechecked | SampleConcluded;
