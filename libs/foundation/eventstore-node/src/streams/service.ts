import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Access } from '../access.js';
import { rawMethod } from '../raw-method.js';
import type { Store } from '../storage/store.js';
import { appendCall } from './append-call.js';
import { batchAppendCall } from './batch-append-call.js';
import { deleteCall, tombstoneCall } from './delete-call.js';
import { readCall } from './read-call.js';

export const streamsServiceName = 'event_store.client.streams.Streams';

export const streamsDefinition = {
  Read: rawMethod(streamsServiceName, 'Read', { responseStream: true }),
  Append: rawMethod(streamsServiceName, 'Append', { requestStream: true }),
  BatchAppend: rawMethod(streamsServiceName, 'BatchAppend', { requestStream: true, responseStream: true }),
  Delete: rawMethod(streamsServiceName, 'Delete'),
  Tombstone: rawMethod(streamsServiceName, 'Tombstone'),
} satisfies ServiceDefinition;

export function streamsService(store: Store, access: Access, maxAppendBytes: number): UntypedServiceImplementation {
  return {
    Read: readCall(store, access),
    Append: appendCall(store, access, maxAppendBytes),
    BatchAppend: batchAppendCall(store, access, maxAppendBytes),
    Delete: deleteCall(store, access),
    Tombstone: tombstoneCall(store, access),
  };
}
