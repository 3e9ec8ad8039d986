import type { SplitRow } from '@zeren/tasks-domain';

/** A split in force: whose it is, its local id, and the rows that became its tasks. */
export type PublishedSplit = {
  readonly ownerTenantId: string;
  readonly id: string;
  readonly rows: readonly SplitRow[];
};

/** The public id of the task that a row became. */
export const taskIdOf = ({ ownerTenantId, id }: PublishedSplit, { key }: SplitRow): string => `${ownerTenantId}_${id}.${key}`;
