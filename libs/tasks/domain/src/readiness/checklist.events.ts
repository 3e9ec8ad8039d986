import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Commitment, DocumentFormat, EvidenceKind, Metric } from '../standard/standard.events.js';

/** What a checklist holds: preconditions, occurrences of the negative list, indicators. */
export const checklistKinds = ['precondition', 'negative', 'indicator'] as const;
export type ChecklistKind = (typeof checklistKinds)[number];

/** One thing that must be ready when the assessors come. What only indicators have is null or empty for the others. */
export type ChecklistItem = {
  readonly code: string;
  readonly kind: ChecklistKind;
  readonly name: LocalisedText;
  /** Weight in the campaign. */
  readonly weight: Decimal | null;
  readonly metrics: readonly Metric[];
  readonly evidence: EvidenceKind | null;
  /** Forms of document of which any one proves it. */
  readonly formats: readonly DocumentFormat[];
  readonly commitment: Commitment | null;
  /** The unit that answers for its being ready. */
  readonly unitId: string;
};

/** What was found of one item. For the negative list, ready means that it did not occur. */
export type ChecklistMark = { readonly code: string; readonly ready: boolean; readonly remark: string };

/** The checklist of a campaign was drawn from the version of the standard it works to. What was marked and reads the same stays marked. */
export type ChecklistDrawn = Event<'ChecklistDrawn', {
  readonly campaignId: string;
  readonly standardId: string;
  readonly items: readonly ChecklistItem[];
}>;

/** A unit found items ready, or not. */
export type ChecklistMarked = Event<'ChecklistMarked', {
  readonly unitId: string;
  /** UTC. */
  readonly at: string;
  readonly marks: readonly ChecklistMark[];
}>;

/** Another unit answers for an item from now on. */
export type ChecklistItemAssigned = Event<'ChecklistItemAssigned', { readonly code: string; readonly unitId: string }>;

export type ChecklistEvent = ChecklistDrawn | ChecklistMarked | ChecklistItemAssigned;
