import {
  AccessDeniedError, EventStoreDBClient, PersistentSubscriptionDoesNotExistError, PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError, PersistentSubscriptionMaximumSubscribersReachedError, streamNameFilter,
  UnavailableError, type PersistentSubscriptionToAllSettings, type PersistentSubscriptionToStreamSettings,
} from '@eventstore/db-client';
import { defaultSettings, type PersistentClient, type PersistentConnection, type Settings } from './persistent-client.js';

/** The persistent subscriptions of @eventstore/db-client. */
export const eventStorePersistent: PersistentClient = {
  errors: {
    exists: PersistentSubscriptionExistsError,
    doesNotExist: PersistentSubscriptionDoesNotExistError,
    maximumReached: PersistentSubscriptionMaximumSubscribersReachedError,
    dropped: PersistentSubscriptionDroppedError,
    accessDenied: AccessDeniedError,
    unavailable: UnavailableError,
  },
  connect: (connectionString) => connection(EventStoreDBClient.connectionString(connectionString)),
};

const ofAll = (settings: Partial<Settings>) => ({ ...defaultSettings, ...settings }) as PersistentSubscriptionToAllSettings;
const ofStream = (settings: Partial<Settings>) => ({ ...defaultSettings, ...settings }) as PersistentSubscriptionToStreamSettings;

function connection(client: EventStoreDBClient): PersistentConnection {
  return {
    create: (stream, group, settings = {}, { streamPrefixes, ...options } = {}) => (stream === '$all'
      ? client.createPersistentSubscriptionToAll(group, ofAll(settings), {
        ...options, ...(streamPrefixes ? { filter: streamNameFilter({ prefixes: streamPrefixes }) } : {}),
      })
      : client.createPersistentSubscriptionToStream(stream, group, ofStream(settings), options)),
    update: (stream, group, settings = {}, options = {}) => (stream === '$all'
      ? client.updatePersistentSubscriptionToAll(group, ofAll(settings), options)
      : client.updatePersistentSubscriptionToStream(stream, group, ofStream(settings), options)),
    delete: (stream, group, options = {}) => (stream === '$all'
      ? client.deletePersistentSubscriptionToAll(group, options)
      : client.deletePersistentSubscriptionToStream(stream, group, options)),
    read: (stream, group, options = {}) => (stream === '$all'
      ? client.subscribeToPersistentSubscriptionToAll(group, options)
      : client.subscribeToPersistentSubscriptionToStream(stream, group, options)),
    information: (stream, group) => (stream === '$all'
      ? client.getPersistentSubscriptionToAllInfo(group)
      : client.getPersistentSubscriptionToStreamInfo(stream, group)),
    list: (stream) => {
      if (stream === undefined) return client.listAllPersistentSubscriptions();
      return stream === '$all' ? client.listPersistentSubscriptionsToAll() : client.listPersistentSubscriptionsToStream(stream);
    },
    replay: (stream, group, options = {}) => (stream === '$all'
      ? client.replayParkedMessagesToAll(group, options)
      : client.replayParkedMessagesToStream(stream, group, options)),
    restart: (options = {}) => client.restartPersistentSubscriptionSubsystem(options),
    dispose: () => client.dispose(),
  };
}
