import { Injectable } from '@nestjs/common';
import type { EvidenceRow } from '@zeren/evidence-domain';
import { notFound, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { Confinements, isOwn, unitsAsked } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { EvidenceQuery } from './evidence.bodies.js';
import { evidenceBoardTable, evidenceCreditTable } from './evidence.tables.js';
import { pageOf, type SortedBy } from './keyset.js';

/** Evidence as somebody sees it: of its tenant or, where it is kept to that, of its own units. */
@Injectable()
export class EvidenceReader {
  constructor(private readonly readModel: ReadModel, private readonly views: ViewReader, private readonly confinements: Confinements) {}

  /** One page, filtered and sorted. */
  async list(caller: Caller, query: EvidenceQuery, after?: bigint): Promise<Page<EvidenceRow>> {
    const units = unitsAsked(query.unitId, await this.confinements.of(caller));
    if (after !== undefined) await Promise.all([evidenceBoardTable, evidenceCreditTable].map((table) => this.readModel.waitFor(table, after)));
    return this.readModel.inTenant(caller.tenantId, (manager) => pageOf(asked(manager, caller.tenantId, { ...query, units }), sorting(query.sort), query));
  }

  /** 404 where there is none for this reader. */
  async one(caller: Caller, id: string, after?: bigint): Promise<EvidenceRow> {
    const row = await this.views.one(evidenceBoardTable, caller.tenantId, id, after);
    return isOwn(await this.confinements.of(caller), row.unitId) ? row : notFound();
  }
}

const sorting = (sort: EvidenceQuery['sort']): SortedBy<EvidenceRow> => {
  const column = sort.replace('-', '') as 'filedAt' | 'title' | 'unitId';
  return { column, type: column === 'filedAt' ? 'timestamptz' : 'text', descending: sort.startsWith('-') };
};

/** What a piece counts for, it counts for while it is in force. */
const asked = (
  manager: EntityManager, tenantId: string,
  { units, status, format, campaignId, indicatorCode, taskId }: EvidenceQuery & { readonly units: string | readonly string[] | undefined },
): SelectQueryBuilder<EvidenceRow> => {
  const question = manager.createQueryBuilder(evidenceBoardTable.entity, 'entry').where({
    readerTenantId: tenantId, ...(units !== undefined && { unitId: typeof units === 'string' ? units : In(units) }), ...(status && { status }), ...(format && { format }),
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
