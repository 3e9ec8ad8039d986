import type { Projection, RowKey } from '@zeren/kernel';
import { rowForEachReader } from './reader-rows.js';
import type { StandardEvent, StandardPublished } from './standard.events.js';

/** A standard version as it is listed: without its categories. */
export type StandardRow = RowKey & Omit<StandardPublished['data'], 'categories' | 'preconditions' | 'participantTenantIds'> & {
  /** Items that no source names. */
  readonly placeholders: number;
  readonly publishedAt: string;
};

/** A standard version with its whole text. */
export type StandardDocumentRow = RowKey & StandardPublished['data'] & { readonly publishedAt: string };

export const standardCatalogue: Projection<StandardRow, StandardEvent> = {
  name: 'standard_catalogue',
  version: 1,
  handles: ['StandardPublished'],
  keys: rowForEachReader,
  evolve: (_row, { data, metadata }, key) => {
    const { code, version, name, edition, source, declaredCategories, declaredItems, categories } = data;
    const placeholders = categories.flatMap(({ indicators }) => indicators).filter(({ placeholder }) => placeholder).length;
    return { ...key, code, version, name, edition, source, declaredCategories, declaredItems, placeholders, publishedAt: metadata.occurredAt };
  },
};

export const standardDocument: Projection<StandardDocumentRow, StandardEvent> = {
  name: 'standard_document',
  version: 1,
  handles: ['StandardPublished'],
  keys: rowForEachReader,
  evolve: (_row, { data, metadata }, key) => ({ ...key, ...data, publishedAt: metadata.occurredAt }),
};
