import type { Projection, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { Precondition, StandardEvent, StandardPublished } from './standard.events.js';

/** A standard version as it is listed: without its categories. */
export type StandardRow = RowKey & Omit<StandardPublished['data'], 'categories' | 'preconditions' | 'negativeList' | 'participantTenantIds'> & {
  /** Items that no source names. */
  readonly placeholders: number;
  readonly publishedAt: string;
};

/** A standard version with its whole text. */
export type StandardDocumentRow = RowKey & Omit<StandardPublished['data'], 'negativeList'> & {
  readonly negativeList: readonly Precondition[];
  readonly publishedAt: string;
};

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
  version: 2,
  handles: ['StandardPublished'],
  keys: rowForEachReader,
  evolve: (_row, { data, metadata }, key) => ({ ...key, ...data, negativeList: data.negativeList ?? [], publishedAt: metadata.occurredAt }),
};
