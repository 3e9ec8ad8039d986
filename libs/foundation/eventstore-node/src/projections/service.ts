import { status, type sendUnaryData, type ServerUnaryCall, type ServerWritableStream } from '@grpc/grpc-js';
import type { Packet } from '../packed-call.js';
import { rawMethod } from '../raw-method.js';
import type { Service } from '../service.js';
import type { CallContext } from '../streams/context.js';
import { Refusal, refusalOf } from '../streams/refusal.js';
import { emptyObject, statisticsAnswer } from './answers.js';
import { Projection } from './projection.js';
import { readName, readSelection, readWriteCheckpoint, type Selection } from './requests.js';
import { systemProjections } from './system-projections.js';

const serviceName = 'event_store.client.projections.Projections';
const empty = Buffer.alloc(0);

/** A projection as metrics show it. */
export type ProjectionFigures = {
  name: string;
  running: boolean;
  /** How far it is behind the end of the log, in bytes of position; one that is switched off falls behind. */
  lag: number;
};

export type ProjectionsService = Service & { figures(): ProjectionFigures[] };

type UnaryCall = ServerUnaryCall<Buffer, Buffer>;

/**
 * The system projections and the calls that switch them. Throws an EventStoreNodeError when what they left behind
 * is damaged.
 */
export function projectionsService({ store, access }: CallContext): ProjectionsService {
  const projections = systemProjections.map((projection) => new Projection(store, projection));
  const named = (name: string): Projection => {
    const projection = projections.find((candidate) => candidate.name === name);
    if (!projection) throw new Refusal(status.NOT_FOUND, `There is no projection '${name}'.`);
    return projection;
  };
  const each = (act: (projection: Projection) => Promise<void>): Promise<unknown> => Promise.all(projections.map(act));

  const read = (act: (call: UnaryCall) => Buffer) => unary(async (call) => { access.authenticate(call.metadata); return act(call); });
  const change = (act: (call: UnaryCall) => Promise<unknown>) => unary(async (call) => {
    access.requireAdministrator(access.authenticate(call.metadata));
    await act(call);
    return empty;
  });
  const state = read(({ request }) => { named(readName(request)); return emptyObject; });
  const refuse = change(async () => { throw unsupported('Custom projections are not supported by the embedded node'); });

  return {
    definition: {
      Create: rawMethod(serviceName, 'Create'),
      Update: rawMethod(serviceName, 'Update'),
      Delete: rawMethod(serviceName, 'Delete'),
      Statistics: rawMethod(serviceName, 'Statistics', { responseStream: true }),
      Disable: rawMethod(serviceName, 'Disable'),
      Enable: rawMethod(serviceName, 'Enable'),
      Reset: rawMethod(serviceName, 'Reset'),
      State: rawMethod(serviceName, 'State'),
      Result: rawMethod(serviceName, 'Result'),
      RestartSubsystem: rawMethod(serviceName, 'RestartSubsystem'),
    },
    implementation: {
      Create: refuse,
      Update: refuse,
      Delete: change(async ({ request }) => { throw undeletable(named(readName(request))); }),
      Statistics: (call: ServerWritableStream<Buffer, Packet>): void => {
        try {
          access.authenticate(call.metadata);
          const found = selected(readSelection(call.request), projections, named);
          if (found.length > 0) call.write(found.map((projection) => statisticsAnswer(projection.status())));
          call.end();
        } catch (error) {
          call.emit('error', refusalOf(error).toStatus());
        }
      },
      Disable: change(({ request }) => named(readName(request)).disable({ checkpoint: readWriteCheckpoint(request) })),
      Enable: change(({ request }) => named(readName(request)).enable()),
      Reset: change(({ request }) => named(readName(request)).reset()),
      State: state,
      Result: state,
      RestartSubsystem: change(() => each((projection) => projection.restart())),
    },
    figures: () => projections.map((projection) => {
      const { name, status: current, lag } = projection.status();
      return { name, running: current === 'Running', lag };
    }),
    start: () => { for (const projection of projections) projection.start(); },
    close: async () => { await each((projection) => projection.close()); },
  };
}

function unary(act: (call: UnaryCall) => Promise<Buffer>) {
  return (call: UnaryCall, answer: sendUnaryData<Buffer>): void => {
    act(call).then((message) => { answer(null, message); }, (error: unknown) => { answer(refusalOf(error).toStatus(), null); });
  };
}

function selected(selection: Selection, projections: readonly Projection[], named: (name: string) => Projection): readonly Projection[] {
  if ('name' in selection) return [named(selection.name)];
  return selection.mode === 'other' ? [] : projections;
}

function undeletable({ name }: Projection): Refusal {
  return unsupported(`${name} comes with the store and cannot be deleted. Custom projections are not supported by the embedded node`);
}

function unsupported(details: string): Refusal {
  return new Refusal(status.UNIMPLEMENTED, details);
}
