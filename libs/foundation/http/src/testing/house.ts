import { randomUUID } from 'node:crypto';
import { connectEventStore, DeciderRepository, type EventStore } from '@zeren/event-store';
import { openStoreUnderTest } from '@zeren/event-store/testing';
import type { Event, EventMetadata } from '@zeren/kernel';
import { createDataSource, migrate, ProjectionRunner, projectorUrl, type MigrationClass, type PolicyJob } from '@zeren/read-model';
import { startTestPostgres } from '@zeren/read-model/testing';
import type { DataSource } from 'typeorm';
import type { ClockJob } from '../clock.js';
import { serviceModule, type Service } from '../service.js';
import { startService } from '../start-service.js';
import { specifyHttp, type HttpSpecification } from './http-specification.js';
import { startIssuer, type Issuer } from './issuer.js';

/** A service on engines of its own, with its views, its policies and the tenant log kept up to date beside it. */
export type House = {
  readonly url: string;
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly http: HttpSpecification;
  readonly tokenFor: Issuer['tokenFor'];
  readonly store: EventStore;
  /** What the clock says from now on, UTC; 2013-03-01T02:00:00.000Z at first. */
  setClock(now: string): void;
  /** Runs clock jobs once, at the time the clock says. */
  tick(jobs: readonly ClockJob[]): Promise<void>;
  /** Records another context's event, by default at the time the clock says; returns its position. */
  record(stream: string, event: Event, said?: Partial<EventMetadata>): Promise<bigint>;
  stop(): Promise<void>;
};

/** What a service has besides its tables. */
export type HouseOptions = { readonly policies?: readonly PolicyJob[]; readonly migrations?: readonly MigrationClass[] };

type Ground = { readonly storeUrl: string; readonly databaseUrl: string; stop(): Promise<void> };

/** Starts a service with everything it stands on; stop it after the test. */
export const startHouse = async (service: Service, { policies = [], migrations = [] }: HouseOptions = {}): Promise<House> => {
  const [ground, issuer] = await Promise.all([startGround(), startIssuer()]);
  const { storeUrl, databaseUrl } = ground;
  await migrate(databaseUrl, service.tables, migrations);
  const beside = await projecting(service, ground, policies);
  const { store, database } = beside;
  let now = '2013-03-01T02:00:00.000Z';
  const configuration = {
    port: 0, host: '127.0.0.1', eventStoreUrl: storeUrl, databaseUrl, issuer: issuer.url, rateLimit: 0, logLevel: 'silent',
  };
  const running = await startService(serviceModule(service, configuration, { now: () => now }), { port: 0, name: service.name });
  return {
    url: running.url,
    databaseUrl,
    http: specifyHttp(running.url),
    tokenFor: (caller, options) => issuer.tokenFor(caller, options),
    store,
    setClock: (time) => { now = time; },
    tick: async (jobs) => {
      for (const job of jobs) await job.run(now, { repository: new DeciderRepository(store), database });
    },
    record: async (stream, event, said = {}) =>
      (await store.append(stream, [{ id: randomUUID(), ...event, metadata: metadataOf(stream, now, said) }], 'any')).position,
    stop: async () => {
      await running.stop();
      await beside.stop();
      await Promise.all([ground.stop(), issuer.stop()]);
    },
  };
};

const startGround = async (): Promise<Ground> => {
  const [engine, postgres] = await Promise.all([openStoreUnderTest(), startTestPostgres()]);
  return {
    storeUrl: engine.url,
    databaseUrl: postgres.url,
    stop: async () => {
      await Promise.all([engine.stop(), postgres.stop()]);
    },
  };
};

type Projecting = { readonly store: EventStore; readonly database: DataSource; stop(): Promise<void> };

const projecting = async ({ tables }: Service, { storeUrl, databaseUrl }: Ground, policies: readonly PolicyJob[]): Promise<Projecting> => {
  const store = connectEventStore(storeUrl);
  const database = await createDataSource(projectorUrl(databaseUrl), tables).initialize();
  const runner = new ProjectionRunner({ store, dataSource: database, tables, policies, holder: 'test', tenantLog: true });
  await runner.start();
  return {
    store,
    database,
    stop: async () => {
      await runner.stop();
      await database.destroy();
      await store.dispose();
    },
  };
};

/** The owner is the tenant the stream's name says. */
const metadataOf = (stream: string, occurredAt: string, said: Partial<EventMetadata>): EventMetadata => {
  const tenantId = /-(.+?)_/.exec(stream)?.[1] ?? '';
  return {
    tenantId, actorTenantId: tenantId, actorId: `${tenantId}.tester`, postId: '', unitId: tenantId, occurredAt,
    $correlationId: 'test', $causationId: 'test', commandId: randomUUID(), schemaVersion: 1, sharedWith: [], ...said,
  };
};
