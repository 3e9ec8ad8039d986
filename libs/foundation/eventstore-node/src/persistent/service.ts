import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Principal } from '../access.js';
import { rawMethod } from '../raw-method.js';
import type { Service } from '../service.js';
import type { CallContext } from '../streams/context.js';
import { nodeStopping, refusalOf } from '../streams/refusal.js';
import { bytesField } from '../wire.js';
import { readChangeRequest } from './change-request.js';
import type { GroupFigures } from './group.js';
import { Groups } from './groups.js';
import { groupInformation } from './information.js';
import { groupDoesNotExist } from './refusal.js';
import { readDeleteRequest, readInformationRequest, readListRequest, readReplayRequest } from './requests.js';
import { readCall } from './read-call.js';

const serviceName = 'event_store.client.persistent_subscriptions.PersistentSubscriptions';
const done = Buffer.alloc(0);

/** Persistent subscriptions: groups of consumers whose place the node remembers. */
export function persistentSubscriptionsService(context: CallContext): Service & {
  /** What the metrics tell about each group. */
  figures(): GroupFigures[];
} {
  const groups = new Groups(context.store, () => { context.figures.eventsRead++; });
  return {
    definition: {
      Create: rawMethod(serviceName, 'Create'),
      Update: rawMethod(serviceName, 'Update'),
      Delete: rawMethod(serviceName, 'Delete'),
      Read: rawMethod(serviceName, 'Read', { requestStream: true, responseStream: true }),
      GetInfo: rawMethod(serviceName, 'GetInfo'),
      ReplayParked: rawMethod(serviceName, 'ReplayParked'),
      List: rawMethod(serviceName, 'List'),
      RestartSubsystem: rawMethod(serviceName, 'RestartSubsystem'),
    },
    implementation: {
      Create: administered(context, (request) => groups.create(readChangeRequest(request))),
      Update: administered(context, (request) => groups.update(readChangeRequest(request))),
      Delete: administered(context, (request) => groups.delete(readDeleteRequest(request))),
      Read: readCall(context, groups),
      GetInfo: unary(context, async (request) => {
        const group = await groups.find(readInformationRequest(request));
        return bytesField(1, groupInformation(group));
      }),
      ReplayParked: administered(context, (request) => groups.replay(readReplayRequest(request))),
      List: unary(context, (request) => {
        const stream = readListRequest(request);
        const listed = groups.list(stream);
        if (stream !== undefined && listed.length === 0) throw groupDoesNotExist({ stream, group: '' });
        return Promise.resolve(Buffer.concat(listed.map((group) => bytesField(1, groupInformation(group)))));
      }),
      RestartSubsystem: administered(context, () => groups.restart()),
    },
    close: () => groups.close(nodeStopping()),
    figures: () => groups.list(undefined).map((group) => group.figures()),
  };
}

/** A call that is for those who look after the node, and answered with nothing. */
function administered(context: CallContext, act: (request: Buffer) => Promise<void>) {
  return unary(context, async (request, principal) => {
    context.access.requireAdministrator(principal);
    await act(request);
    return done;
  });
}

function unary({ access }: CallContext, act: (request: Buffer, principal: Principal) => Promise<Buffer>) {
  const answered = async ({ request, metadata }: ServerUnaryCall<Buffer, Buffer>): Promise<Buffer> =>
    act(request, access.authenticate(metadata));
  return (call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>): void => {
    answered(call).then((message) => { answer(null, message); }, (error: unknown) => { answer(refusalOf(error).toStatus(), null); });
  };
}
