import type { Event } from '@zeren/kernel';

/** What citizens were asked about a campaign: whether they know of it, support it, take part, are satisfied. */
export type SurveyKind = 'awareness' | 'support' | 'participation' | 'satisfaction';

/** A survey was made, with the size of its sample. */
export type SurveyRecorded = Event<'SurveyRecorded', {
  /** Whose survey it is. */
  readonly unitId: string;
  readonly campaignId: string;
  /** The indicator it measures, where it measures one. */
  readonly indicatorCode: string | null;
  readonly kind: SurveyKind;
  readonly title: string;
  /** Where it was made. */
  readonly areaUnitId: string;
  /** First and last day, in the tenant's calendar. */
  readonly from: string;
  readonly until: string;
  /** People asked, those who answered, and of these how many in favour. */
  readonly asked: number;
  readonly answered: number;
  readonly favourable: number;
  /** Who made it. */
  readonly conductedBy: string;
  /** Public ids of the report and tables on file. */
  readonly evidenceIds: readonly string[];
}>;

/** A survey was taken back, for a stated reason. */
export type SurveyWithdrawn = Event<'SurveyWithdrawn', { readonly reason: string }>;

export type SurveyEvent = SurveyRecorded | SurveyWithdrawn;
