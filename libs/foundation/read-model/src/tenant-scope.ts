import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { SET_TENANT } from './row-security.js';

/** One transaction that sees this tenant's rows only. */
export const inTenant = <T>(dataSource: DataSource, tenantId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction(async (manager) => {
    await manager.query(SET_TENANT, [named(tenantId)]);
    return work(manager);
  });

/** One question asked for a tenant. Transaction, tenant and question travel together: one round trip instead of four. */
export const askInTenant = async <Row>(dataSource: DataSource, tenantId: string, text: string, values: readonly unknown[]): Promise<Row[]> => {
  const tenant = named(tenantId);
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const [begun, scoped, answered, ended] = await Promise.allSettled([
      client.query('begin read only'),
      client.query({ name: 'set-tenant', text: SET_TENANT, values: [tenant] }),
      client.query({ name: statementName(text), text, values: [...values] }),
      client.query('commit'),
    ]);
    for (const outcome of [begun, scoped, answered, ended]) if (outcome.status === 'rejected') throw outcome.reason;
    return (answered as PromiseFulfilledResult<{ rows: Row[] }>).value.rows;
  } finally {
    await runner.release();
  }
};

const named = (tenantId: string): string => {
  if (!tenantId) throw new TypeError('A read needs the tenant it is for');
  return tenantId;
};

const statementNames = new Map<string, string>();

/** Prepared once per connection: the shapes of questions are few. */
export const statementName = (text: string): string => {
  const known = statementNames.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  statementNames.set(text, name);
  return name;
};
