import type { EventStoreDBClient } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { appendMessages } from './append-messages.js';
import { ConnectionLost } from './availability.js';
import { StoreUnavailable } from './errors.js';
import type { Appended, ExpectedRevision, NewEvent } from './event-store.js';

/** Milliseconds by which the store may miss an append's deadline before the line to it counts as lost. */
const GRACE_MS = 5_000;

type Waiting = {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
  readonly until: number;
};
type Call = Awaited<ReturnType<typeof openCall>>;
type Line = { readonly call: Call; readonly waiting: Map<string, Waiting>; lost?: unknown };

const openCall = (client: EventStoreDBClient) =>
  client['GRPCStreamCreator'](streamsService.StreamsClient, 'batchAppend', (service) =>
    service.batchAppend(...client['callArguments']({}, { deadline: Infinity })),
  )();

/**
 * Appends over one call of the client's connection, shared by all appends, as the client's own `appendToStream`
 * does; but each event is encoded once, a broken call fails only the appends that were on it, and an append that
 * is never answered fails too.
 */
export class AppendLine {
  private line: Promise<Line> | undefined;

  constructor(private readonly client: EventStoreDBClient) {}

  /** Throws the client's own errors, {@link ConnectionLost}, StoreUnavailable. */
  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const correlation = randomUUID();
    const deadline = this.client['createDeadline']();
    const messages = appendMessages({ correlation, stream, events, expected, deadline });
    const line = await (this.line ??= this.connect());
    if (line.lost !== undefined) throw line.lost;
    return new Promise((resolve, reject) => {
      line.waiting.set(correlation, { resolve, reject, until: deadline.getTime() + GRACE_MS });
      for (const message of messages) line.call.write(message);
    });
  }

  private async connect(): Promise<Line> {
    try {
      const line: Line = { call: await openCall(this.client), waiting: new Map() };
      const watch = setInterval(() => this.watch(line), GRACE_MS / 2).unref();
      const lose = (error: unknown) => {
        clearInterval(watch);
        this.lose(line, error);
      };
      line.call.on('data', (answer: streams.BatchAppendResp) => settle(line, answer));
      line.call.on('error', lose);
      line.call.on('end', () => lose(new ConnectionLost('The store ended the call')));
      return line;
    } catch (error) {
      this.line = undefined;
      throw error;
    }
  }

  /** Ends the call where the append that has waited longest is overdue: the store then has lost it. */
  private watch(line: Line): void {
    const [oldest] = line.waiting.values();
    if (oldest === undefined || Date.now() < oldest.until) return;
    this.lose(line, new StoreUnavailable('The event store did not answer in time'));
    line.call.cancel();
  }

  private lose(line: Line, error: unknown): void {
    if (line.lost !== undefined) return;
    line.lost = error;
    this.line = undefined;
    for (const { reject } of line.waiting.values()) reject(error);
    line.waiting.clear();
  }
}

const settle = ({ waiting }: Line, answer: streams.BatchAppendResp): void => {
  const correlation = parseUUID(answer.getCorrelationId()) ?? '';
  const append = waiting.get(correlation);
  if (!append) return;
  waiting.delete(correlation);
  const error = answer.getError();
  const success = answer.getSuccess();
  if (error) append.reject(unpackToCommandError(error, nameOf(answer.getStreamIdentifier())));
  else append.resolve({
    revision: Number(success?.getCurrentRevision()),
    position: BigInt(success?.getPosition()?.getCommitPosition() ?? 0),
  });
};

const nameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
