import { Injectable } from '@nestjs/common';
import type { CalendarDate, PostHoldingRow, PostRow, UnitRow } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page, type ViewTable } from '@zeren/read-model';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { PostsQuery, UnitsQuery } from './organisation.bodies.js';
import { postHoldingTable, postTable, unitTable } from './organisation.tables.js';

/** A post with its holder on the day asked for. */
export type PostWithHolder = PostRow & { readonly holder: { readonly officerId: string; readonly from: CalendarDate } | null };

type Paging = { readonly limit: number; readonly cursor?: string | undefined };

/** What there was on a day, as one tenant sees it. */
@Injectable()
export class Effective {
  constructor(private readonly readModel: ReadModel) {}

  /** Units in order of their ids. Throws InvalidCursor. */
  units(tenantId: string, day: CalendarDate, query: UnitsQuery): Promise<Page<UnitRow>> {
    return this.ask(unitTable, tenantId, async (units) => {
      onDay(units, day);
      for (const property of ['level', 'parentUnitId', 'kind'] as const) {
        if (query[property] !== undefined) units.andWhere(`row.${property} = :${property}`, { [property]: query[property] });
      }
      if (query.search) units.andWhere(named(query.search));
      return page(units, 'unitId', query);
    });
  }

  unit(tenantId: string, unitId: string, day: CalendarDate): Promise<UnitRow | null> {
    return this.ask(unitTable, tenantId, (units) => onDay(units, day).andWhere('row.unitId = :unitId', { unitId }).getOne());
  }

  /** Posts in order of their ids, each with its holder. Throws InvalidCursor. */
  async posts(tenantId: string, day: CalendarDate, query: PostsQuery): Promise<Page<PostWithHolder>> {
    const { items, ...rest } = await this.ask(postTable, tenantId, async (posts) => {
      posts.andWhere('row.validFrom <= :day', { day });
      if (query.unitId !== undefined) posts.andWhere('row.unitId = :unitId', { unitId: query.unitId });
      return page(posts, 'id', query);
    });
    return { ...rest, items: await this.held(tenantId, day, items) };
  }

  /** A post that there was on the day, with its holder. */
  async post(tenantId: string, postId: string, day: CalendarDate): Promise<PostWithHolder | undefined> {
    const posts = await this.ask(postTable, tenantId, (rows) => rows.andWhere('row.validFrom <= :day and row.id = :postId', { day, postId }).getMany());
    return (await this.held(tenantId, day, posts))[0];
  }

  private async held(tenantId: string, day: CalendarDate, posts: readonly PostRow[]): Promise<PostWithHolder[]> {
    const holdings = await this.holdings(tenantId, day, posts.map(({ id }) => id));
    return posts.map((post) => ({ ...post, holder: holderOf(post, holdings) }));
  }

  private async holdings(tenantId: string, day: CalendarDate, postIds: readonly string[]): Promise<PostHoldingRow[]> {
    if (postIds.length === 0) return [];
    return this.ask(postHoldingTable, tenantId, (holdings) => onDay(holdings, day).andWhere('row.postId in (:...postIds)', { postIds }).getMany());
  }

  private ask<Row extends ObjectLiteral & { readerTenantId: string; ownerTenantId: string; id: string }, Answer>(
    table: ViewTable<Row>, tenantId: string, question: (rows: SelectQueryBuilder<Row>) => Promise<Answer>,
  ): Promise<Answer> {
    return this.readModel.inTenant(tenantId, (manager) =>
      question(manager.createQueryBuilder(table.entity, 'row').where('row.readerTenantId = :tenantId', { tenantId })));
  }
}

const onDay = <Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>, day: CalendarDate): SelectQueryBuilder<Row> =>
  rows.andWhere('row.validFrom <= :day').andWhere('(row.validUntil is null or row.validUntil >= :day)').setParameter('day', day);

/** A text as a pattern that means only itself. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`);

/** Rows with the text in their name in either language, or at the beginning of their id. */
export const named = (search: string, id = 'unitId'): Brackets => {
  const part = literally(search);
  return new Brackets((either) => either
    .where(`row.name ->> 'zh' like :part or row.name ->> 'en' ilike :part or row.${id} like :start`, { part: `%${part}%`, start: `${part}%` }));
};

/** One page of a question, in order of a column. Throws InvalidCursor. */
export const page = async <Row extends ObjectLiteral & { ownerTenantId: string }>(
  rows: SelectQueryBuilder<Row>, by: keyof Row & string, { limit, cursor }: Paging,
): Promise<Page<Row>> => {
  if (cursor !== undefined) {
    const [place, owner] = placeOf(cursor);
    rows.andWhere(`(row.${by}, row.ownerTenantId) > (:place, :owner)`, { place, owner });
  }
  const found = await rows.orderBy(`row.${by}`).addOrderBy('row.ownerTenantId').limit(limit + 1).getMany();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorOf(last[by], last.ownerTenantId) } : { items };
};

const cursorOf = (...place: readonly unknown[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const placeOf = (cursor: string): [place: string, owner: string] => {
  try {
    const [place, owner] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof place === 'string' && typeof owner === 'string') return [place, owner];
  } catch {
    throw new InvalidCursor();
  }
  throw new InvalidCursor();
};

const holderOf = (post: PostRow, holdings: readonly PostHoldingRow[]): PostWithHolder['holder'] => {
  const holding = holdings.find(({ postId, ownerTenantId }) => postId === post.id && ownerTenantId === post.ownerTenantId);
  return holding ? { officerId: holding.officerId, from: holding.validFrom } : null;
};
