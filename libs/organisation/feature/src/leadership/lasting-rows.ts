import { Injectable } from '@nestjs/common';
import type { ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page, type ViewTable } from '@zeren/read-model';

/** A row that holds for a time. */
type LastingRow = ViewRow & { readonly validFrom: CalendarDate; readonly validUntil: CalendarDate | null };

type Question<Row> = {
  /** Only those in force on this day; of every day where none is named. */
  readonly on?: CalendarDate | undefined;
  readonly where: { readonly [K in keyof Row]?: string | readonly string[] | undefined };
  /** A column of texts, by which the rows are told in order. */
  readonly by: keyof Row & string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** The position that the view must have reached. */
  readonly after?: bigint | undefined;
};

/** Pages of what was in force on a day. Throws InvalidCursor. */
@Injectable()
export class LastingRows {
  constructor(private readonly readModel: ReadModel) {}

  async page<Row extends LastingRow>(table: ViewTable<Row>, tenantId: string, { on, where, by, limit, cursor, after }: Question<Row>): Promise<Page<Row>> {
    if (after !== undefined) await this.readModel.waitFor(table, after);
    return this.readModel.inTenant(tenantId, async (manager) => {
      const rows = manager.createQueryBuilder(table.entity, 'row').where('row.readerTenantId = :tenantId', { tenantId });
      if (on !== undefined) rows.andWhere('row.validFrom <= :on').andWhere('(row.validUntil is null or row.validUntil >= :on)').setParameter('on', on);
      for (const [property, value] of Object.entries(where)) {
        if (Array.isArray(value)) rows.andWhere(`row.${property} = any(:${property})`, { [property]: value as unknown });
        else if (value !== undefined) rows.andWhere(`row.${property} = :${property}`, { [property]: value as unknown });
      }
      if (cursor !== undefined) {
        const [place, owner, id] = placeOf(cursor);
        rows.andWhere(`(row.${by}, row.ownerTenantId, row.id) > (:place, :owner, :id)`, { place, owner, id });
      }
      const found = await rows.orderBy(`row.${by}`).addOrderBy('row.ownerTenantId').addOrderBy('row.id').limit(limit + 1).getMany();
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return found.length > limit && last ? { items, next: cursorOf(last[by], last.ownerTenantId, last.id) } : { items };
    });
  }
}

const cursorOf = (...place: readonly unknown[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new InvalidCursor();
  }
};

const placeOf = (cursor: string): readonly [place: string, owner: string, id: string] => {
  const place = parsed(cursor);
  if (!Array.isArray(place) || place.length !== 3 || place.some((part) => typeof part !== 'string')) throw new InvalidCursor();
  return place as unknown as readonly [string, string, string];
};
