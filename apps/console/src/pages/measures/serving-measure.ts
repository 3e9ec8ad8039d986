import type { MeasureRow, ServedIndicator } from '@zeren/tasks-domain';

/** A measure as the service answers: with the indicators of running campaigns that it serves. */
export type ServingMeasure = MeasureRow & { readonly serves: readonly ServedIndicator[] };
