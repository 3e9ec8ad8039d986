import { randomUUID } from 'node:crypto';
import { connectEventStore } from '@zeren/event-store';
import { openStoreUnderTest } from '@zeren/event-store/testing';
import { serviceModule, startService, type Service } from '@zeren/http';
import { specifyHttp, startIssuer, type HttpSpecification, type Issuer } from '@zeren/http/testing';
import type { Event, EventMetadata } from '@zeren/kernel';
import { createDataSource, migrate, ProjectionRunner, projectorUrl, type MigrationClass } from '@zeren/read-model';
import { startTestPostgres } from '@zeren/read-model/testing';

/** A service on engines of its own, with its views kept up to date beside it. */
export type House = {
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly http: HttpSpecification;
  readonly tokenFor: Issuer['tokenFor'];
  /** Records another context's event as if it had happened at a time; returns its position. */
  record(stream: string, event: Event, said?: Partial<EventMetadata>): Promise<bigint>;
  stop(): Promise<void>;
};

/** Starts a service with everything it stands on; stop it after the test. */
export const startHouse = async (service: Service, migrations: readonly MigrationClass[] = []): Promise<House> => {
  const [engine, postgres, issuer] = await Promise.all([openStoreUnderTest(), startTestPostgres(), startIssuer()]);
  await migrate(postgres.url, service.tables, migrations); process.env['PGU'] = postgres.url;
  const store = connectEventStore(engine.url);
  const database = await createDataSource(projectorUrl(postgres.url), service.tables).initialize();
  const runner = new ProjectionRunner({ store, dataSource: database, tables: service.tables, holder: 'test', tenantLog: true });
  await runner.start();
  const clock = { now: () => '2013-03-01T02:00:00.000Z' };
  const configuration = {
    port: 0, host: '127.0.0.1', eventStoreUrl: engine.url, databaseUrl: postgres.url, issuer: issuer.url, rateLimit: 0, logLevel: 'silent',
  };
  const running = await startService(serviceModule(service, configuration, clock), { port: 0, name: service.name });
  return {
    databaseUrl: postgres.url,
    http: specifyHttp(running.url),
    tokenFor: (caller) => issuer.tokenFor(caller),
    record: async (stream, event, said = {}) =>
      (await store.append(stream, [{ id: randomUUID(), ...event, metadata: metadataOf(stream, said) }], 'any')).position,
    stop: async () => {
      await running.stop();
      await runner.stop();
      await database.destroy();
      await store.dispose();
      await Promise.all([engine.stop(), postgres.stop(), issuer.stop()]);
    },
  };
};

const metadataOf = (stream: string, said: Partial<EventMetadata>): EventMetadata => {
  const tenantId = /-(.+?)_/.exec(stream)?.[1] ?? '';
  return {
    tenantId, actorTenantId: tenantId, actorId: `${tenantId}.tester`, postId: '', unitId: tenantId, occurredAt: '2013-03-01T02:00:00.000Z',
    $correlationId: 'test', $causationId: 'test', commandId: randomUUID(), schemaVersion: 1, sharedWith: [], ...said,
  };
};
