import { sum, type Decimal, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { amountOf, projectDecider, shareOf, type InvestmentEntry, type Project } from './project.js';
import type { FundingSource, ProjectEvent, ProjectRegistered } from './project.events.js';
import { rowForEachReader } from '../reader-rows.js';

/** A project as its own tenant and its campaign's see it; amounts in 10,000 yuan. */
export type ProjectRow = RowKey & Omit<ProjectRegistered['data'], 'integrations'> & {
  /** Under which it counts by itself; null where under those of its campaign. */
  readonly integrations: readonly Integration[] | null;
  readonly status: 'running' | 'finished';
  readonly entries: readonly InvestmentEntry[];
  readonly completed: Decimal;
  /** Completed of the whole plan, percent to two places; it may exceed 100. */
  readonly progress: Decimal;
  readonly registeredAt: string;
  readonly revision: number;
};

/** The state of the project behind a row. */
export const projectOf = ({ integrations, ...row }: ProjectRow): Project => ({ status: row.status, content: { ...row, ...(integrations && { integrations }) }, entries: row.entries });

const evolve = (row: ProjectRow | undefined, event: RecordedEvent<ProjectEvent>, key: RowKey): ProjectRow | undefined => {
  const { revision } = event;
  if (event.type === 'ProjectRegistered') {
    return { ...key, ...event.data, integrations: event.data.integrations ?? null, status: 'running', entries: [], completed: '0', progress: '0.00', registeredAt: event.metadata.occurredAt, revision };
  }
  if (!row) return undefined;
  const project = projectDecider.evolve(projectOf(row), event);
  if (project.status === 'none') return undefined;
  const { status, entries } = project;
  const completed = sum(entries.map(amountOf));
  return { ...row, status, entries, completed, progress: shareOf(completed, row.investment), revision };
};

export const projectBoard: Projection<ProjectRow, ProjectEvent> = {
  name: 'project_board',
  version: 2,
  handles: ['ProjectRegistered', 'InvestmentReported', 'InvestmentCorrected', 'ProjectFinished'],
  keys: rowForEachReader,
  evolve,
};

/** What projects come to in one year, in 10,000 yuan. */
export type ProjectFigures = {
  readonly year: number;
  /** Projects with a plan for the year. */
  readonly projects: number;
  readonly finished: number;
  readonly planned: Decimal;
  readonly completed: Decimal;
  /** Completed of the year's plan, percent to two places. */
  readonly progress: Decimal;
  readonly bySource: readonly { readonly source: FundingSource; readonly completed: Decimal }[];
};

/** The figures of a year over projects; exact, whatever their order. */
export const figuresOf = (year: number, rows: readonly Pick<ProjectRow, 'status' | 'annualPlans' | 'entries'>[]): ProjectFigures => {
  const planning = rows.filter(({ annualPlans }) => annualPlans.some((plan) => plan.year === year));
  const planned = sum(planning.flatMap(({ annualPlans }) => annualPlans.filter((plan) => plan.year === year).map(({ amount }) => amount)));
  const entries = planning.flatMap((row) => row.entries.filter((entry) => entry.year === year));
  const completed = sum(entries.map(amountOf));
  const sources = [...new Set(entries.map(({ source }) => source))].sort();
  return {
    year, projects: planning.length, finished: planning.filter(({ status }) => status === 'finished').length, planned, completed,
    progress: shareOf(completed, planned),
    bySource: sources.map((source) => ({ source, completed: sum(entries.filter((entry) => entry.source === source).map(amountOf)) })),
  };
};
