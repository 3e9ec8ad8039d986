import type { RowKey } from '@zeren/kernel';
import type { ClientBase } from 'pg';
import { historyName, quoted } from '../schema.js';
import type { ViewTable } from '../view-table.js';

export type Comparison = { readonly rows: number; readonly differences: number; readonly examples: readonly RowKey[] };

const EXAMPLES = 10;

/** Compares the served view with the rebuilt one row by row, by the very text of each row, versions included. */
export const compare = async (client: ClientBase, view: ViewTable, rebuilt: string): Promise<Comparison> => {
  const now = await compareTables(client, view, { served: view.name, rebuilt, also: '' });
  if (!view.history) return now;
  const past = await compareTables(client, view, {
    served: historyName(view.name), rebuilt: historyName(rebuilt), also: ', valid_from, valid_to',
  });
  return {
    rows: now.rows,
    differences: now.differences + past.differences,
    examples: [...now.examples, ...past.examples].slice(0, EXAMPLES),
  };
};

type Tables = { readonly served: string; readonly rebuilt: string; readonly also: string };

const compareTables = async (client: ClientBase, view: ViewTable, { served, rebuilt, also }: Tables): Promise<Comparison> => {
  const columns = view.columns.map(({ name }) => quoted(name)).join(', ');
  const texts = (table: string): string =>
    `select reader_tenant_id as "readerTenantId", owner_tenant_id as "ownerTenantId", id, row(${columns}${also})::text as content from ${quoted(table)}`;
  const { rows: counted } = await client.query<{ rows: number }>(`select count(*)::integer as rows from ${quoted(rebuilt)}`);
  const { rows } = await client.query<RowKey & { differences: string }>(
    `with served as (${texts(served)}), rebuilt as (${texts(rebuilt)}),
       different as ((select * from served except all select * from rebuilt) union all (select * from rebuilt except all select * from served)),
       keys as (select distinct "readerTenantId", "ownerTenantId", id from different)
     select *, count(*) over () as differences from keys order by 1, 2, 3 limit ${EXAMPLES}`,
  );
  const examples = rows.map(({ readerTenantId, ownerTenantId, id }) => ({ readerTenantId, ownerTenantId, id }));
  return { rows: counted[0]?.rows ?? 0, differences: Number(rows[0]?.differences ?? 0), examples };
};
