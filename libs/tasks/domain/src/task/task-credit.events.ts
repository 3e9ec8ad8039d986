import type { Event } from '@zeren/kernel';
import type { MeasuredValue } from './measured-value.js';

/** The task whose report is credited, and by which measure. */
export type CreditSource = {
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  /** Public id. */
  readonly measureId: string;
};

/** What the unit reported for another campaign counts for this task too, since both measure the same. */
export type ResultCredited = Event<'ResultCredited', {
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  readonly measuredOn: string;
  readonly source: CreditSource;
}>;
