import { Injectable } from '@nestjs/common';
import type { CampaignStandard, Measure, StatedFormats } from '@zeren/evidence-domain';
import { publicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { evidenceCampaignTable, evidenceMeasureTable, evidenceStandardTable } from './evidence.tables.js';

/** More campaigns, standards and measures than one tenant sees. */
const MOST = 1_000;

export type KnownMeasures = {
  readonly campaigns: readonly CampaignStandard[];
  readonly measures: readonly Measure[];
  /** The forms of document that a campaign's standard names, by indicator. */
  readonly statedOf: (campaignId: string) => StatedFormats;
};

/** The measures a tenant knows, the standards its campaigns work to, and the forms of document these name. */
@Injectable()
export class MeasureReader {
  constructor(private readonly readModel: ReadModel) {}

  async known(tenantId: string): Promise<KnownMeasures> {
    const [campaigns, measures, standards] = await Promise.all([
      this.readModel.find(evidenceCampaignTable, tenantId, { limit: MOST }), this.readModel.find(evidenceMeasureTable, tenantId, { limit: MOST }),
      this.readModel.find(evidenceStandardTable, tenantId, { limit: MOST }),
    ]);
    const formats = new Map(standards.items.map((row) => [publicId(row.ownerTenantId, row.id), row.formats]));
    const worked = campaigns.items.map(({ ownerTenantId, id, standardId }) => ({ campaignId: publicId(ownerTenantId, id), standardId }));
    const stated = new Map(worked.map(({ campaignId, standardId }) => [campaignId, formats.get(standardId) ?? {}]));
    return { campaigns: worked, measures: measures.items, statedOf: (campaignId) => stated.get(campaignId) ?? {} };
  }
}
