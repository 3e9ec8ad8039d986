import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource, type MigrationClass } from './data-source.js';
import { ViewChanged } from './errors.js';
import { APP_LOGIN, passwordOf, PROJECTOR_LOGIN } from './logins.js';
import { createHistory, createView, historyName, progressTables, quoted } from './schema.js';
import type { ViewTable } from './view-table.js';

/** Any number will do, as long as nobody else takes it. */
const MIGRATION_LOCK = 1_435_001;

/**
 * Brings the database to what the code expects: logins, progress tables, view tables with their row security, then the
 * migrations. Can run again, and from several processes at once. Throws {@link ViewChanged}.
 */
export const migrate = async (ownerUrl: string, tables: readonly ViewTable[], migrations: readonly MigrationClass[] = []): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const login of [APP_LOGIN, PROJECTOR_LOGIN]) await createLogin(client, login, passwordOf(ownerUrl, login));
    await client.query(`grant ${PROJECTOR_LOGIN} to current_user`);
    // What a crash of the server takes from the views comes again from the store: rows and checkpoint go together.
    await client.query(`alter role ${PROJECTOR_LOGIN} set synchronous_commit = off`);
    for (const [name, statements] of Object.entries(progressTables)) await createOnce(client, name, statements);
    for (const table of tables) await createTables(client, table);
    await runMigrations(ownerUrl, migrations);
  } finally {
    await client.end();
  }
};

const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
/** What PostgreSQL answers when another database of the same server changes the same login just now. */
const CONCURRENT_UPDATE = 'XX000';

const createLogin = async (client: Client, login: string, password: string): Promise<void> => {
  await client.query(`create role ${login}`).catch(unlessCode(DUPLICATE_OBJECT, UNIQUE_VIOLATION));
  const alter = `alter role ${login} with login password ${client.escapeLiteral(password)}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(alter);
      break;
    } catch (error) {
      if (codeOf(error) !== CONCURRENT_UPDATE || attempt === 10) throw error;
      await pause(20 * attempt);
    }
  }
  const { rows } = await client.query<{ free: boolean }>('select rolsuper or rolbypassrls as free from pg_roles where rolname = $1', [login]);
  if (rows[0]?.free) throw new Error(`The login ${login} may bypass row security: take that right from it`);
};

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

const unlessCode = (...codes: readonly string[]) => (error: unknown): void => {
  if (!codes.includes(String(codeOf(error)))) throw error;
};

const createOnce = async (client: Client, name: string, statements: readonly string[]): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [quoted(name)]);
  if (rows[0]?.there) return;
  await client.query(['begin', ...statements, 'commit'].join(';\n')).catch(async (error: unknown) => {
    await client.query('rollback');
    throw error;
  });
};

const createTables = async (client: Client, view: ViewTable): Promise<void> => {
  await createOnce(client, view.name, createView(view));
  if (view.history) await createOnce(client, historyName(view.name), createHistory(view));
  await refuseChange(client, view);
  for (const statement of [...createView(view), ...(view.history ? createHistory(view) : [])].filter(isIndex)) await client.query(statement);
  await client.query('insert into checkpoint (name) values ($1) on conflict do nothing', [view.name]);
};

const isIndex = (statement: string): boolean => statement.startsWith('create index if not exists');

type FoundColumn = { name: string; type: string; nullable: boolean };

const refuseChange = async (client: Client, view: ViewTable): Promise<void> => {
  const { rows } = await client.query<FoundColumn>(
    `select attname as name, format_type(atttypid, null) as type, not attnotnull as nullable
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [quoted(view.name)],
  );
  const text = ({ name, type, nullable }: FoundColumn): string =>
    `${name} ${type === 'timestamp with time zone' ? 'timestamptz' : type}${nullable ? '?' : ''}`;
  const found = new Set(rows.map(text));
  const described = new Set(view.columns.map(text));
  const differences = [
    ...[...described].filter((column) => !found.has(column)).map((column) => `not in the database: ${column}`),
    ...[...found].filter((column) => !described.has(column)).map((column) => `only in the database: ${column}`),
  ];
  if (differences.length > 0) throw new ViewChanged(view.name, differences.join(', '));
};

const runMigrations = async (ownerUrl: string, migrations: readonly MigrationClass[]): Promise<void> => {
  if (migrations.length === 0) return;
  const dataSource = createDataSource(ownerUrl, [], { migrations, poolSize: 1 });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
};
