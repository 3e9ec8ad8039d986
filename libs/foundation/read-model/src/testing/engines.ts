import { connectEventStore, type EventStore } from '@zeren/event-store';
import { openStoreUnderTest } from '@zeren/event-store/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { appUrl, projectorUrl } from '../logins.js';
import { migrate } from '../migrate.js';
import type { ViewTable } from '../view-table.js';
import { startTestPostgres } from './index.js';

/** Both engines for one specification, migrated, with a connection of each login. */
export type Engines = {
  readonly ownerUrl: string;
  readonly store: EventStore;
  readonly app: DataSource;
  readonly projector: DataSource;
  stop(): Promise<void>;
};

export const startEngines = async (tables: readonly ViewTable[]): Promise<Engines> => {
  const [postgres, node] = await Promise.all([startTestPostgres(), openStoreUnderTest()]);
  await migrate(postgres.url, tables);
  const store = connectEventStore(node.url);
  const app = await createDataSource(appUrl(postgres.url), tables).initialize();
  const projector = await createDataSource(projectorUrl(postgres.url), tables).initialize();
  return {
    ownerUrl: postgres.url, store, app, projector,
    stop: async () => {
      await Promise.all([app.destroy(), projector.destroy(), store.dispose()]);
      await Promise.all([postgres.stop(), node.stop()]);
    },
  };
};
