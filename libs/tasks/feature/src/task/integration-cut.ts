import { Injectable } from '@nestjs/common';
import { publicId } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { campaignOverviewTable } from '../tasks.tables.js';

/** A tenant sees far fewer campaigns than this. */
const CAMPAIGNS = 500;

/** Of each campaign the integrations under which its tasks count where they are not classified themselves. */
export type CampaignIntegrations = ReadonlyMap<string, readonly Integration[]>;

/** Rows that count under an integration, by their alias: those classified so, and the others by their campaign. */
export const rowCountsUnder = (row: string): string =>
  `(${row}.integrations @> cast(:integration as jsonb) or (${row}.integrations is null and ${row}.campaignId = any(:campaigns)))`;

/** The same of the task board's rows, of which `task` is the alias. */
export const countsUnder = rowCountsUnder('task');

/** Under which of the four integrations campaigns count, and so the tasks of each. */
@Injectable()
export class IntegrationCut {
  constructor(private readonly readModel: ReadModel) {}

  async campaigns(tenantId: string, after?: bigint): Promise<CampaignIntegrations> {
    if (after !== undefined) await this.readModel.waitFor(campaignOverviewTable, after);
    const { items } = await this.readModel.find(campaignOverviewTable, tenantId, { limit: CAMPAIGNS });
    return new Map(items.map(({ ownerTenantId, id, integrations }) => [publicId(ownerTenantId, id), integrations]));
  }

  /** What {@link countsUnder} needs to know. */
  async parameters(tenantId: string, integration: Integration, after?: bigint): Promise<{ readonly integration: string; readonly campaigns: readonly string[] }> {
    const campaigns = [...await this.campaigns(tenantId, after)].filter(([, of]) => of.includes(integration)).map(([campaignId]) => campaignId);
    return { integration: JSON.stringify([integration]), campaigns };
  }
}
