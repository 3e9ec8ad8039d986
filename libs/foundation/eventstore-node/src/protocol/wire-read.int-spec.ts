import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { bytesField, messageField, textField, varintField } from '../wire.js';
import { freshStream, temporaryFolder } from './node-under-test.js';
import { fragment, proposal, RawConnection, read, reading, textId, write } from './raw-call.js';

/** What a `ReadResp` is and, of an event, its revision. */
function told(answer: Buffer): string {
  const response = streams.ReadResp.deserializeBinary(answer);
  const kind = Object.entries(streams.ReadResp.ContentCase).find(([, value]) => value === response.getContentCase())?.[0] ?? '';
  return response.hasEvent() ? response.getEvent()?.getEvent()?.getStreamRevision() ?? '' : kind;
}

const position = (answer: Buffer): number => Number(streams.ReadResp.deserializeBinary(answer).getEvent()?.getCommitPosition());

/** A connection through which the bytes in each direction are counted. */
async function meter(port: number): Promise<{ port: number; up: number; down: number; close(): void }> {
  const sockets: Socket[] = [];
  const counted = { port: 0, up: 0, down: 0, close: () => { server.close(); for (const socket of sockets) socket.destroy(); } };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => { /* Its end is expected. */ });
    near.on('data', ({ length }) => { counted.up += length; }).pipe(far);
    far.on('data', ({ length }) => { counted.down += length; }).pipe(near);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  counted.port = (server.address() as AddressInfo).port;
  return counted;
}

/** Resolves with the number once it has stopped changing for a while. */
async function settled(count: () => number): Promise<number> {
  for (let before = -1; ; await sleep(300)) {
    if (count() === before) return before;
    before = count();
  }
}

describe('on the wire, reads', () => {
  let node: EventStoreNode;
  let connection: RawConnection;
  beforeAll(async () => {
    node = await startEventStoreNode({ dir: temporaryFolder() });
    connection = new RawConnection(node.port);
  });
  afterAll(async () => {
    connection.close();
    await node.stop();
  });

  const append = async (stream: string, events: Buffer[]): Promise<void> => {
    const call = connection.call('BatchAppend');
    await call.send(fragment(textId(randomUUID()), { options: [write.to(stream), write.any], events, final: true })).first(1);
    await call.end().status;
  };
  const several = (count: number, data = Buffer.alloc(0)): Buffer[] => Array.from({ length: count }, () => proposal({ data }));
  const answersTo = async (...options: Buffer[]): Promise<string[]> => {
    const { answers, status: end } = await connection.call('Read').complete(reading(...options));
    expect(end.code).toBe(status.OK);
    return answers.map(told);
  };
  const truncate = (stream: string, metadata: object): Promise<void> =>
    append(`$$${stream}`, [proposal({ type: '$metadata', contentType: 'application/json', data: Buffer.from(JSON.stringify(metadata)) })]);

  it('of a missing stream say so in a success of the call', async () => {
    expect(await answersTo(read.stream(freshStream()), read.count(1))).toEqual(['STREAM_NOT_FOUND']);
  });

  it('tell where a stream begins and ends only to clients that ask', async () => {
    const stream = freshStream();
    await append(stream, several(5));
    expect(await answersTo(read.stream(stream), read.count(2))).toEqual(['0', '1']);
    expect(await answersTo(read.stream(stream), read.count(2), read.compatibility)).toEqual(['0', '1', 'LAST_STREAM_POSITION']);
    await truncate(stream, { $tb: 3 });
    const forwards = [read.stream(stream), read.count(9), read.compatibility];
    expect(await answersTo(...forwards)).toEqual(['FIRST_STREAM_POSITION', '3', '4', 'LAST_STREAM_POSITION']);
    const fromEnd = bytesField(4, Buffer.alloc(0));
    expect(await answersTo(read.stream(stream, fromEnd), read.count(9), read.compatibility, read.backwards)).toEqual(['4', '3', 'LAST_STREAM_POSITION']);
    const { answers } = await connection.call('Read').complete(reading(...forwards));
    const responses = answers.map((answer) => streams.ReadResp.deserializeBinary(answer));
    expect([responses[0]?.getFirstStreamPosition(), responses[3]?.getLastStreamPosition()]).toEqual(['3', '4']);
    const ofAll = await answersTo(read.all(), read.count(2), read.compatibility);
    expect(ofAll.every((answer) => /^\d+$/.test(answer))).toBe(true);
  });

  it('must say from what, and whether once or for good', async () => {
    const { status: neither } = await connection.call('Read').complete(reading(read.stream('s')));
    expect([neither.code, neither.details]).toEqual([status.INVALID_ARGUMENT, 'The read has neither a count nor a subscription.']);
    const { status: nowhere } = await connection.call('Read').complete(reading(read.count(1)));
    expect([nowhere.code, nowhere.details]).toEqual([status.INVALID_ARGUMENT, 'The read names neither a stream nor $all.']);
  });

  it('tell type, content type and time as text, the time in ten-thousandths of a millisecond', async () => {
    const stream = freshStream();
    const before = Date.now();
    await append(stream, [proposal({ type: '类型', contentType: 'application/json', data: Buffer.from('{}') })]);
    const { answers: [answer = Buffer.alloc(0)] } = await connection.call('Read').complete(reading(read.stream(stream), read.count(1)));
    const metadata = streams.ReadResp.deserializeBinary(answer).getEvent()?.getEvent()?.getMetadataMap();
    expect([metadata?.get('type'), metadata?.get('content-type')]).toEqual(['类型', 'application/json']);
    expect(metadata?.get('created')).toMatch(/^\d+0000$/);
    expect(Number(metadata?.get('created')) / 10_000).toBeGreaterThanOrEqual(before);
    expect(Number(metadata?.get('created')) / 10_000).toBeLessThanOrEqual(Date.now());
  });

  it('of $all through a filter count what it takes; an expression goes before prefixes, and neither takes nothing', async () => {
    const [one, other] = [freshStream('filtered'), freshStream('filtered')];
    for (const name of [one, other, one, other, one]) await append(name, several(1));
    const through = (filter: Buffer, ...more: Buffer[]): Promise<string[]> => answersTo(read.all(), read.count(2), filter, ...more);
    expect(await through(read.filter(1, { prefixes: [one] }))).toEqual(['0', '1']);
    expect(await through(read.filter(1, { prefixes: [one] }), read.backwards, read.all(bytesField(3, Buffer.alloc(0))))).toEqual(['2', '1']);
    expect(await through(read.filter(1, { regex: `^${other}$`, prefixes: [one] }), read.count(9))).toEqual(['0', '1']);
    expect(await through(read.filter(1, {}))).toEqual([]);
    const { status: ofStream } = await connection.call('Read').complete(reading(read.stream(one), read.count(1), read.filter(1, { prefixes: [one] })));
    expect(ofStream.details).toBe('Only $all can be filtered.');
  });

  it('of a count of 0 that is sent give nothing and end', async () => {
    const stream = freshStream();
    await append(stream, several(1));
    expect(await answersTo(read.stream(stream), read.count(0))).toEqual([]);
  });

  it('obey the last of fields that exclude each other', async () => {
    const stream = freshStream();
    await append(stream, several(3));
    const place = [read.fromRevision(2), bytesField(3, Buffer.alloc(0))];
    expect(await answersTo(read.all(), read.stream(stream, ...place), read.subscription, read.count(1))).toEqual(['0']);
    const [first] = (await connection.call('Read').complete(reading(read.stream(stream), read.all(), read.count(1)))).answers;
    expect(position(first ?? Buffer.alloc(0))).toBe(64);
  });

  it('are read in any order of their fields, past what the node does not know', async () => {
    const stream = freshStream();
    await append(stream, several(2));
    const unknown = Buffer.concat([varintField(15, 7), textField(14, 'later')]);
    const name = messageField(1, unknown, textField(3, stream));
    expect(await answersTo(read.count(9), unknown, messageField(1, read.fromRevision(1), unknown, name))).toEqual(['1']);
  });

  it.each([2n ** 48n - 1n, 2n ** 48n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 2n, 2n ** 64n - 1n])(
    'from revision and position %s on give nothing forwards, everything backwards, and as subscriptions wait', async (place) => {
      const stream = freshStream();
      await append(stream, several(1));
      expect(await answersTo(read.stream(stream, read.fromRevision(place)), read.count(9))).toEqual([]);
      expect(await answersTo(read.stream(stream, read.fromRevision(place)), read.count(9), read.backwards)).toEqual(['0']);
      expect(await answersTo(read.all(read.fromPosition(place)), read.count(9))).toEqual([]);
      expect(await answersTo(read.all(read.fromPosition(place)), read.count(1), read.backwards)).toEqual(['0']);
      const subscriptions = [read.stream(stream, read.fromRevision(place)), read.all(read.fromPosition(place))]
        .map((source) => connection.call('Read').send(reading(source, read.subscription)).end());
      for (const subscription of subscriptions) expect((await subscription.first(2)).map(told)).toEqual(['CONFIRMATION', 'CAUGHT_UP']);
      await append(stream, several(1));
      await sleep(30);
      const isEnd = place === 2n ** 64n - 1n;
      for (const subscription of subscriptions) {
        expect(subscription.answers.slice(2).map(told)).toEqual(isEnd ? ['1'] : []);
        subscription.cancel();
      }
    });

  it('that follow tell that they fell behind when they did, and again that they caught up', async () => {
    const stream = freshStream();
    const call = connection.call('Read').send(reading(read.stream(stream), read.subscription)).end();
    expect((await call.first(2)).map(told)).toEqual(['CONFIRMATION', 'CAUGHT_UP']);
    await append(stream, several(10));
    expect((await call.first(12)).slice(2).map(told)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    call.pause();
    for (let n = 0; n < 4; n++) await append(stream, several(500, Buffer.alloc(1_000)));
    call.resume();
    const answers = (await call.first(12 + 2_000 + 2)).map(told);
    const signs = answers.filter((answer) => !/^\d+$/.test(answer));
    expect(signs).toEqual(['CONFIRMATION', 'CAUGHT_UP', 'FELL_BEHIND', 'CAUGHT_UP']);
    expect(answers.filter((answer) => /^\d+$/.test(answer))).toEqual(Array.from({ length: 2_010 }, (_, n) => String(n)));
    expect(answers.at(-1)).toBe('CAUGHT_UP');
    call.cancel();
  });

  it('catch up ten at a time over 10,000 events and go on together', async () => {
    const stream = freshStream();
    for (let n = 0; n < 10; n++) await append(stream, several(1_000));
    const readers = Array.from({ length: 10 }, () => connection.call('Read').send(reading(read.stream(stream), read.subscription)).end());
    await Promise.all(readers.map((reader) => reader.first(10_002)));
    await append(stream, several(1));
    for (const reader of readers) {
      const answers = (await reader.first(10_003)).map(told);
      expect(answers).toEqual(['CONFIRMATION', ...Array.from({ length: 10_000 }, (_, n) => String(n)), 'CAUGHT_UP', '10000']);
      reader.cancel();
    }
  }, 180_000);

  it('that are not taken do not leave the node', async () => {
    const stream = freshStream();
    for (let n = 0; n < 40; n++) await append(stream, several(10, Buffer.alloc(100_000)));
    const metered = await meter(node.port);
    const slow = new RawConnection(metered.port);
    const call = slow.call('Read').send(reading(read.stream(stream), read.count(1_000))).end();
    call.pause();
    const held = await settled(() => metered.down);
    expect(held).toBeGreaterThan(10_000);
    expect(held).toBeLessThan(8_000_000);
    call.resume();
    expect((await call.status).code).toBe(status.OK);
    expect(call.answers).toHaveLength(400);
    slow.close();
    metered.close();
  });

  it('and neither are appends taken from a client that does not take its answers', async () => {
    const metered = await meter(node.port);
    const slow = new RawConnection(metered.port);
    const call = slow.call('BatchAppend');
    call.pause();
    const [stream, count, data] = [freshStream(), 40_000, Buffer.alloc(1_000)];
    for (let n = 0; n < count; n++) {
      call.send(fragment(textId(randomUUID()), { options: [write.to(stream), write.any], events: [proposal({ data })], final: true }));
    }
    const taken = await settled(() => metered.up);
    expect(taken).toBeLessThan(count * data.length / 2);
    call.resume();
    expect(await call.first(count)).toHaveLength(count);
    call.end();
    expect((await call.status).code).toBe(status.OK);
    slow.close();
    metered.close();
  }, 60_000);

  it('nor are more taken than the disk has caught up with, but for a few', async () => {
    const large = await startEventStoreNode({ dir: temporaryFolder(), limits: { maxAppendBytes: 4_000_000 } });
    const metered = await meter(large.port);
    const quick = new RawConnection(metered.port);
    const call = quick.call('BatchAppend');
    const [count, data] = [60, Buffer.alloc(3_000_000)];
    let ahead = 0;
    const look = setInterval(() => { ahead = Math.max(ahead, metered.up - call.answers.length * data.length); }, 1);
    for (let n = 0; n < count; n++) {
      call.send(fragment(textId(randomUUID()), { options: [write.to(freshStream()), write.any], events: [proposal({ data })], final: true }));
    }
    expect(await call.first(count)).toHaveLength(count);
    clearInterval(look);
    expect(ahead).toBeLessThan(28_000_000);
    call.end();
    await call.status;
    quick.close();
    metered.close();
    await large.stop();
  }, 120_000);

  it('whose reader leaves in the middle of a page leave nothing behind', async () => {
    const stream = freshStream();
    await append(stream, several(200, Buffer.alloc(5_000)));
    for (let n = 0; n < 20; n++) {
      const call = connection.call('Read').send(reading(read.stream(stream), read.subscription)).end();
      await call.first(3 + n);
      call.cancel();
      expect((await call.status).code).toBe(status.CANCELLED);
    }
    await append(stream, several(1));
    expect(await answersTo(read.stream(stream, read.fromRevision(200)), read.count(9))).toEqual(['200']);
  });
});
