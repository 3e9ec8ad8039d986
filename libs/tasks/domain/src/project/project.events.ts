import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { IntegrationsNamed } from '../split/split.events.js';

/**
 * Where a project's money comes from: the budget (财政预算), consolidated project funds (整合项目资金), attracted investment
 * (招商引资), build–transfer and build–operate–transfer (BT, BOT).
 */
export type FundingSource = 'budget' | 'consolidated' | 'attracted' | 'bt' | 'bot';

/** Money of one source, in 10,000 yuan. `tiedUse`: it may be spent on nothing else (专款专用). */
export type Funding = {
  readonly source: FundingSource;
  readonly amount: Decimal;
  readonly tiedUse: string | null;
  /** The year it is for, where each source is given year by year; absent where it is for the whole project. */
  readonly year?: number;
};

/** What is to be invested in one year, in 10,000 yuan. */
export type AnnualInvestment = { readonly year: number; readonly amount: Decimal };

/** An indicator was made concrete: a project with its investment plan and its funding. */
export type ProjectRegistered = Event<'ProjectRegistered', {
  readonly code: string;
  readonly name: LocalisedText;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  /** In 10,000 yuan; annual plans and funding each sum exactly to it. */
  readonly investment: Decimal;
  readonly annualPlans: readonly AnnualInvestment[];
  readonly funding: readonly Funding[];
  readonly startsOn: string;
  readonly endsOn: string;
  /** Build–transfer was restricted at the end of 2012: a project begun after that is registered with a warning. */
  readonly restrictedFunding: boolean;
  /** Whose campaign it belongs to, where that is another tenant: it sees the project. */
  readonly campaignTenantId: string;
} & IntegrationsNamed>;

/** Investment was completed: money of one source, spent on one use. */
export type InvestmentReported = Event<'InvestmentReported', {
  /** 1 for the project's first entry. */
  readonly entry: number;
  readonly year: number;
  readonly source: FundingSource;
  readonly use: string;
  /** In 10,000 yuan. */
  readonly amount: Decimal;
  readonly measuredOn: string;
  readonly unitId: string;
}>;

/** An entry was wrong: this is the right amount, and why. The entry itself stays as it was reported. */
export type InvestmentCorrected = Event<'InvestmentCorrected', {
  readonly entry: number;
  readonly amount: Decimal;
  readonly reason: string;
  readonly unitId: string;
}>;

/** The project is built. */
export type ProjectFinished = Event<'ProjectFinished', { readonly finishedOn: string; readonly unitId: string }>;

export type ProjectEvent = ProjectRegistered | InvestmentReported | InvestmentCorrected | ProjectFinished;
