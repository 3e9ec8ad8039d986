import type { Decimal } from '@zeren/kernel';

/** What was measured of one metric of a task. */
export type MeasuredValue = { readonly metric: string; readonly value: Decimal; readonly unit: string };
