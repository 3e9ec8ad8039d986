import type { Decimal, Event, LocalisedText } from '@zeren/kernel';

/** How firmly a milestone is promised: ensure (确保) or strive (力争). */
export type Commitment = 'ensure' | 'strive';

export type Milestone = {
  readonly year: number;
  /** The area it concerns. */
  readonly unitId: string;
  readonly commitment: Commitment;
  readonly text: LocalisedText;
};

export type IndicatorWeight = { readonly indicatorCode: string; readonly weight: Decimal };

/** A campaign against one version of a standard was approved and opened. */
export type CampaignOpened = Event<'CampaignOpened', {
  readonly name: LocalisedText;
  /** Public id of the standard version. */
  readonly standardId: string;
  readonly grade: LocalisedText;
  readonly leadUnitId: string;
  /** The approval without which no campaign may run. */
  readonly approval: { readonly authority: string; readonly document: string };
  readonly milestones: readonly Milestone[];
  /** One for each indicator of the standard; they sum to exactly 100. */
  readonly weights: readonly IndicatorWeight[];
  /** Who set the weights, since the standards publish none. */
  readonly weightsSource: LocalisedText;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Tenants that take part and therefore see the campaign. */
  readonly participantTenantIds: readonly string[];
}>;

export type CampaignEvent = CampaignOpened;
