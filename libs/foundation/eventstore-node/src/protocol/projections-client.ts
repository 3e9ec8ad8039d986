import type { ClientUnderTest, Credentials } from './client-under-test.js';
import type { PersistentClient } from './persistent-client.js';

/** What the suites read of a projection's statistics. */
export type ProjectionDetails = {
  name: string;
  effectiveName: string;
  status: string;
  projectionStatus: string;
  stateReason: string;
  position: string;
  lastCheckpoint: string;
  progress: number;
  epoch: bigint;
  eventsProcessedAfterRestart: bigint;
  bufferedEvents: bigint;
  writesInProgress: number;
};

export type CallOptions = { credentials?: Credentials };

/** The projection calls of a client. */
export type Projections = {
  create(name: string, query: string, options?: CallOptions & { trackEmittedStreams?: boolean }): Promise<void>;
  update(name: string, query: string, options?: CallOptions): Promise<void>;
  remove(name: string, options?: CallOptions): Promise<void>;
  enable(name: string, options?: CallOptions): Promise<void>;
  disable(name: string, options?: CallOptions): Promise<void>;
  abort(name: string, options?: CallOptions): Promise<void>;
  reset(name: string, options?: CallOptions): Promise<void>;
  status(name: string, options?: CallOptions): Promise<ProjectionDetails>;
  list(options?: CallOptions): Promise<ProjectionDetails[]>;
  state(name: string, options?: CallOptions): Promise<unknown>;
  result(name: string, options?: CallOptions): Promise<unknown>;
  restart(options?: CallOptions): Promise<void>;
  dispose(): Promise<void>;
};

/** An official client with its projection calls. */
export type ProjectionsClient = ClientUnderTest & {
  projections(connectionString: string): Projections;
  persistent: PersistentClient;
};

/** The methods both clients name alike. */
type OfficialClient = {
  createProjection(name: string, query: string, options?: CallOptions & { trackEmittedStreams?: boolean }): Promise<void>;
  updateProjection(name: string, query: string, options?: CallOptions): Promise<void>;
  deleteProjection(name: string, options?: CallOptions): Promise<void>;
  enableProjection(name: string, options?: CallOptions): Promise<void>;
  disableProjection(name: string, options?: CallOptions): Promise<void>;
  abortProjection(name: string, options?: CallOptions): Promise<void>;
  resetProjection(name: string, options?: CallOptions): Promise<void>;
  getProjectionStatus(name: string, options?: CallOptions): Promise<ProjectionDetails>;
  listProjections(options?: CallOptions): Promise<ProjectionDetails[]>;
  getProjectionState(name: string, options?: CallOptions): Promise<unknown>;
  getProjectionResult(name: string, options?: CallOptions): Promise<unknown>;
  restartSubsystem(options?: CallOptions): Promise<void>;
  dispose(): Promise<void>;
};

export function projectionsOf(client: OfficialClient): Projections {
  return {
    create: (name, query, options) => client.createProjection(name, query, options),
    update: (name, query, options) => client.updateProjection(name, query, options),
    remove: (name, options) => client.deleteProjection(name, options),
    enable: (name, options) => client.enableProjection(name, options),
    disable: (name, options) => client.disableProjection(name, options),
    abort: (name, options) => client.abortProjection(name, options),
    reset: (name, options) => client.resetProjection(name, options),
    status: (name, options) => client.getProjectionStatus(name, options),
    list: (options) => client.listProjections(options),
    state: (name, options) => client.getProjectionState(name, options),
    result: (name, options) => client.getProjectionResult(name, options),
    restart: (options) => client.restartSubsystem(options),
    dispose: () => client.dispose(),
  };
}
