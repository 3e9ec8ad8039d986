import { InvalidCursor, type Page } from '@zeren/read-model';

/** A page of a list that is at hand, with how long the whole of it is. */
export type ListPage<T> = Page<T> & { readonly total: number };

const placeOf = (cursor: string): number => {
  const place = /^n(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (place === undefined) throw new InvalidCursor();
  return Number(place);
};

/** The part of a list that a reader asks for. Throws InvalidCursor. */
export const listPage = <T>(all: readonly T[], { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): ListPage<T> => {
  const begin = cursor === undefined ? 0 : placeOf(cursor);
  const end = begin + limit;
  const items = all.slice(begin, end);
  return { items, total: all.length, ...(end < all.length && { next: Buffer.from(`n${end}`).toString('base64url') }) };
};
