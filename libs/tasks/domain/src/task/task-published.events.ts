import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { PartTerms } from '../joint/part.events.js';
import type { ObjectionTerms } from '../rules/task-rules.events.js';
import type { AnnualTarget, DutyNamed, IntegrationsNamed, StatedCredit, TaskAncestor, TaskMetric } from '../split/split.events.js';
import type { EvidenceKind } from '../standard/standard.events.js';

/** Until when, by the rules at dispatch, the dispatched unit may object, and what then follows. */
export type ObjectionRule = ObjectionTerms & {
  /** The last day, in the tenant's calendar. */
  readonly until: string;
  /** Counted without the statutory holidays of its year, which were not entered. */
  readonly byWeekAlone: boolean;
  /** Objections and reports before a revision opened this time anew, which no longer count; absent where dispatch opened it. */
  readonly since?: { readonly objections: number; readonly reports: number };
};

/** What a task comes from that no split holds: a meeting's decision, an inspection's finding, a reform, a leader's instruction. */
export type OriginKind = 'meeting-decision' | 'inspection-finding' | 'reform' | 'leader-instruction';

/** Where a task comes from, with the number of the minutes, the notice, the plan or the instruction. */
export type TaskOrigin = {
  readonly kind: OriginKind;
  readonly document: string;
  /** The decision of a joint meeting, by the meeting's public id and the decision's number; absent where no recorded meeting made it. */
  readonly decision?: { readonly meetingId: string; readonly number: number };
};

/**
 * A row of a published split became a task, a task that another unit gave back was dispatched anew, or one was dispatched
 * by itself.
 */
export type TaskPublished = Event<'TaskPublished', {
  /** Public id of the split, or of what else it came from: its tenant owns the task. */
  readonly splitId: string;
  readonly rowKey: string;
  readonly parentTaskId: string | null;
  /** The tasks it descends from, root first; the last is the parent. */
  readonly ancestors: readonly TaskAncestor[];
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly evidence: EvidenceKind;
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly supportingUnitIds: readonly string[];
  readonly accountablePostId: string;
  readonly level: number;
  readonly weight: Decimal;
  readonly metrics: readonly TaskMetric[];
  readonly annualTargets: readonly AnnualTarget[];
  readonly deadline: string;
  /** Tenants other than the owner that the task is shared with: the lead unit's, those of a joint task's parties, and those up the chain. */
  readonly sharedWith: readonly string[];
  /** Absent where the task was dispatched before objections were provided for: then there is none. */
  readonly objection?: ObjectionRule;
  /** Public id of the task it was dispatched anew for. */
  readonly replaces?: string;
  /** Absent for a task of a split or a posting. */
  readonly origin?: TaskOrigin;
  /** The parts of a joint task (联合任务), one for each party; absent for any other. */
  readonly parts?: readonly PartTerms[];
} & StatedCredit & DutyNamed & IntegrationsNamed>;
