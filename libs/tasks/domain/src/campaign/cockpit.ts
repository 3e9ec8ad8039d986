import type { Integration } from '@zeren/organisation-domain';
import type { Lamp } from '../task/lamp.js';
import type { TaskStatus } from '../task/task-status.js';

/** Tasks counted by where they stand and by lamp. */
export type TaskCounts = {
  readonly total: number;
  readonly status: Readonly<Record<TaskStatus, number>>;
  readonly lamps: Readonly<Record<Lamp, number>>;
};

/** One campaign in the cockpit, as a whole and for each other tenant that leads tasks of it. */
export type CockpitCampaign = TaskCounts & {
  readonly campaignId: string;
  readonly districts: readonly (TaskCounts & { readonly tenantId: string })[];
};

/** Tasks that count under one of the four integrations; a task may count under several. */
export type CockpitIntegration = TaskCounts & { readonly code: Integration };

export type Cockpit = {
  /** The moment the lamps are shown for. */
  readonly now: string;
  /** Whether all the tenant's tasks are counted, or those that the caller's unit leads and what descends from them. */
  readonly scope: 'tenant' | 'unit';
  /** Those that the cockpit was asked for, or all. */
  readonly campaigns: readonly CockpitCampaign[];
  /** Of each of the four, over all campaigns. */
  readonly integrations: readonly CockpitIntegration[];
};
