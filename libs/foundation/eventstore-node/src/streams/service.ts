import { rawMethod } from '../raw-method.js';
import type { Service } from '../service.js';
import { appendCall } from './append-call.js';
import { batchAppendCall } from './batch-append-call.js';
import type { CallContext } from './context.js';
import { deleteCall, tombstoneCall } from './delete-call.js';
import { readCall } from './read-call.js';

const serviceName = 'event_store.client.streams.Streams';

export function streamsService(context: CallContext): Service {
  return {
    definition: {
      Read: rawMethod(serviceName, 'Read', { responseStream: true }),
      Append: rawMethod(serviceName, 'Append', { requestStream: true }),
      BatchAppend: rawMethod(serviceName, 'BatchAppend', { requestStream: true, responseStream: true }),
      Delete: rawMethod(serviceName, 'Delete'),
      Tombstone: rawMethod(serviceName, 'Tombstone'),
    },
    implementation: {
      Read: readCall(context),
      Append: appendCall(context),
      BatchAppend: batchAppendCall(context),
      Delete: deleteCall(context),
      Tombstone: tombstoneCall(context),
    },
  };
}
