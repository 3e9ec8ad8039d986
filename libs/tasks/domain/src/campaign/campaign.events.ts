import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { Commitment } from '../standard/standard.events.js';

export type Milestone = {
  readonly year: number;
  /** The area it concerns. */
  readonly unitId: string;
  readonly commitment: Commitment;
  readonly text: LocalisedText;
};

/** Levels of area at which an approval allows a campaign to run. */
export const approvalLevels = ['city', 'district', 'town'] as const;
export type ApprovalLevel = (typeof approvalLevels)[number];

/** The approval without which no campaign may run; `levels` is absent where it was given before levels were recorded. */
export type Approval = { readonly authority: string; readonly document: string; readonly levels?: readonly ApprovalLevel[] };

export type IndicatorWeight = { readonly indicatorCode: string; readonly weight: Decimal };

/** A campaign against one version of a standard was approved and opened. */
export type CampaignOpened = Event<'CampaignOpened', {
  readonly name: LocalisedText;
  /** Public id of the standard version. */
  readonly standardId: string;
  readonly grade: LocalisedText;
  readonly leadUnitId: string;
  readonly approval: Approval;
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

/** What becomes of an indicator when its campaign moves to another version of the standard. */
export const mappingOutcomes = ['kept', 'changed', 'ended', 'added'] as const;
export type MappingOutcome = (typeof mappingOutcomes)[number];

/** One indicator of the old version, the new one, or both; `from` is null where it is added, `to` where it ended. */
export type MappingRow = { readonly from: string | null; readonly to: string | null; readonly outcome: MappingOutcome; readonly reason: string };

/** The campaign moved to a later version of its standard, and it was decided what becomes of each indicator and so of its tasks. */
export type CampaignMapped = Event<'CampaignMapped', {
  readonly fromStandardId: string;
  readonly toStandardId: string;
  readonly rows: readonly MappingRow[];
  /** One for each indicator of the new version; they sum to exactly 100. */
  readonly weights: readonly IndicatorWeight[];
  readonly weightsSource: LocalisedText;
  readonly reason: string;
  readonly document: string;
}>;

/** A source of a campaign's score: online declaration, field visit, survey. */
export type ScoreSource = { readonly code: string; readonly name: LocalisedText; readonly weight: Decimal };

/** It was laid down how the campaign's score is composed, by source and by year; both sum to exactly 100. */
export type CompositionSet = Event<'CompositionSet', {
  readonly sources: readonly ScoreSource[];
  readonly years: readonly { readonly year: number; readonly weight: Decimal }[];
  readonly document: string;
}>;

/** What one source gave the campaign in one year, 0 to 100; a later one for the same source and year stands in its place. */
export type SourceScored = Event<'SourceScored', {
  readonly source: string;
  readonly year: number;
  readonly score: Decimal;
  readonly document: string;
}>;

/** A rank that others published was entered, with where it stands. */
export type ExternalRankEntered = Event<'ExternalRankEntered', {
  readonly year: number;
  /** Among whom: the prefectures of the province, the cities of the country. */
  readonly among: LocalisedText;
  readonly rank: number;
  /** How many were ranked; null where the source does not say. */
  readonly of: number | null;
  /** The rank aimed at; null where none was. */
  readonly target: number | null;
  readonly source: string;
  readonly publishedOn: string;
}>;

/** A milestone was reached, as the named document shows. */
export type MilestoneReached = Event<'MilestoneReached', {
  readonly year: number;
  readonly unitId: string;
  readonly reachedOn: string;
  readonly document: string;
}>;

/** It was laid down under which of the four integrations (四个融合) the campaign counts, and with it those of its tasks that are not classified themselves. */
export type CampaignClassified = Event<'CampaignClassified', { readonly integrations: readonly Integration[]; readonly document: string }>;

export type CampaignEvent = CampaignOpened | CampaignMapped | CompositionSet | SourceScored | ExternalRankEntered | MilestoneReached | CampaignClassified;
