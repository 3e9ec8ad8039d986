import { eventTypeFilter, EventStoreDBClient, streamNameFilter, type Filter } from '@eventstore/db-client';
import type { ClientUnderTest, Connection, FilterChoice, ReadOptions } from './client-under-test.js';

/** @eventstore/db-client. */
export const eventStoreClient: ClientUnderTest = {
  name: '@eventstore/db-client',
  turnsAtEnds: false,
  connect: (connectionString) => connection(EventStoreDBClient.connectionString(connectionString)),
};

function connection(client: EventStoreDBClient): Connection {
  return {
    append: async (stream, events, { expected = 'any', ...options } = {}) => {
      const { nextExpectedRevision, position } = await client.appendToStream(stream, events, { expectedRevision: expected, ...options });
      return { revision: nextExpectedRevision, position };
    },
    readStream: (stream, options = {}) => client.readStream(stream, { ...readOptions(options), fromRevision: options.from ?? 'start' }),
    readAll: ({ from, ...options } = {}) => client.readAll({ ...readOptions(options), fromPosition: from ?? 'start' }),
    subscribeToStream: (stream, { from, resolveLinkTos = false } = {}) =>
      client.subscribeToStream(stream, { fromRevision: from ?? 'start', resolveLinkTos }),
    subscribeToAll: ({ from, filter, resolveLinkTos = false } = {}) =>
      client.subscribeToAll({ fromPosition: from ?? 'start', resolveLinkTos, ...(filter ? { filter: filterOf(filter) } : {}) }),
    deleteStream: async (stream, { expected = 'any' } = {}) => (await client.deleteStream(stream, { expectedRevision: expected })).position,
    tombstoneStream: async (stream, { expected = 'any' } = {}) => (await client.tombstoneStream(stream, { expectedRevision: expected })).position,
    setMetadata: async (stream, metadata) => {
      const { nextExpectedRevision, position } = await client.setStreamMetadata(stream, metadata);
      return { revision: nextExpectedRevision, position };
    },
    getMetadata: async (stream) => (await client.getStreamMetadata(stream)).metadata,
    dispose: () => client.dispose(),
  };
}

function readOptions({ backwards, maxCount, resolveLinkTos, credentials }: ReadOptions) {
  return {
    direction: backwards ? 'backwards' as const : 'forwards' as const,
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(resolveLinkTos === undefined ? {} : { resolveLinkTos }),
    ...(credentials ? { credentials } : {}),
  };
}

function filterOf({ on, prefixes, regex, window, interval, checkpointReached }: FilterChoice): Filter {
  const create = on === 'stream' ? streamNameFilter : eventTypeFilter;
  return create({
    ...(prefixes ? { prefixes } : { regex: regex ?? '' }),
    ...(window === undefined ? {} : { maxSearchWindow: window }),
    ...(interval === undefined ? {} : { checkpointInterval: interval }),
    checkpointReached: async (_subscription: unknown, position) => { checkpointReached?.(position); },
  } as Parameters<typeof create>[0]);
}
