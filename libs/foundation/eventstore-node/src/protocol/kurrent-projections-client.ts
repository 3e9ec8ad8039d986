import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { kurrentClient } from './kurrent-client.js';
import { kurrentPersistent } from './kurrent-persistent-client.js';
import { projectionsOf, type ProjectionsClient } from './projections-client.js';

/** @kurrent/kurrentdb-client with its projection calls. */
export const kurrentProjections: ProjectionsClient = {
  ...kurrentClient,
  projections: (connectionString) => projectionsOf(KurrentDBClient.connectionString(connectionString.replace('esdb', 'kurrentdb'))),
  persistent: kurrentPersistent,
};
