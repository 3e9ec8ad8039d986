import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * One transaction on one connection. Queries are sent without waiting for the answers to earlier ones; the work must
 * have awaited its own when it ends.
 */
export const inTransaction = async <T>(dataSource: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const begun = client.query('begin');
    begun.catch(() => undefined);
    try {
      const result = await work(client);
      await begun;
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
};

/** Runs all to their end, then throws the first failure: nothing of it may still run when the transaction ends. */
export const allSettled = async <T extends readonly unknown[]>(work: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T> => {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
};

/** Whether PostgreSQL refused a value (data exception, broken constraint), which trying again does not cure. */
export const isRefusedValue = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code ?? ''));
