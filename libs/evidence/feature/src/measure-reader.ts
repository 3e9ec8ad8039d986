import { Injectable } from '@nestjs/common';
import type { CampaignStandard, Measure } from '@zeren/evidence-domain';
import { publicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { evidenceCampaignTable, evidenceMeasureTable } from './evidence.tables.js';

/** More campaigns, and more measures, than one tenant sees. */
const MOST = 1_000;

/** The measures a tenant knows, and the standards its campaigns work to. */
@Injectable()
export class MeasureReader {
  constructor(private readonly readModel: ReadModel) {}

  async known(tenantId: string): Promise<{ readonly campaigns: readonly CampaignStandard[]; readonly measures: readonly Measure[] }> {
    const [campaigns, measures] = await Promise.all([
      this.readModel.find(evidenceCampaignTable, tenantId, { limit: MOST }), this.readModel.find(evidenceMeasureTable, tenantId, { limit: MOST }),
    ]);
    const standards = campaigns.items.map(({ ownerTenantId, id, standardId }) => ({ campaignId: publicId(ownerTenantId, id), standardId }));
    return { campaigns: standards, measures: measures.items };
  }
}
