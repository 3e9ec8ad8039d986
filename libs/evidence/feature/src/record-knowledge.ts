import { Injectable } from '@nestjs/common';
import type { RecordFacts } from '@zeren/evidence-domain';
import { parsePublicId, publicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { evidenceBoardTable, evidenceCampaignTable } from './evidence.tables.js';

/** What evidence knows of the campaign a record is about, and of the evidence it names. */
@Injectable()
export class RecordKnowledge {
  constructor(private readonly readModel: ReadModel) {}

  async of(tenantId: string, campaignId: string, evidenceIds: readonly string[], after?: bigint): Promise<{ facts: RecordFacts; position: string }> {
    const tables = [evidenceCampaignTable, evidenceBoardTable];
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
    const positions = await Promise.all(tables.map((table) => this.readModel.positionOf(table)));
    const [campaign, known] = await Promise.all([this.campaign(tenantId, campaignId), Promise.all(evidenceIds.map((id) => this.known(tenantId, id)))]);
    const facts = { campaign, evidenceIds: known.filter((id) => id !== undefined) };
    return { facts, position: String(positions.reduce((least, position) => (position < least ? position : least))) };
  }

  private async campaign(tenantId: string, campaignId: string): Promise<RecordFacts['campaign']> {
    const id = parsePublicId(campaignId);
    const row = id && (await this.readModel.one(evidenceCampaignTable, tenantId, { ownerTenantId: id.tenantId, id: id.id }));
    return row ? { campaignId, indicatorCodes: row.indicatorCodes, participantTenantIds: row.participantTenantIds } : null;
  }

  private async known(tenantId: string, evidenceId: string): Promise<string | undefined> {
    const id = parsePublicId(evidenceId);
    const row = id && (await this.readModel.one(evidenceBoardTable, tenantId, { ownerTenantId: id.tenantId, id: id.id }));
    return row && publicId(row.ownerTenantId, row.id);
  }
}
