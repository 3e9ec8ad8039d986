import type { Decimal, RowKey } from '@zeren/kernel';
import type { Channel, HandlingOutcome, RequestKind } from '../request/request-values.js';
import type { Counts, FigureFacts, Rates } from './figures.js';

/** By what figures are told apart. */
export const figureDimensions = ['unit', 'class', 'area', 'period', 'channel', 'kind', 'integration'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** One line of figures: of a unit, a class of matter, an area, a month (`2013-05`), a channel, a kind, a value of the integrations. */
export type FigureLine = {
  /** The unit's or area's id, the code, the month; empty where a request has none. */
  readonly key: string;
  readonly counts: Counts;
  readonly rates: Rates;
  /** Working minutes for which units had what was reported: half took no longer. Null where nothing was reported. */
  readonly medianMinutes: number | null;
};

export type FigureTable = {
  /** The moment by which something is due or overdue. */
  readonly now: string;
  readonly by: FigureDimension;
  /** Whether requests are counted, or what units did with those they were given. */
  readonly of: 'requests' | 'handlings';
  readonly lines: readonly FigureLine[];
  /** Of all lines together; a request with several integrations stands in several lines and here once. */
  readonly total: FigureLine;
};

/** One of those that a figure counted. */
export type CountedRequest = Omit<RowKey, 'readerTenantId'> & Omit<FigureFacts, 'respondedInTime' | 'reportedInTime'> & {
  readonly receipt: string;
  readonly subject: string;
  readonly kind: RequestKind;
  readonly channel: Channel;
  readonly matterCode: string | null;
  readonly areaUnitId: string;
  readonly filedAt: string;
  /** The unit whose handling was counted, and in which round; where requests are counted, the unit that has the lead. */
  readonly unitId: string | null;
  readonly round: number | null;
  readonly heldMinutes: number | null;
  readonly outcome: HandlingOutcome | null;
};

/** What of the figures anybody may know. */
export type PublicFigures = {
  readonly from: string;
  readonly until: string;
  readonly by: FigureDimension;
  readonly lines: readonly PublicFigureLine[];
  readonly total: PublicFigureLine;
};

export type PublicFigureLine = {
  readonly key: string;
  readonly received: number;
  readonly ended: number;
  readonly response: Decimal | null;
  readonly onTime: Decimal | null;
  readonly solution: Decimal | null;
  readonly satisfaction: Decimal | null;
  readonly medianMinutes: number | null;
};

export const publicLineOf = ({ key, counts: { received, ended }, rates, medianMinutes }: FigureLine): PublicFigureLine =>
  ({ key, received, ended, ...rates, medianMinutes });
