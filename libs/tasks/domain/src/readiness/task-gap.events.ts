import type { Decimal, Event } from '@zeren/kernel';

/** Why something is a gap. `decisive`: it ends the application whatever the score. */
export const gapKinds = ['decisive', 'not-ready', 'below-target', 'missing-evidence', 'scored-low'] as const;
export type GapKind = (typeof gapKinds)[number];

/** A gap was put to the unit that works on the task, with what is expected of it before the assessment. */
export type GapNoted = Event<'GapNoted', {
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly kinds: readonly GapKind[];
  /** Points of the campaign's 100 that depend on it. */
  readonly points: Decimal;
  readonly reason: string;
  /** Tenants besides the dispatching one that see the task, and so the reason. */
  readonly readerTenantIds: readonly string[];
}>;

/** The gap was closed, in the way stated. */
export type GapSettled = Event<'GapSettled', { readonly how: string }>;

export type TaskGapEvent = GapNoted | GapSettled;
