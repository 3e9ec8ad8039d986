import type { Event, LocalisedText } from '@zeren/kernel';
import type { EvidenceFormat } from './evidence.events.js';

/** How an indicator is checked, as its standard says. */
export type EvidenceKind = 'document' | 'field' | 'survey' | 'statistics';

/** Of the tasks context, as data: the forms of document that a version of a standard accepts, where it names them. */
export type StandardPublication = Event<'StandardPublished', {
  readonly categories: readonly { readonly indicators: readonly { readonly code: string; readonly formats?: readonly EvidenceFormat[] }[] }[];
}>;

/** Of the tasks context, as data: what evidence has to know of a campaign. */
export type CampaignOpening = Event<'CampaignOpened', {
  readonly name: LocalisedText;
  /** Public id of the standard's version. */
  readonly standardId: string;
  readonly leadUnitId: string;
  /** One for each indicator of the standard. */
  readonly weights: readonly { readonly indicatorCode: string }[];
  /** Tenants that take part. */
  readonly participantTenantIds: readonly string[];
}>;

/** Of the tasks context, as data: the campaign moved to a later version of its standard. */
export type CampaignMove = Event<'CampaignMapped', {
  readonly toStandardId: string;
  /** One for each indicator of the new version. */
  readonly weights: readonly { readonly indicatorCode: string }[];
}>;

/** Of the tasks context, as data: what evidence has to know of a task. */
export type TaskPublication = Event<'TaskPublished', {
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly evidence: EvidenceKind;
  readonly unitId: string;
  readonly supportingUnitIds: readonly string[];
  readonly level: number;
  readonly deadline: string;
}>;

/** Of the tasks context, as data: a revision of its split changed a task, which stands whole in it. */
export type TaskRevision = Event<'TaskRevised', { readonly content: TaskPublication['data'] }>;

/** Of the tasks context, as data: a task that asks nothing more of its unit. Its successor, where it has one, is published anew. */
export type TaskEnding = Event<'TaskReturned' | 'TaskVoided' | 'TaskWithdrawn' | 'TaskExplained' | 'TaskClosed', { readonly reason: string }>;

/**
 * How an indicator relates to the measure it shares with others: it is the same; it asks for more, so that its evidence
 * serves the others; or they overlap in part.
 */
export type MeasureRelation = 'same' | 'stricter' | 'partial';

/** An indicator of a standard that a measure maps. */
export type MeasuredIndicator = { readonly standardId: string; readonly indicatorCode: string; readonly relation: MeasureRelation };

/** Of the tasks context, as data: which indicators of different standards measure one thing. */
export type MeasureMapping = Event<'MeasureDefined' | 'MeasureRevised', { readonly indicators: readonly MeasuredIndicator[] }>;
