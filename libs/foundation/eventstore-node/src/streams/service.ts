import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { rawMethod } from '../raw-method.js';
import { appendCall } from './append-call.js';
import { batchAppendCall } from './batch-append-call.js';
import type { CallContext } from './context.js';
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

export function streamsService(context: CallContext): UntypedServiceImplementation {
  return {
    Read: readCall(context),
    Append: appendCall(context),
    BatchAppend: batchAppendCall(context),
    Delete: deleteCall(context),
    Tombstone: tombstoneCall(context),
  };
}
