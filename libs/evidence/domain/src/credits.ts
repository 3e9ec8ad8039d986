import { parsePublicId } from '@zeren/kernel';
import type { Credit, EvidenceFormat } from './evidence.events.js';
import { refuse } from './refusals.js';

/** By code of the indicator. */
export type StatedFormats = Readonly<Record<string, readonly EvidenceFormat[]>>;

/** What the filing tenant knows of the campaigns and tasks that evidence is to count for. */
export type CreditFacts = {
  readonly campaigns: readonly {
    readonly campaignId: string;
    readonly indicatorCodes: readonly string[];
    /** The forms of document accepted, for each indicator whose standard names them. */
    readonly formats?: StatedFormats;
  }[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly campaignId: string;
    readonly indicatorCode: string;
    /** The lead unit and those that support it. */
    readonly unitIds: readonly string[];
  }[];
  /** How much evidence of the unit is credited to an indicator already. */
  readonly onFile: readonly { readonly campaignId: string; readonly indicatorCode: string; readonly count: number }[];
  /** How much one unit may have credited to one indicator. */
  readonly limit: number;
};

export const sameIndicator = (
  a: Pick<Credit, 'campaignId' | 'indicatorCode'>, b: Pick<Credit, 'campaignId' | 'indicatorCode'>,
): boolean => a.campaignId === b.campaignId && a.indicatorCode === b.indicatorCode;

/** The tenant whose campaign it is. */
export const ownerOf = ({ campaignId }: Pick<Credit, 'campaignId'>): string => parsePublicId(campaignId)?.tenantId ?? '';

/** What a unit has to prove: an indicator of a campaign. `<campaign>~<indicator>~<unit>` */
export const dutyOf = ({ campaignId, indicatorCode, unitId }: Pick<Credit, 'campaignId' | 'indicatorCode'> & { readonly unitId: string }): string =>
  `${campaignId}~${indicatorCode}~${unitId}`;

/** The credits of a piece of this form, those marked whose indicator names the forms it accepts. Refuses a form that is not one of them. */
export const acceptedCredits = (credits: readonly Credit[], format: EvidenceFormat, { campaigns }: CreditFacts): Credit[] =>
  credits.map((credit, index) => {
    const stated = campaigns.find(({ campaignId }) => campaignId === credit.campaignId)?.formats?.[credit.indicatorCode];
    if (!stated) return credit;
    if (!stated.includes(format)) refuse('evidence-form-not-accepted', `credits[${index}]`, { indicator: credit.indicatorCode });
    return { ...credit, accepted: true };
  });

/** Refuses what evidence of this unit cannot count for. */
export const requireCreditable = (credits: readonly Credit[], unitId: string, facts: CreditFacts): void => {
  if (credits.length === 0) refuse('evidence-without-subject', 'credits');
  credits.forEach((credit, index) => {
    const field = `credits[${index}]`;
    if (credits.slice(0, index).some((earlier) => sameIndicator(earlier, credit))) {
      refuse('evidence-credit-repeated', field, { indicator: credit.indicatorCode });
    }
    requireKnown(credit, field, facts);
    requireOwnTask(credit, field, unitId, facts);
    requireRoom(credit, field, unitId, facts);
  });
  requireOneOwner(credits);
};

const requireKnown = ({ campaignId, indicatorCode, taskId }: Credit, field: string, { campaigns, tasks }: CreditFacts): void => {
  if (taskId !== null && !tasks.some((task) => task.taskId === taskId)) {
    refuse('evidence-task-unknown', `${field}.taskId`, { task: taskId });
  }
  const campaign = campaigns.find((known) => known.campaignId === campaignId);
  if (!campaign) return refuse('evidence-campaign-unknown', `${field}.campaignId`, { campaign: campaignId });
  if (!campaign.indicatorCodes.includes(indicatorCode)) {
    refuse('evidence-indicator-unknown', `${field}.indicatorCode`, { campaign: campaignId, indicator: indicatorCode });
  }
};

const requireOwnTask = (credit: Credit, field: string, unitId: string, { tasks }: CreditFacts): void => {
  const task = tasks.find(({ taskId }) => taskId === credit.taskId);
  if (!task) return;
  if (!sameIndicator(task, credit)) refuse('evidence-task-differs', `${field}.taskId`, { task: task.taskId });
  if (!task.unitIds.includes(unitId)) refuse('evidence-task-of-another-unit', `${field}.taskId`, { task: task.taskId, unit: unitId });
};

const requireRoom = (credit: Credit, field: string, unitId: string, { onFile, limit }: CreditFacts): void => {
  const count = onFile.find((known) => sameIndicator(known, credit))?.count ?? 0;
  if (count >= limit) refuse('evidence-too-many', field, { unit: unitId, indicator: credit.indicatorCode, count, limit });
};

/** Evidence is shared whole: what counts for two owners' campaigns would tell each of the other. */
export const requireOneOwner = (credits: readonly Credit[]): void => {
  if (new Set(credits.map(ownerOf)).size > 1) refuse('evidence-campaigns-of-two-owners', 'credits');
};
