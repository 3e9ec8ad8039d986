import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { Direction, EvidenceKind } from '../standard/standard.events.js';

/** Routine tasks are split every three years, key tasks every year. Both dates inclusive. */
export type Cycle = { readonly kind: 'routine' | 'key'; readonly from: string; readonly until: string };

/**
 * A metric of a task. `share`: an additive quantity, the children's targets sum exactly to the parent's;
 * `threshold`: a level that each must reach by itself.
 */
export type TaskMetric = {
  readonly code: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly distribution: 'share' | 'threshold';
  /** Set where the standard publishes no threshold and the task asks for its being met, yes or no. */
  readonly thresholdUnpublished?: true;
};

/** Boolean metrics aim at the value "1". */
export type MetricTarget =
  | { readonly metric: string; readonly value: Decimal }
  | { readonly metric: string; readonly low: Decimal; readonly high: Decimal };

/** What is due in one year of the cycle. */
export type AnnualTarget = {
  readonly year: number;
  /** UTC, ISO 8601; computed in the tenant's calendar when the split was drafted. */
  readonly dueAt: string;
  readonly targets: readonly MetricTarget[];
};

/** A supporting unit's part of the credit for a task, in per cent. */
export type SupportingCredit = { readonly unitId: string; readonly share: Decimal };

/** Who is credited with a task's result, in per cent: all parts together exactly 100. Where nothing is said, all is the lead's. */
export type StatedCredit = {
  /** Of the lead unit; absent where it is what the supporting units leave. */
  readonly leadCreditShare?: Decimal;
  readonly supportingCredits?: readonly SupportingCredit[];
};

/** On what ground work goes to a town that has a list of its duties. */
export type DutyNamed = {
  /** Code of the item in the town's list. */
  readonly dutyItem?: string;
  /** Number of the document by which the district admitted what is not in the list. */
  readonly admissionDocument?: string;
};

/** Under which of the four integrations (四个融合) work counts by itself. */
export type IntegrationsNamed = {
  /** Absent where it counts under those of its campaign. */
  readonly integrations?: readonly Integration[];
};

/** One task of a split, as one row of its table. */
export type SplitRow = {
  /** Unique in its batch; the task's id is derived from batch and key. */
  readonly key: string;
  /** The row it is split from, in this batch; or null. */
  readonly parentKey: string | null;
  /** Public id of the published task it is split from; or null. A row with neither parent is a root. */
  readonly parentTaskId: string | null;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly evidence: EvidenceKind;
  /** The one lead unit, and the tenant it works in. */
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly supportingUnitIds: readonly string[];
  readonly accountablePostId: string;
  /** Level of the unit in its city: 1 city … 5 grid. */
  readonly level: number;
  /** Weight among the children of one parent, which sum to exactly 100; a root's weight is that of its indicator. */
  readonly weight: Decimal;
  readonly metrics: readonly TaskMetric[];
  readonly annualTargets: readonly AnnualTarget[];
  /** UTC; the last moment of the whole task. */
  readonly deadline: string;
} & StatedCredit & DutyNamed & IntegrationsNamed;

/** A split was begun. */
export type SplitDrafted = Event<'SplitDrafted', {
  readonly title: LocalisedText;
  readonly cycle: Cycle;
  /** The deepest of the city's levels a row may reach: 2 ends at the districts, 3 at the towns. */
  readonly deepestLevel: number;
}>;

/** Rows were added to the draft. At most 500 an event. */
export type SplitRowsAdded = Event<'SplitRowsAdded', { readonly part: number; readonly rows: readonly SplitRow[] }>;

/**
 * Rows of the draft were set by hand: each stands as it is said here in place of the row of its key, or is new; the rows of the
 * removed keys are gone. At most 500 rows and keys an event. `total`: how many rows the draft has since.
 */
export type SplitRowsChanged = Event<'SplitRowsChanged', { readonly rows: readonly SplitRow[]; readonly removed: readonly string[]; readonly total: number }>;

/** The draft's table was begun anew: empty, or with the rows of the version in force, which it revises. `total`: its rows since. */
export type SplitTableReset = Event<'SplitTableReset', { readonly to: 'nothing' | 'rows-in-force'; readonly total: number }>;

/** The split was approved by the competent body, with its document's number. */
export type SplitApproved = Event<'SplitApproved', { readonly document: string; readonly rows: number; readonly hash: string }>;

/** A task further up, and the unit that leads it. */
export type TaskAncestor = { readonly taskId: string; readonly unitId: string };

/** The split is in force: its rows become tasks. `hash` is SHA-256 over the canonical rows, in order of key. */
export type SplitPublished = Event<'SplitPublished', {
  readonly rows: number;
  readonly hash: string;
  /** Tenants above that see the chain because the work descends from what they dispatched. */
  readonly chainTenantIds: readonly string[];
  /** Each published task that rows are split from, with its own ancestors, root first, as they stood. */
  readonly parents: readonly (TaskAncestor & { readonly ancestors: readonly TaskAncestor[] })[];
  /** Absent in the first version of a split. */
  readonly version?: number;
}>;

/** A published split is revised: its whole table is drafted anew. Until that is published, the version before is in force. */
export type SplitRevisionBegun = Event<'SplitRevisionBegun', { readonly version: number; readonly reason: string }>;

/** The draft of a revision was dropped; the version before it stays in force. */
export type SplitRevisionDropped = Event<'SplitRevisionDropped', { readonly version: number; readonly reason: string }>;

/** All tasks stand as the revised table says: how many were published, changed, closed, left as they were. */
export type SplitRevisionCarriedOut = Event<'SplitRevisionCarriedOut', {
  readonly version: number;
  readonly published: number;
  readonly revised: number;
  readonly closed: number;
  readonly kept: number;
}>;

/** The publication was halted: the rows that are not tasks yet wait. */
export type SplitPublicationStopped = Event<'SplitPublicationStopped', { readonly reason: string }>;

/** The publication goes on where it was halted. */
export type SplitPublicationResumed = Event<'SplitPublicationResumed', Record<string, never>>;

/**
 * A task that rows are split from was revised above to another target or another date: the split below it is to be
 * revised in turn.
 */
export type ParentTaskRevised = Event<'ParentTaskRevised', {
  /** Public id of the parent. */
  readonly taskId: string;
  readonly name: LocalisedText;
  /** Of the split above. */
  readonly version: number;
  readonly reason: string;
}>;

export type SplitEvent =
  | SplitDrafted | SplitRowsAdded | SplitRowsChanged | SplitTableReset | SplitApproved | SplitPublished | SplitRevisionBegun | SplitRevisionDropped | SplitRevisionCarriedOut
  | SplitPublicationStopped | SplitPublicationResumed | ParentTaskRevised;
