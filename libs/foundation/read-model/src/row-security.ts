import { APP_LOGIN, PROJECTOR_LOGIN } from './logins.js';

/** The tenant of the transaction. A reused connection reads an unset setting as '', which must match no row. */
const TENANT = "nullif(current_setting('zeren.tenant', true), '')";

/** The first statement of a transaction that reads for a tenant. */
export const SET_TENANT = "select set_config('zeren.tenant', $1, true)";

/** Row security of a table the projector writes and services read: each tenant the rows of which it is the reader. */
export const secureView = (table: string): string[] => [
  ...forced(table),
  `create policy reader on ${table} for select to ${APP_LOGIN} using (reader_tenant_id = ${TENANT})`,
  `create policy projector on ${table} to ${PROJECTOR_LOGIN} using (true) with check (true)`,
  `grant select on ${table} to ${APP_LOGIN}`,
  `grant select, insert, update, delete on ${table} to ${PROJECTOR_LOGIN}`,
];

/**
 * Row security of a table that services write themselves, for use in a migration: each tenant its own rows, by the
 * column that names the tenant.
 */
export const secureTenantTable = (table: string, column = 'tenant_id'): string[] => [
  ...forced(table),
  `alter table ${table} add check (${column} <> '')`,
  `create policy tenant on ${table} to ${APP_LOGIN} using (${column} = ${TENANT}) with check (${column} = ${TENANT})`,
  `grant select, insert, update, delete on ${table} to ${APP_LOGIN}`,
];

const forced = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
];
