import type { MappedIndicator, MeasureRelation } from './measure.events.js';
import type { MeasureRow } from './measure-register.js';
import type { MeasuredValue } from '../task/measured-value.js';
import type { LocalisedText } from '@zeren/kernel';
import type { YearStatus } from '../task/task-years.js';

/** A campaign as far as measures go: which version of which standard it works to now. */
export type CampaignStandard = { readonly campaignId: string; readonly standardId: string };

/** An indicator of a campaign. */
export type CampaignIndicator = { readonly campaignId: string; readonly indicatorCode: string };

/** One indicator that a measure serves in a campaign. */
export type ServedIndicator = CampaignIndicator & Pick<MappedIndicator, 'metric' | 'relation' | 'reason'>;

/** A value that another indicator can take over as it is. */
export type UsableValue = CampaignIndicator & { readonly measure: MeasureRow; readonly value: MeasuredValue };

/** A task that asks the same unit for the same year for what a measure measures. */
export type AskedBefore = CampaignIndicator & {
  readonly measureId: string;
  readonly measureName: LocalisedText;
  readonly relation: MeasureRelation;
  readonly reason: LocalisedText;
  /** Whether its value counts as it is: unit and definition are equal on both sides. */
  readonly isUsable: boolean;
  readonly taskId: string;
  readonly name: LocalisedText;
  readonly unitId: string;
  readonly year: number;
  readonly status: YearStatus;
  /** What was reported there; empty while nothing was. */
  readonly values: readonly MeasuredValue[];
  readonly measuredOn: string | null;
};

/** Which indicators of which campaigns a measure serves. */
export const servedBy = ({ indicators }: Pick<MeasureRow, 'indicators'>, campaigns: readonly CampaignStandard[]): readonly ServedIndicator[] =>
  indicators.flatMap(({ standardId, ...mapped }) =>
    campaigns.filter((campaign) => campaign.standardId === standardId).map(({ campaignId }) => ({ campaignId, ...mapped })));

const isOf = (one: CampaignIndicator, other: CampaignIndicator): boolean => one.campaignId === other.campaignId && one.indicatorCode === other.indicatorCode;

/** The indicators of other campaigns that take a reported value as it is: both sides measure the same, in the same unit. */
export const usableElsewhere = (
  measures: readonly MeasureRow[], campaigns: readonly CampaignStandard[], reported: CampaignIndicator & { readonly values: readonly MeasuredValue[] },
): readonly UsableValue[] =>
  measures.flatMap((measure) => {
    const served = servedBy(measure, campaigns).filter(({ relation }) => relation === 'same');
    const source = served.find((one) => isOf(one, reported));
    const value = source && reported.values.find(({ metric, unit }) => metric === source.metric && unit === measure.unit);
    if (!value) return [];
    return served.filter((one) => one.campaignId !== reported.campaignId)
      .map(({ campaignId, indicatorCode, metric }) => ({ campaignId, indicatorCode, measure, value: { ...value, metric } }));
  });

/** Where else a unit is asked for what an indicator measures: by measure, the other indicators it serves. */
export const askedElsewhere = (
  measures: readonly MeasureRow[], campaigns: readonly CampaignStandard[], asked: CampaignIndicator,
): readonly { readonly measure: MeasureRow; readonly other: ServedIndicator; readonly isUsable: boolean }[] =>
  measures.flatMap((measure) => {
    const served = servedBy(measure, campaigns);
    const own = served.find((one) => isOf(one, asked));
    return own
      ? served.filter((one) => !isOf(one, asked)).map((other) => ({ measure, other, isUsable: own.relation === 'same' && other.relation === 'same' }))
      : [];
  });
