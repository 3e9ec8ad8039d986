import type { Event } from '@zeren/kernel';
import type { Cycle } from './split.events.js';

/**
 * A split took hold of the work of one campaign that it is about to publish, or said what of it is left: nothing where
 * the publication was refused after all. While one split holds a task or an indicator, no other publishes a split of it.
 */
export type WorkReserved = Event<'WorkReserved', {
  /** Public id of the split. */
  readonly splitId: string;
  readonly cycle: Cycle;
  /** Public ids of the published tasks that its rows are split from. */
  readonly parentTaskIds: readonly string[];
  /** Indicators that its roots are of. */
  readonly indicatorCodes: readonly string[];
}>;
