import type { Command, LocalisedText } from '@zeren/kernel';
import type { CampaignOpened, ExternalRankEntered, Milestone, MilestoneReached } from './campaign.events.js';
import { isCalendarDate, localDate, localYear } from '@zeren/organisation-domain';
import type { Lamp } from '../task/lamp.js';
import { refuse } from '../refusals.js';

/** Say that a milestone was reached, and by which document. */
export type ReachMilestone = Command<'ReachMilestone', MilestoneReached['data']>;
/** Enter a rank that others published. */
export type EnterExternalRank = Command<'EnterExternalRank', ExternalRankEntered['data']>;

export type ReachedMilestone = MilestoneReached['data'];
export type ExternalRank = ExternalRankEntered['data'];

export const milestoneLampText: Readonly<Record<Lamp, LocalisedText>> = {
  green: { zh: '已实现', en: 'Reached' },
  yellow: { zh: '到期或力争未成', en: 'Due, or striven for in vain' },
  red: { zh: '确保未成', en: 'Promised and missed' },
  grey: { zh: '未到期', en: 'Not yet due' },
};

type Promised = Pick<Milestone, 'year' | 'unitId' | 'commitment'>;

const isReached = ({ year, unitId }: Promised, reached: readonly ReachedMilestone[]): boolean =>
  reached.some((one) => one.year === year && one.unitId === unitId);

/**
 * Green: reached. Grey: its year has not come. Yellow: its year is running; or it has passed and was only striven for.
 * Red: its year has passed and it was to be ensured.
 */
export const milestoneLamp = (milestone: Promised, reached: readonly ReachedMilestone[], now: string): Lamp => {
  if (isReached(milestone, reached)) return 'green';
  const year = localYear(now);
  if (year < milestone.year) return 'grey';
  return year === milestone.year || milestone.commitment === 'strive' ? 'yellow' : 'red';
};

export const checkReached = ({ year, unitId, reachedOn, document }: ReachedMilestone, { milestones }: CampaignOpened['data'], now: string): void => {
  if (!milestones.some((one) => one.year === year && one.unitId === unitId)) refuse('milestone-unknown', 'year', { year, unit: unitId });
  requirePast(reachedOn, 'reachedOn', now);
  if (document.trim() === '') refuse('document-required', 'document');
};

export const checkExternalRank = ({ rank, of, target, source, publishedOn }: ExternalRank, now: string): void => {
  if (rank < 1 || (of !== null && rank > of)) refuse('rank-invalid', 'rank');
  if (target !== null && (target < 1 || (of !== null && target > of))) refuse('rank-invalid', 'target');
  if (source.trim() === '') refuse('source-required', 'source');
  requirePast(publishedOn, 'publishedOn', now);
};

const requirePast = (day: string, field: string, now: string): void => {
  if (!isCalendarDate(day)) refuse('date-invalid', field);
  if (day > localDate(now)) refuse('date-in-future', field);
};
