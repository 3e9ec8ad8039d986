import type { Event, LocalisedText } from '@zeren/kernel';

/** How an indicator is checked, as its standard says. */
export type EvidenceKind = 'document' | 'field' | 'survey' | 'statistics';

/** Of the tasks context, as data: what evidence has to know of a campaign. */
export type CampaignOpening = Event<'CampaignOpened', {
  readonly name: LocalisedText;
  readonly leadUnitId: string;
  /** One for each indicator of the standard. */
  readonly weights: readonly { readonly indicatorCode: string }[];
  /** Tenants that take part. */
  readonly participantTenantIds: readonly string[];
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

/** Of the tasks context, as data: a task that asks nothing more of its unit. Its successor, where it has one, is published anew. */
export type TaskEnding = Event<'TaskReturned' | 'TaskVoided' | 'TaskWithdrawn' | 'TaskExplained' | 'TaskClosed', { readonly reason: string }>;
