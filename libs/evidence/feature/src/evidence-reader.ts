import { Injectable } from '@nestjs/common';
import type { EvidenceRow } from '@zeren/evidence-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { EvidenceQuery } from './evidence.bodies.js';
import { evidenceBoardTable, evidenceCreditTable } from './evidence.tables.js';
import { pageOf, type SortedBy } from './keyset.js';

/** Pages of the evidence a tenant sees, filtered and sorted. */
@Injectable()
export class EvidenceReader {
  constructor(private readonly readModel: ReadModel) {}

  async list(tenantId: string, query: EvidenceQuery, after?: bigint): Promise<Page<EvidenceRow>> {
    if (after !== undefined) await Promise.all([evidenceBoardTable, evidenceCreditTable].map((table) => this.readModel.waitFor(table, after)));
    return this.readModel.inTenant(tenantId, (manager) => pageOf(asked(manager, tenantId, query), sorting(query.sort), query));
  }
}

const sorting = (sort: EvidenceQuery['sort']): SortedBy<EvidenceRow> => {
  const column = sort.replace('-', '') as 'filedAt' | 'title' | 'unitId';
  return { column, type: column === 'filedAt' ? 'timestamptz' : 'text', descending: sort.startsWith('-') };
};

/** What a piece counts for, it counts for while it is in force. */
const asked = (
  manager: EntityManager, tenantId: string, { unitId, status, format, campaignId, indicatorCode, taskId }: EvidenceQuery,
): SelectQueryBuilder<EvidenceRow> => {
  const question = manager.createQueryBuilder(evidenceBoardTable.entity, 'entry').where({
    readerTenantId: tenantId, ...(unitId && { unitId }), ...(status && { status }), ...(format && { format }),
  });
  if (!campaignId && !indicatorCode && !taskId) return question;
  const credits = manager.createQueryBuilder(evidenceCreditTable.entity, 'credit').select('1')
    .where('credit.readerTenantId = :tenantId and credit.ownerTenantId = entry.ownerTenantId')
    .andWhere("credit.evidenceId = entry.ownerTenantId || '_' || entry.id");
  if (campaignId) credits.andWhere('credit.campaignId = :campaignId');
  if (indicatorCode) credits.andWhere('credit.indicatorCode = :indicatorCode');
  if (taskId) credits.andWhere('credit.taskId = :taskId');
  return question.andWhere(`exists (${credits.getQuery()})`, { tenantId, campaignId, indicatorCode, taskId });
};
