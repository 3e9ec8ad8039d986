import { hostname } from 'node:os';
import { serviceModule, startService, type Clock, type Configuration, type RunningService } from '@zeren/http';
import { migrate } from '@zeren/read-model';
import { work } from './app.module.js';
import { ProjectorModule } from './projector.module.js';

/** Brings the database to what the code expects. Services wait for it. */
export const prepareDatabase = (databaseUrl: string): Promise<void> => migrate(databaseUrl, work.tables, work.migrations);

type ProjectorOptions = {
  readonly clock?: Clock;
  /** A name kept over restarts takes its leases up again at once; by default host and process, which others outwait. */
  readonly holder?: string;
};

/** Starts the projector on a prepared database, with health and metrics at its port. */
export const startProjector = (
  configuration: Configuration,
  { clock, holder = `${hostname()}:${process.pid}` }: ProjectorOptions = {},
): Promise<RunningService> => {
  const projector = {
    name: 'projector', modules: [ProjectorModule.register(work, configuration.databaseUrl, holder)], tables: [], refusals: {},
  };
  return startService(serviceModule(projector, configuration, clock), { ...configuration, name: projector.name });
};
