import { Client, credentials, Metadata, type ClientDuplexStream, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { bytesField, messageField, textField, varintField } from '../wire.js';

const asIs = (message: Buffer): Buffer => message;
const none = Buffer.alloc(0);

/** A call made byte by byte, to say what no client says. */
export class RawCall {
  readonly answers: Buffer[] = [];
  readonly status: Promise<StatusObject>;
  readonly #call: ClientDuplexStream<Buffer, Buffer>;

  constructor(client: Client, path: string, metadata: Metadata) {
    this.#call = client.makeBidiStreamRequest(path, asIs, asIs, metadata);
    this.status = new Promise((resolve) => { this.#call.on('status', resolve); });
    this.#call.on('error', (_error: ServiceError) => { /* The status tells it. */ });
    this.#call.on('data', (answer: Buffer) => { this.answers.push(answer); });
  }

  send(...messages: Buffer[]): this {
    for (const message of messages) this.#call.write(message);
    return this;
  }

  end(): this {
    this.#call.end();
    return this;
  }

  /** Sends the one message of a call that has one and resolves when the call has ended. */
  async complete(...messages: Buffer[]): Promise<{ answers: Buffer[]; status: StatusObject }> {
    const status = await this.send(...messages).end().status;
    return { answers: this.answers, status };
  }

  /** Resolves with the first `count` answers. */
  first(count: number): Promise<Buffer[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.answers.length < count) return;
        this.#call.off('data', look);
        resolve(this.answers.slice(0, count));
      };
      this.#call.on('data', look);
      look();
    });
  }

  /** Leaves what the node sends where it is. */
  pause(): void { this.#call.pause(); }
  resume(): void { this.#call.resume(); }
  cancel(): void { this.#call.cancel(); }
}

/** A plain connection on which calls are made byte by byte. */
export class RawConnection {
  readonly #client: Client;

  constructor(port: number) {
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
      'grpc.max_send_message_length': -1, 'grpc.max_receive_message_length': -1,
    });
  }

  /** A call of the Streams service. */
  call(method: 'Append' | 'BatchAppend' | 'Read' | 'Delete' | 'Tombstone', login?: string): RawCall {
    const metadata = new Metadata();
    if (login !== undefined) metadata.set('authorization', `Basic ${Buffer.from(login).toString('base64')}`);
    return new RawCall(this.#client, `/event_store.client.streams.Streams/${method}`, metadata);
  }

  /** A call of any service, without credentials. */
  callOf(service: string, method: string): RawCall {
    return new RawCall(this.#client, `/event_store.client.${service}/${method}`, new Metadata());
  }

  close(): void { this.#client.close(); }
}

export const textId = (id: string): Buffer => textField(2, id);
export const structuredId = (id: string): Buffer => {
  const digits = id.replaceAll('-', '');
  return messageField(1, varintField(1, BigInt(`0x${digits.slice(0, 16)}`)), varintField(2, BigInt(`0x${digits.slice(16)}`)));
};

/** The fields of write options. */
export const write = {
  to: (stream: string): Buffer => messageField(1, textField(3, stream)),
  expecting: (revision: number | bigint): Buffer => varintField(2, revision),
  noStream: bytesField(3, none),
  any: bytesField(4, none),
  streamExists: bytesField(5, none),
  /** A deadline at a time, in milliseconds since 1970. */
  by: (time: number): Buffer => messageField(6, ...seconds(time)),
  /** A deadline after a time, in milliseconds. */
  within: (time: number): Buffer => messageField(7, ...seconds(time)),
};

function seconds(milliseconds: number): Buffer[] {
  const whole = Math.floor(milliseconds / 1_000);
  return [varintField(1, BigInt.asUintN(64, BigInt(whole))), varintField(2, (milliseconds - whole * 1_000) * 1_000_000)];
}

export type RawEvent = { id?: Buffer; type?: string; contentType?: string; data?: Buffer; more?: Buffer };

/** The content of a `ProposedMessage`; an undefined type or content type is left out. */
export function proposal({ id = textId(randomUUID()), data = none, more = none, ...named }: RawEvent = {}): Buffer {
  const { type, contentType } = { type: 'a', contentType: 'application/octet-stream', ...named };
  const entry = (key: string, value: string | undefined): Buffer =>
    value === undefined ? none : messageField(2, textField(1, key), textField(2, value));
  return Buffer.concat([more, bytesField(4, data), entry('content-type', contentType), entry('type', type), bytesField(1, id)]);
}

/** A `BatchAppendReq`. */
export function fragment(correlation: Buffer, parts: { options?: Buffer[]; events?: Buffer[]; final?: boolean }): Buffer {
  return Buffer.concat([
    bytesField(1, correlation),
    ...(parts.options ? [messageField(2, ...parts.options)] : []),
    ...(parts.events ?? []).map((event) => bytesField(3, event)),
    ...(parts.final === undefined ? [] : [varintField(4, parts.final ? 1 : 0)]),
  ]);
}

/** A `ReadReq` of the given options. */
export function reading(...options: Buffer[]): Buffer {
  return messageField(1, ...options);
}

/** The fields of read options. */
export const read = {
  stream: (name: string, ...place: Buffer[]): Buffer => messageField(1, messageField(1, textField(3, name)), ...place),
  all: (...place: Buffer[]): Buffer => messageField(2, ...place),
  fromRevision: (revision: number | bigint): Buffer => varintField(2, revision),
  fromPosition: (position: number | bigint): Buffer => messageField(1, varintField(1, position), varintField(2, position)),
  backwards: varintField(3, 1),
  /** A filter by stream names (field 1) or event types (field 2), with an expression, or prefixes, or neither. */
  filter: (on: 1 | 2, { regex = '', prefixes = [] }: { regex?: string; prefixes?: string[] }): Buffer =>
    messageField(7, messageField(on, textField(1, regex), ...prefixes.map((prefix) => textField(2, prefix)))),
  count: (count: number): Buffer => varintField(5, count),
  subscription: bytesField(6, none),
  structuredIds: messageField(9, bytesField(1, none)),
  /** Asks for what clients of a later protocol are told. */
  compatibility: messageField(10, varintField(1, 1)),
};
