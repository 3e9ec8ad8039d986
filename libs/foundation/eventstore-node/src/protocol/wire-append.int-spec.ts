import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { bytesField, messageField, textField, varintField } from '../wire.js';
import { freshStream, temporaryFolder } from './node-under-test.js';
import { fragment, proposal, RawConnection, read, reading, structuredId, textId, write, type RawCall } from './raw-call.js';

const limit = 200_000;
const login = 'admin:changeit';

/** What a batch append was answered: its correlation id, its stream, and how it ended. */
function told(answer: Buffer) {
  const response = streams.BatchAppendResp.deserializeBinary(answer);
  const error = response.getError();
  const name = response.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array();
  return {
    id: response.getCorrelationId()?.getString() ?? '',
    stream: Buffer.from(name).toString('utf8'),
    end: error ? error.getMessage() : Number(response.getSuccess()?.getCurrentRevision()),
  };
}

describe('on the wire, appends', () => {
  let node: EventStoreNode;
  let connection: RawConnection;
  beforeAll(async () => {
    node = await startEventStoreNode({ dir: temporaryFolder(), accounts: { admin: 'changeit', clerk: 'paper' }, limits: { maxAppendBytes: limit } });
    connection = new RawConnection(node.port);
  });
  afterAll(async () => {
    connection.close();
    await node.stop();
  });

  /** An append of one event in one message. */
  const whole = (id: string, stream: string, options: Buffer[] = [write.any]): Buffer =>
    fragment(textId(id), { options: [write.to(stream), ...options], events: [proposal()], final: true });
  /** Resolves with all answers once an append sent after everything else has been answered. */
  const answersOf = async (call: RawCall): Promise<ReturnType<typeof told>[]> => {
    const last = randomUUID();
    call.send(whole(last, freshStream()));
    for (let count = 1; ; count++) {
      const answers = (await call.first(count)).map(told);
      if (answers.at(-1)?.id !== last) continue;
      call.end();
      await call.status;
      return answers.slice(0, -1);
    }
  };
  const eventsOf = async (stream: string): Promise<streams.ReadResp[]> => {
    const { answers } = await connection.call('Read', login).complete(reading(read.stream(stream), read.count(1_000)));
    return answers.map((answer) => streams.ReadResp.deserializeBinary(answer)).filter((answer) => answer.hasEvent());
  };

  it('are answered once by their id, even when their messages come twice while they wait', async () => {
    const [id, stream] = [randomUUID(), freshStream()];
    const message = whole(id, stream);
    const others = Array.from({ length: 50 }, () => whole(randomUUID(), freshStream()));
    const answers = await answersOf(connection.call('BatchAppend', login).send(...others, message, message, message));
    expect(answers.filter((answer) => answer.stream === stream)).toEqual([{ id, stream, end: 0 }]);
    expect(answers).toHaveLength(others.length + 1);
    expect(await eventsOf(stream)).toHaveLength(1);
  });

  it('whose id was answered before may use it again', async () => {
    const [id, stream] = [randomUUID(), freshStream()];
    const call = connection.call('BatchAppend', login).send(whole(id, stream));
    await call.first(1);
    expect(await answersOf(call.send(whole(id, stream)))).toEqual([{ id, stream, end: 0 }, { id, stream, end: 1 }]);
  });

  it('are put together by their ids, however their messages are mixed', async () => {
    const ids = [randomUUID(), randomUUID()] as const;
    const names = [freshStream(), freshStream()] as const;
    const call = connection.call('BatchAppend', login);
    for (const turn of [0, 1]) call.send(fragment(textId(ids[turn] ?? ''), { options: [write.to(names[turn] ?? ''), write.noStream] }));
    for (let n = 0; n < 3; n++) for (const id of ids) call.send(fragment(textId(id), { events: [proposal({ type: `e${n}` })], final: n === 2 }));
    const answers = await answersOf(call);
    expect(answers).toEqual(expect.arrayContaining(ids.map((id, turn) => ({ id, stream: names[turn], end: 2 }))));
    expect(answers).toHaveLength(2);
    for (const name of names) {
      const types = (await eventsOf(name)).map((answer) => answer.getEvent()?.getEvent()?.getMetadataMap().get('type'));
      expect(types).toEqual(['e0', 'e1', 'e2']);
    }
  });

  it.each([
    ['a time', () => write.by(Date.now() + 150)],
    ['a duration', () => write.within(150)],
  ])('that are not complete at their deadline, given as one %s, are refused once, and what comes after is ignored', async (_title, deadline) => {
    const [id, stream] = [randomUUID(), freshStream()];
    const call = connection.call('BatchAppend', login).send(fragment(textId(id), { options: [write.to(stream), write.any, deadline()], events: [proposal()] }));
    await call.first(1);
    call.send(fragment(textId(id), { events: [proposal()] }), fragment(textId(id), { events: [proposal()], final: true }));
    expect(await answersOf(call)).toEqual([{ id, stream, end: 'Timeout' }]);
    expect(await eventsOf(stream)).toEqual([]);
  });

  it.each([
    ['a time gone by', write.by(1_000)], ['no time at all', write.within(0)], ['a negative time', write.within(-5_000)],
  ])('with %s as their deadline are refused and store nothing', async (_title, deadline) => {
    const [id, stream] = [randomUUID(), freshStream()];
    const call = connection.call('BatchAppend', login).send(fragment(textId(id), { options: [write.to(stream), write.any, deadline] }));
    expect(await answersOf(call.send(fragment(textId(id), { events: [proposal()], final: true })))).toEqual([{ id, stream, end: 'Timeout' }]);
    expect(await eventsOf(stream)).toEqual([]);
  });

  it('are refused by the name of their stream, and leave the others of the call alone', async () => {
    const stream = freshStream('责任');
    const refused = (options: Buffer[], events: Buffer[]): Buffer => fragment(textId(randomUUID()), { options, events, final: true });
    const call = connection.call('BatchAppend', 'clerk:paper').send(
      refused([write.to(stream), write.streamExists], [proposal()]),
      refused([write.to(stream), write.any], [proposal({ data: Buffer.alloc(limit) })]),
      refused([write.to(stream), write.any], [proposal({ contentType: undefined as never })]),
      refused([write.to('$forbidden'), write.any], [proposal()]),
      refused([write.to(stream), write.any], [proposal({ id: textId('no uuid') })]),
      refused([write.to(stream)], [proposal()]),
      whole(randomUUID(), stream),
    );
    const answers = await answersOf(call);
    const ends = new Map(answers.map(({ stream: name, end }) => [end, name]));
    expect(ends).toEqual(new Map<string | number, string>([
      ['WrongExpectedVersion', stream], ['MaximumAppendSizeExceeded', stream], ['Required Metadata Property is missing.', stream],
      ['AccessDenied', '$forbidden'], ['\'no uuid\' is not a UUID.', stream],
      ['The write does not say what it expects of the stream.', ''], [0, stream],
    ]));
  });

  it('take ids as text in any case and as two numbers', async () => {
    const [id, stream] = [randomUUID(), freshStream()];
    const same = [textId(id), textId(id.toUpperCase()), structuredId(id)];
    const call = connection.call('BatchAppend', login);
    for (const each of same) {
      call.send(fragment(each, { options: [write.to(stream), write.any], events: [proposal({ id: each })], final: true }));
      await call.first(same.indexOf(each) + 1);
    }
    await answersOf(call);
    const stored = await eventsOf(stream);
    expect(stored.map((answer) => answer.getEvent()?.getEvent()?.getId()?.getString())).toEqual([id]);
    const { answers } = await connection.call('Read', login).complete(reading(read.stream(stream), read.count(1), read.structuredIds));
    const [event] = answers.map((answer) => streams.ReadResp.deserializeBinary(answer).getEvent()?.getEvent());
    expect(Buffer.from(event?.getId()?.serializeBinary() ?? [])).toEqual(structuredId(id));
    expect(event?.getMetadataMap().get('type')).toBe('a');
  });

  it('are read in any order of their fields, past what the node does not know', async () => {
    const stream = freshStream();
    const unknown = Buffer.concat([varintField(15, 2n ** 64n - 1n), textField(14, 'later'), Buffer.from([(13 << 3) | 5, 1, 2, 3, 4]), Buffer.from([(12 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8])]);
    const event = proposal({ more: unknown });
    const options = messageField(2, unknown, write.noStream, write.to(stream));
    const id = randomUUID();
    const backwards = Buffer.concat([varintField(4, 1), bytesField(3, event), unknown, options, bytesField(1, Buffer.concat([unknown, textId(id)]))]);
    expect((await answersOf(connection.call('BatchAppend', login).send(backwards))).map(({ end }) => end)).toEqual([0]);
    expect(await eventsOf(stream)).toHaveLength(1);
  });

  it('take a default that is sent for what it says, and one that is not sent for nothing said', async () => {
    const [stream, id] = [freshStream(), randomUUID()];
    const expectingFirst = fragment(textId(randomUUID()), { options: [write.to(stream), write.expecting(0)], events: [proposal()], final: true });
    const unfinished = fragment(textId(id), { options: [write.to(stream), write.any], events: [proposal()], final: false });
    const answers = await answersOf(connection.call('BatchAppend', login).send(expectingFirst, unfinished));
    expect(answers.map(({ end }) => end)).toEqual(['WrongExpectedVersion']);
    expect(await eventsOf(stream)).toEqual([]);
  });

  it.each(['Append', 'Delete', 'Tombstone'] as const)('by %s must say what they expect', async (method) => {
    const { status: end } = await connection.call(method, login).complete(messageField(1, write.to(freshStream())));
    expect([end.code, end.details]).toEqual([status.INVALID_ARGUMENT, 'The write does not say what it expects of the stream.']);
  });

  it('by Append answer a conflict in a success of the call, with the revision that was expected', async () => {
    const stream = freshStream();
    const { answers: [answer = Buffer.alloc(0)], status: end } = await connection.call('Append', login)
      .complete(messageField(1, write.to(stream), write.expecting(2n ** 53n + 1n)), bytesField(2, proposal()));
    const conflict = streams.AppendResp.deserializeBinary(answer).getWrongExpectedVersion();
    expect([end.code, conflict?.getExpectedRevision(), conflict?.hasCurrentNoStream()]).toEqual([status.OK, String(2n ** 53n + 1n), true]);
  });

  it('by Append without a type or content type are refused with the names of both', async () => {
    const { status: end } = await connection.call('Append', login)
      .complete(messageField(1, write.to(freshStream()), write.any), bytesField(2, proposal({ type: undefined as never })));
    expect(end.code).toBe(status.INVALID_ARGUMENT);
    expect(end.metadata.get('exception')).toEqual(['missing-required-metadata-property']);
    expect(end.metadata.get('required-metadata-properties')).toEqual(['type,content-type']);
  });

  it.each(['Append', 'BatchAppend'] as const)('by %s of one message above 4 MiB are refused by name', async (method) => {
    const event = proposal({ data: Buffer.alloc(6 * 1024 * 1024) });
    const options = [write.to(freshStream()), write.any];
    if (method === 'BatchAppend') {
      const answers = await answersOf(connection.call(method, login).send(fragment(textId(randomUUID()), { options, events: [event], final: true })));
      expect(answers.map(({ end }) => end)).toEqual(['MaximumAppendSizeExceeded']);
    } else {
      const { status: end } = await connection.call(method, login).complete(messageField(1, ...options), bytesField(2, event));
      expect(end.metadata.get('exception')).toEqual(['maximum-append-size-exceeded']);
    }
  });

  it('that are no message end their call and no other', async () => {
    const sound = connection.call('BatchAppend', login);
    const broken = connection.call('BatchAppend', login).send(Buffer.from([0xff, 0xff]), whole(randomUUID(), freshStream()));
    expect((await broken.status).code).toBe(status.INVALID_ARGUMENT);
    expect(broken.answers).toEqual([]);
    const [id, stream] = [randomUUID(), freshStream()];
    expect(await answersOf(sound.send(whole(id, stream)))).toEqual([{ id, stream, end: 0 }]);
  });

  it.each(['Append', 'BatchAppend', 'Read', 'Delete', 'Tombstone'] as const)('and %s with a wrong password are refused before their body is looked at', async (method) => {
    const call = connection.call(method, 'admin:wrong').send(Buffer.from([0xff, 0xff]));
    if (method !== 'Append' && method !== 'BatchAppend') call.end();
    expect((await call.status).code).toBe(status.UNAUTHENTICATED);
  });

  it('whose client ends its side in the middle of one end without an answer to that one', async () => {
    const stream = freshStream();
    const call = connection.call('BatchAppend', login);
    call.send(fragment(textId(randomUUID()), { options: [write.to(stream), write.any], events: [proposal()] }), whole(randomUUID(), stream)).end();
    expect((await call.status).code).toBe(status.OK);
    expect(call.answers.map(told)).toEqual([expect.objectContaining({ end: 0 })]);
  });
});
