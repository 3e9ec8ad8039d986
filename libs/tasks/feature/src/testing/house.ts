import { connectEventStore, DeciderRepository, type EventStore } from '@zeren/event-store';
import { openStoreUnderTest } from '@zeren/event-store/testing';
import { serviceModule, startService } from '@zeren/http';
import { specifyHttp, startIssuer, type HttpSpecification, type Issuer } from '@zeren/http/testing';
import type { Caller } from '@zeren/kernel';
import { createDataSource, migrate, ProjectionRunner, projectorUrl } from '@zeren/read-model';
import { startTestPostgres } from '@zeren/read-model/testing';
import { tasksRefusals } from '@zeren/tasks-domain';
import type { DataSource } from 'typeorm';
import { tasksClockJobs, tasksPolicies, TasksModule, tasksTables } from '../index.js';

/** The tasks service on engines of its own, with its views, policies and clock jobs at work beside it. */
export type House = {
  readonly http: HttpSpecification;
  readonly store: EventStore;
  readonly database: DataSource;
  tokenOf(caller: Partial<Omit<Caller, 'now'>> & { tenantId: string }): ReturnType<Issuer['tokenFor']>;
  /** What the clock says from now on, UTC. */
  setClock(now: string): void;
  /** Runs the clock jobs once. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts it; stop it after the test. */
export const startHouse = async (): Promise<House> => {
  const [engine, postgres, issuer] = await Promise.all([openStoreUnderTest(), startTestPostgres(), startIssuer()]);
  await migrate(postgres.url, tasksTables);
  const store = connectEventStore(engine.url);
  const repository = new DeciderRepository(store);
  const database = await createDataSource(projectorUrl(postgres.url), tasksTables).initialize();
  const runner = new ProjectionRunner({ store, dataSource: database, tables: tasksTables, policies: tasksPolicies, holder: 'test' });
  await runner.start();
  let now = '2013-02-18T01:00:00.000Z';
  const configuration = {
    port: 0, host: '127.0.0.1', eventStoreUrl: engine.url, databaseUrl: postgres.url, issuer: issuer.url, rateLimit: 0, logLevel: 'silent',
  };
  const service = { name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals };
  const running = await startService(serviceModule(service, configuration, { now: () => now }), { port: 0, name: 'tasks' });
  return {
    http: specifyHttp(running.url),
    store,
    database,
    tokenOf: (caller) => issuer.tokenFor(caller),
    setClock: (time) => { now = time; },
    tick: async () => {
      for (const job of tasksClockJobs) await job.run(now, { repository, database });
    },
    stop: async () => {
      await running.stop();
      await runner.stop();
      await database.destroy();
      await store.dispose();
      await Promise.all([engine.stop(), postgres.stop(), issuer.stop()]);
    },
  };
};
