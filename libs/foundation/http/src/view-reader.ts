import { Injectable } from '@nestjs/common';
import { parsePublicId, type RowKey } from '@zeren/kernel';
import { ReadModel, type Page, type RowQuery, type ViewTable } from '@zeren/read-model';
import type { PageQuery } from './page-query.js';
import { notFound } from './problem.js';

/** The reads every view has: a page, and one row by its public id, as of `?after=` where it is given. */
@Injectable()
export class ViewReader {
  constructor(private readonly readModel: ReadModel) {}

  async page<Row extends RowKey>(
    table: ViewTable<Row>, tenantId: string, { limit, cursor }: PageQuery, query: Pick<RowQuery<Row>, 'where' | 'order'>, after?: bigint,
  ): Promise<Page<Row>> {
    if (after !== undefined) await this.readModel.waitFor(table, after);
    return this.readModel.find(table, tenantId, { ...query, limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  /** 404 where there is none for this reader. */
  async one<Row extends RowKey>(table: ViewTable<Row>, tenantId: string, publicId: string, after?: bigint): Promise<Row> {
    const { tenantId: ownerTenantId, id } = parsePublicId(publicId) ?? notFound();
    if (after !== undefined) await this.readModel.waitFor(table, after);
    return (await this.readModel.one(table, tenantId, { ownerTenantId, id })) ?? notFound();
  }
}
