import { rowKeyText, type RowKey, type ViewRow } from '@zeren/kernel';
import type { ClientBase } from 'pg';
import { historyName, KEY_COLUMNS, quoted } from '../schema.js';
import { selectList } from '../row-query.js';
import { statementName } from '../tenant-scope.js';
import type { ViewTable } from '../view-table.js';
import { sameRow, type Change } from './fold.js';
import { allSettled } from './transaction.js';

/**
 * Reads and writes a view many rows at a time. Rows travel as one JSON document: measured against arrays and UNNEST
 * that costs this process a third less, and PostgreSQL the same.
 */
export class ViewWriter {
  private readonly statements: Record<'select' | 'upsert' | 'remove' | 'close' | 'insert', string>;

  /** `table` is the view's own, or that of one being rebuilt beside it. */
  constructor(private readonly view: ViewTable, table = view.name) {
    const names = view.columns.map(({ name }) => quoted(name));
    const properties = view.columns.map(({ property }) => quoted(property));
    const fields = view.columns.map(({ property, type }) => `${quoted(property)} ${type}`).join(', ');
    const values = names.filter((name) => !KEY_COLUMNS.map(quoted).includes(name));
    const onConflict = values.length === 0 ? 'nothing' : `update set ${values.map((name) => `${name} = excluded.${name}`).join(', ')}`;
    const matches = (alias: string) => KEY_COLUMNS.map((name, at) => `${alias}.${name} = k.${'roi'[at]}`).join(' and ');
    const keys = 'json_to_recordset($1::json) as k(r text, o text, i text, at bigint)';
    const history = quoted(historyName(table));
    this.statements = {
      select: `select ${selectList(view)} from unnest($1::text[], $2::text[], $3::text[]) as k(r, o, i) join ${quoted(table)} t on ${matches('t')}`,
      upsert: `insert into ${quoted(table)} (${names.join(', ')}) select ${properties.join(', ')} from json_to_recordset($1::json) as x(${fields})
        on conflict (${KEY_COLUMNS.join(', ')}) do ${onConflict}`,
      remove: `delete from ${quoted(table)} t using ${keys} where ${matches('t')}`,
      close: `update ${history} t set valid_to = k.at from ${keys} where ${matches('t')} and t.valid_to is null and t.valid_from < k.at`,
      insert: `insert into ${history} (${names.join(', ')}, valid_from, valid_to) select ${properties.join(', ')}, "validFrom", "validTo"
        from json_to_recordset($1::json) as x(${fields}, "validFrom" bigint, "validTo" bigint)`,
    };
  }

  /** The rows of these keys that there are, by {@link rowKeyText}. */
  async rows(client: ClientBase, keys: readonly RowKey[]): Promise<Map<string, ViewRow>> {
    if (keys.length === 0) return new Map();
    const values = [keys.map((key) => key.readerTenantId), keys.map((key) => key.ownerTenantId), keys.map((key) => key.id)];
    const { rows } = await client.query<ViewRow>({ name: statementName(this.statements.select), text: this.statements.select, values });
    return new Map(rows.map((row) => [rowKeyText(row), row]));
  }

  /** Writes what changed: last versions into the view, all of them into its history. */
  async write(client: ClientBase, changes: readonly Change[]): Promise<void> {
    const last = changes.map((change) => ({ ...change, after: change.versions.at(-1)?.row }));
    const changed = last.filter(({ before, after }) => !sameRow(this.view, before, after));
    const upserts = changed.flatMap(({ after }) => (after ? [after] : []));
    const removals = changed.filter(({ after }) => !after).map(({ key }) => keyOf(key));
    await allSettled([
      this.run(client, 'upsert', upserts),
      this.run(client, 'remove', removals),
      ...(this.view.history ? this.writeHistory(client, changes) : []),
    ]);
  }

  private writeHistory(client: ClientBase, changes: readonly Change[]): Promise<void>[] {
    const closed = changes.filter(({ before }) => before).map(({ key, versions }) => keyOf(key, versions[0]?.position));
    const added = changes.flatMap(({ versions }) => versions.flatMap(({ row, position }, at) =>
      row ? [{ ...row, validFrom: String(position), validTo: versions[at + 1]?.position.toString() ?? null }] : []));
    return [this.close(client, closed), this.run(client, 'insert', added).then(() => undefined)];
  }

  private async close(client: ClientBase, keys: readonly object[]): Promise<void> {
    if ((await this.run(client, 'close', keys)) < keys.length) {
      throw new Error(`Rows of ${this.view.name} have later versions than these events: rebuild the view`);
    }
  }

  private async run(client: ClientBase, statement: 'upsert' | 'remove' | 'close' | 'insert', records: readonly object[]): Promise<number> {
    if (records.length === 0) return 0;
    const text = this.statements[statement];
    const { rowCount } = await client.query({ name: statementName(text), text, values: [JSON.stringify(records)] });
    return rowCount ?? 0;
  }
}

const keyOf = ({ readerTenantId: r, ownerTenantId: o, id: i }: RowKey, at?: bigint) => ({ r, o, i, at: at?.toString() });
