import { InvalidCursor, type Page } from '@zeren/read-model';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** One column a list is sorted by; owner and id follow, so that no two rows are in the same place. */
export type SortedBy<Row> = { readonly column: keyof Row & string; readonly type: 'text' | 'timestamptz'; readonly descending: boolean };

type Place = readonly [value: string, ownerTenantId: string, id: string];

/** One page of a question whose rows are called `entry`, from the cursor on. Throws {@link InvalidCursor}. */
export const pageOf = async <Row extends ObjectLiteral & { ownerTenantId: string; id: string }>(
  question: SelectQueryBuilder<Row>, { column, type, descending }: SortedBy<Row>, { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<Row>> => {
  if (cursor !== undefined) {
    const [value, owner, id] = placeOf(cursor, type);
    question.andWhere(
      `(entry.${column}, entry.ownerTenantId, entry.id) ${descending ? '<' : '>'} (cast(:cursorValue as ${type}), :cursorOwner, :cursorId)`,
      { cursorValue: value, cursorOwner: owner, cursorId: id },
    );
  }
  const direction = descending ? 'DESC' : 'ASC';
  const rows = await question
    .orderBy(`entry.${column}`, direction).addOrderBy('entry.ownerTenantId', direction).addOrderBy('entry.id', direction)
    .limit(limit + 1).getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: written([String(last[column]), last.ownerTenantId, last.id]) } : { items };
};

const written = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const placeOf = (cursor: string, type: 'text' | 'timestamptz'): Place => {
  const place = parsed(Buffer.from(cursor, 'base64url').toString());
  const isPlace = Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === 'string' && !part.includes('\u0000'));
  if (!isPlace || (type === 'timestamptz' && Number.isNaN(Date.parse(place[0] as string)))) throw new InvalidCursor();
  return place as unknown as Place;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidCursor();
  }
};
