import type { Integration } from '@zeren/organisation-domain';
import { fundingSources, type Funding, type RegisterProject } from '@zeren/tasks-domain';
import { isDecimal, subtract, sum, type Decimal } from '@zeren/kernel';

/** A year's plan as it is being written. */
export type PlanRow = { readonly year: string; readonly amount: string };
/** A line of funding as it is being written; without a year it is for the whole project. */
export type FundingRow = { readonly source: Funding['source']; readonly year: string; readonly amount: string; readonly tiedUse: string };

/** A project as its form holds it. */
export type ProjectSaid = {
  readonly code: string; readonly zh: string; readonly en: string; readonly campaignId: string; readonly indicatorCode: string; readonly unitId: string;
  readonly investment: string; readonly plans: readonly PlanRow[]; readonly funding: readonly FundingRow[]; readonly startsOn: string; readonly endsOn: string;
  /** None: it counts as its campaign does. */
  readonly integrations: readonly Integration[];
};

export const freshPlan = (rows: readonly PlanRow[], first: number): PlanRow =>
  ({ year: String(rows.reduce((latest, { year }) => Math.max(latest, Number(year) || 0), first - 1) + 1), amount: '' });

export const freshFunding = (): FundingRow => ({ source: fundingSources[0], year: '', amount: '', tiedUse: '' });

/** The body that is sent, which is also what the project itself decides on. */
export const bodyOf = ({ zh, en, plans, funding, integrations, ...said }: ProjectSaid): Omit<RegisterProject['data'], 'indicatorCodes'> => ({
  ...said, name: { zh, en: en || zh }, ...(integrations.length > 0 && { integrations }),
  annualPlans: plans.map(({ year, amount }) => ({ year: Number(year), amount })),
  funding: funding.map(({ source, year, amount, tiedUse }) => ({ source, amount, tiedUse: tiedUse.trim() || null, ...(year !== '' && { year: Number(year) }) })),
});

/** What rows come to, and what is left to the whole; nothing is left of what is not a number. */
export const balanceOf = (rows: readonly { readonly amount: string }[], whole: string): { readonly sum: Decimal; readonly left: Decimal | null } => {
  const total = sum(rows.map(({ amount }) => amount).filter(isDecimal));
  return { sum: total, left: isDecimal(whole) ? subtract(whole, total) : null };
};
