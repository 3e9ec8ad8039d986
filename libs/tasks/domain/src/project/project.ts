import { compare, divide, equals, isDecimal, multiply, parsePublicId, round, sameData, sum, type Caller, type Command, type Decider, type Decimal } from '@zeren/kernel';
import { unitsActedFor } from '../task/acting-units.js';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import type { Funding, InvestmentCorrected, InvestmentReported, ProjectEvent, ProjectFinished, ProjectRegistered } from './project.events.js';
import { refuse } from '../refusals.js';
import { holdsOneOf, requireReason, rolesThatWork } from '../task/task-state.js';

export const fundingSources = ['budget', 'consolidated', 'attracted', 'bt', 'bot'] as const satisfies readonly Funding['source'][];

/** Build–transfer by local governments was restricted from this day (财预〔2012〕463号). */
export const BT_RESTRICTED_SINCE = '2012-12-24';

type Registered = ProjectRegistered['data'];

/** Make an indicator concrete. `indicatorCodes` are those of the campaign, which the handler read. */
export type RegisterProject = Command<'RegisterProject', Omit<Registered, 'restrictedFunding' | 'campaignTenantId'> & { readonly indicatorCodes: readonly string[] }>;
/** Report investment completed. */
export type ReportInvestment = Command<'ReportInvestment', Omit<InvestmentReported['data'], 'entry' | 'unitId'>>;
/** Correct an entry, with the reason. */
export type CorrectInvestment = Command<'CorrectInvestment', Omit<InvestmentCorrected['data'], 'unitId'>>;
/** Say that it is built. */
export type FinishProject = Command<'FinishProject', Pick<ProjectFinished['data'], 'finishedOn'>>;
export type ProjectCommand = RegisterProject | ReportInvestment | CorrectInvestment | FinishProject;

export type InvestmentEntry = Omit<InvestmentReported['data'], 'unitId'> & {
  readonly correction: Pick<InvestmentCorrected['data'], 'amount' | 'reason'> | null;
};

export type Project =
  | { readonly status: 'none' }
  | { readonly status: 'running' | 'finished'; readonly content: Registered; readonly entries: readonly InvestmentEntry[] };

type Begun = Exclude<Project, { status: 'none' }>;

/** The amount of an entry as it stands: corrected where it was. */
export const amountOf = ({ amount, correction }: InvestmentEntry): Decimal => correction?.amount ?? amount;

/** Completed of planned, in percent to two places: it may exceed 100. */
export const shareOf = (completed: Decimal, planned: Decimal): Decimal => (equals(planned, '0') ? '0' : round(divide(multiply(completed, '100'), planned), 2));

const requireAmount = (amount: Decimal, field: string): void => {
  if (!isDecimal(amount) || compare(amount, '0') <= 0) refuse('amount-invalid', field);
};

const requireSum = (amounts: readonly Decimal[], total: Decimal, field: 'annualPlans' | 'funding'): void => {
  amounts.forEach((amount, index) => { requireAmount(amount, `${field}[${index}].amount`); });
  const found = sum(amounts);
  if (!equals(found, total)) refuse(field === 'funding' ? 'funding-differs' : 'plan-differs', field, { sum: found, total });
};

/** Where funding is given year by year, that of each year sums exactly to the year's plan. */
const requireFundedYears = ({ annualPlans, funding }: Pick<Registered, 'annualPlans' | 'funding'>): void => {
  if (funding.every(({ year }) => year === undefined)) return;
  funding.forEach(({ year }, index) => {
    if (year === undefined) return refuse('funding-without-year', `funding[${index}].year`);
    if (!annualPlans.some((plan) => plan.year === year)) refuse('year-not-planned', `funding[${index}].year`, { year });
  });
  annualPlans.forEach(({ year, amount }, index) => {
    const found = sum(funding.filter((one) => one.year === year).map((one) => one.amount));
    if (!equals(found, amount)) refuse('funding-of-year-differs', `annualPlans[${index}].amount`, { year, sum: found, planned: amount });
  });
};

/** A year is planned once. */
const requireYearsOnce = (annualPlans: Registered['annualPlans']): void => {
  const repeated = annualPlans.findIndex(({ year }, index) => annualPlans.findIndex((plan) => plan.year === year) < index);
  if (repeated >= 0) refuse('year-repeated', `annualPlans[${repeated}].year`, { year: annualPlans[repeated]?.year ?? '' });
};

const requireDates = ({ startsOn, endsOn }: Pick<Registered, 'startsOn' | 'endsOn'>): void => {
  if (!isCalendarDate(startsOn)) refuse('date-invalid', 'startsOn');
  if (!isCalendarDate(endsOn) || endsOn < startsOn) refuse('date-invalid', 'endsOn');
};

const register = ({ indicatorCodes, ...data }: RegisterProject['data'], project: Project): readonly ProjectEvent[] => {
  if (project.status !== 'none') {
    const { restrictedFunding: _, campaignTenantId: __, ...content } = project.content;
    return sameData(content, data) ? [] : refuse('project-exists');
  }
  if (!indicatorCodes.includes(data.indicatorCode)) refuse('indicator-unknown', 'indicatorCode', { indicator: data.indicatorCode });
  requireAmount(data.investment, 'investment');
  requireDates(data);
  requireYearsOnce(data.annualPlans);
  requireSum(data.annualPlans.map(({ amount }) => amount), data.investment, 'annualPlans');
  requireSum(data.funding.map(({ amount }) => amount), data.investment, 'funding');
  requireFundedYears(data);
  const restrictedFunding = data.startsOn >= BT_RESTRICTED_SINCE && data.funding.some(({ source }) => source === 'bt');
  return [{ type: 'ProjectRegistered', data: { ...data, restrictedFunding, campaignTenantId: parsePublicId(data.campaignId)?.tenantId ?? '' } }];
};

const requireLead = ({ content }: Begun, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  if (!unitsActedFor(caller.unitId).includes(content.unitId)) refuse('not-the-lead', undefined, { unit: content.unitId });
};

/** Tied money is spent on nothing but its use; money of a source the project does not have, or not for that year, is none. */
const requireUse = ({ content }: Begun, { source, use, year }: ReportInvestment['data']): void => {
  const of = content.funding.filter((funding) => funding.source === source && (funding.year === undefined || funding.year === year));
  if (of.length === 0) refuse('source-not-planned', 'source');
  const tied = of.map(({ tiedUse }) => tiedUse).filter((tiedUse) => tiedUse !== null);
  if (tied.length === of.length && !tied.includes(use)) refuse('use-tied', 'use', { use: tied.join('、') });
};

const report = (data: ReportInvestment['data'], project: Begun, caller: Caller): readonly ProjectEvent[] => {
  requireLead(project, caller);
  const last = project.entries.at(-1);
  if (last && last.correction === null && sameData({ ...last, entry: 0, correction: 0 }, { ...data, entry: 0, correction: 0 })) return [];
  requireAmount(data.amount, 'amount');
  if (!project.content.annualPlans.some(({ year }) => year === data.year)) refuse('year-not-planned', 'year', { year: data.year });
  if (!isCalendarDate(data.measuredOn)) refuse('date-invalid', 'measuredOn');
  if (data.measuredOn > localDate(caller.now)) refuse('measured-in-future', 'measuredOn');
  requireUse(project, data);
  return [{ type: 'InvestmentReported', data: { entry: project.entries.length + 1, ...data, unitId: caller.unitId } }];
};

const correct = (data: CorrectInvestment['data'], project: Begun, caller: Caller): readonly ProjectEvent[] => {
  requireLead(project, caller);
  requireReason(data.reason);
  const entry = project.entries.find((one) => one.entry === data.entry) ?? refuse('entry-unknown', 'entry');
  if (!isDecimal(data.amount) || compare(data.amount, '0') < 0) refuse('amount-invalid', 'amount');
  if (equals(amountOf(entry), data.amount)) return [];
  return [{ type: 'InvestmentCorrected', data: { ...data, unitId: caller.unitId } }];
};

const finish = ({ finishedOn }: FinishProject['data'], project: Begun, caller: Caller): readonly ProjectEvent[] => {
  requireLead(project, caller);
  if (project.status === 'finished') return [];
  if (!isCalendarDate(finishedOn)) refuse('date-invalid', 'finishedOn');
  if (finishedOn > localDate(caller.now)) refuse('measured-in-future', 'finishedOn');
  return [{ type: 'ProjectFinished', data: { finishedOn, unitId: caller.unitId } }];
};

const decide = (command: ProjectCommand, project: Project, caller: Caller): readonly ProjectEvent[] => {
  if (command.type === 'RegisterProject') return register(command.data, project);
  if (project.status === 'none') return refuse('project-unknown');
  switch (command.type) {
    case 'ReportInvestment': return report(command.data, project, caller);
    case 'CorrectInvestment': return correct(command.data, project, caller);
    case 'FinishProject': return finish(command.data, project, caller);
  }
};

const evolve = (project: Project, event: ProjectEvent): Project => {
  if (event.type === 'ProjectRegistered') return { status: 'running', content: event.data, entries: [] };
  if (project.status === 'none') return project;
  switch (event.type) {
    case 'InvestmentReported': {
      const { unitId: _, ...entry } = event.data;
      return { ...project, entries: [...project.entries, { ...entry, correction: null }] };
    }
    case 'InvestmentCorrected': {
      const { entry, amount, reason } = event.data;
      return { ...project, entries: project.entries.map((one) => (one.entry === entry ? { ...one, correction: { amount, reason } } : one)) };
    }
    case 'ProjectFinished': return { ...project, status: 'finished' };
  }
};

/** A project under a city's campaign is seen by that city. */
export const projectDecider: Decider<Project, ProjectCommand, ProjectEvent> = {
  category: 'project',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (project) => (project.status === 'none' ? [] : [project.content.campaignTenantId]),
};
