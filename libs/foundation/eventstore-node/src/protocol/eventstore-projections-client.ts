import { EventStoreDBClient } from '@eventstore/db-client';
import { eventStoreClient } from './eventstore-client.js';
import { eventStorePersistent } from './eventstore-persistent-client.js';
import { projectionsOf, type ProjectionsClient } from './projections-client.js';

/** @eventstore/db-client with its projection calls. */
export const eventStoreProjections: ProjectionsClient = {
  ...eventStoreClient,
  projections: (connectionString) => projectionsOf(EventStoreDBClient.connectionString(connectionString)),
  persistent: eventStorePersistent,
};
