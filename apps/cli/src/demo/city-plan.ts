import type { LocalisedText } from '@zeren/kernel';

/** The years that the demonstration runs through. */
export const DEMO_YEARS = [2012, 2013, 2014] as const;

/** A row of an onboarding as its JSON has it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What onboarding a city takes besides its divisions, as data/cities has it. */
export type CityPlan = {
  readonly tenant: { readonly tenantId: string; readonly name: LocalisedText; readonly levels: readonly LocalisedText[] };
  readonly registerSince: string;
  readonly dawa: { readonly id: string; readonly codeBefore: string; readonly nameBefore: string; readonly nameEnBefore: string; readonly from: string; readonly reason: string };
  readonly communitiesOfAGrid: number;
  readonly departments: readonly Row[];
  readonly externalParties: readonly Row[];
  readonly posts: readonly Row[];
};
