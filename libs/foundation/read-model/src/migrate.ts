import type { MigrationClass } from './data-source.js';
import type { ViewTable } from './view-table.js';

/**
 * Brings the database to what the code expects: logins, progress tables, view tables with their row security, then the
 * migrations. Can run again and from several processes at once. Throws {@link ViewChanged}.
 */
export const migrate = async (_ownerUrl: string, _tables: readonly ViewTable[], _migrations: readonly MigrationClass[] = []): Promise<void> => {
  throw new Error('not built yet');
};
