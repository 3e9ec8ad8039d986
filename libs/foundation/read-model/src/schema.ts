import { createHash } from 'node:crypto';
import type { Column } from './columns.js';
import { APP_LOGIN, PROJECTOR_LOGIN } from './logins.js';
import { secureView } from './row-security.js';
import { keyProperties, type ViewTable } from './view-table.js';

/** A name in double quotes, as SQL takes any name. */
export const quoted = (name: string): string => `"${name}"`;

export const KEY_COLUMNS = ['reader_tenant_id', 'owner_tenant_id', 'id'] as const;

/** Where a job stands, who holds it, and what it had to leave behind. */
export const progressTables: Readonly<Record<string, readonly string[]>> = {
  checkpoint: [
    'create table checkpoint (name text primary key, position bigint not null default -1) with (fillfactor = 20)',
    `grant select on checkpoint to ${APP_LOGIN}`,
    `grant select, insert, update on checkpoint to ${PROJECTOR_LOGIN}`,
  ],
  lease: [
    'create table lease (name text primary key, holder text not null, until timestamptz not null) with (fillfactor = 20)',
    `grant select, insert, update, delete on lease to ${PROJECTOR_LOGIN}`,
  ],
  parked_event: [
    `create table parked_event (
       name text not null, position bigint not null, stream text not null, revision bigint not null, type text not null,
       reason text not null, parked_at timestamptz not null default now(), primary key (name, position))`,
    `grant select, insert, update, delete on parked_event to ${PROJECTOR_LOGIN}`,
  ],
  tenant_log: [
    `create table tenant_log (
       reader_tenant_id text not null check (reader_tenant_id <> ''), index bigint not null, position bigint not null,
       event_id text not null, type text not null, stream text not null, revision bigint not null,
       recorded_at timestamptz not null, data bytea not null, metadata bytea not null,
       primary key (reader_tenant_id, index))`,
    'create unique index tenant_log_event on tenant_log (reader_tenant_id, event_id)',
    ...secureView('tenant_log'),
  ],
  tenant_log_head: [
    `create table tenant_log_head (
       reader_tenant_id text primary key check (reader_tenant_id <> ''), last_index bigint not null) with (fillfactor = 20)`,
    ...secureView('tenant_log_head'),
  ],
};

export const historyName = (table: string): string => `${table}_history`;

/** A board is answered from its indexes alone where the pages are known to be visible to all: so they are looked through soon after a batch of thousands. */
const storage = 'fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05';

/** What creates a view table under a name: its own, or that of one being rebuilt beside it. */
export const createView = (view: ViewTable, name = view.name): string[] => [
  `create table ${quoted(name)} (${columnList(view.columns)}, primary key (${KEY_COLUMNS.join(', ')}), ${tenantChecks}) with (${storage})`,
  ...view.indexes.map((properties) => createIndex(view, properties, name, '')),
  ...secureView(quoted(name)),
];

/** What creates the table of a view's row versions. `valid_to` is the position at which a version ceased to hold. */
export const createHistory = (view: ViewTable, name = view.name): string[] => {
  const history = historyName(name);
  return [
    `create table ${quoted(history)} (${columnList(view.columns)}, valid_from bigint not null, valid_to bigint,
       primary key (${KEY_COLUMNS.join(', ')}, valid_from), ${tenantChecks})`,
    `create unique index ${quoted(indexName(history, ['present']))} on ${quoted(history)} (${KEY_COLUMNS.join(', ')}) where valid_to is null`,
    ...view.indexes.map((properties) => createIndex(view, properties, history, ', valid_from')),
    ...secureView(quoted(history)),
  ];
};

const columnList = (columns: readonly Column[]): string =>
  columns.map(({ name, type, nullable }) => `${quoted(name)} ${type}${nullable ? '' : ' not null'}`).join(', ');

const tenantChecks = "check (reader_tenant_id <> ''), check (owner_tenant_id <> '')";

const createIndex = (view: ViewTable, properties: readonly string[], table: string, also: string): string => {
  const names = properties.filter((property) => property !== keyProperties[0]).map((property) => quoted(columnNamed(view, property).name));
  return `create index if not exists ${quoted(indexName(table, properties))} on ${quoted(table)} (reader_tenant_id, ${names.join(', ')}${also})`;
};

/** Index names are cut at 63 bytes, so a digest of the columns stands for them. */
export const indexName = (table: string, properties: readonly string[]): string =>
  `${table.slice(0, 48)}_${createHash('sha256').update(`${table} ${properties.join()}`).digest('hex').slice(0, 12)}`;

export const columnNamed = (view: ViewTable, property: string): Column => {
  const column = view.columns.find((candidate) => candidate.property === property);
  if (!column) throw new TypeError(`${view.name} has no column for ${property}`);
  return column;
};
