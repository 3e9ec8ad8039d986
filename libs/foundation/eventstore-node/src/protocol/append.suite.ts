import { randomUUID } from 'node:crypto';
import { collect, jsonEvent, refusal, type ClientUnderTest, type Credentials, type NewEvent } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

/** With credentials of its own an append is a call of its own (Append); without, it shares one stream (BatchAppend). */
const ways: { way: string; options: { credentials?: Credentials } }[] = [
  { way: 'BatchAppend', options: {} },
  { way: 'Append', options: { credentials: { username: 'admin', password: 'changeit' } } },
];

const mebibyte = 1024 * 1024;

function binaryEvent(size: number): NewEvent {
  return { id: randomUUID(), type: 'b', contentType: 'application/octet-stream', data: new Uint8Array(size), metadata: undefined };
}

export function appendSuite(client: ClientUnderTest): void {
  describe.each(ways)(`${client.name}: $way`, ({ options }) => {
    const context = withNode(client);

    it('numbers the events of a stream from 0 and places each after the one before', async () => {
      const { store } = context;
      const stream = freshStream();
      const first = await store.append(stream, [jsonEvent('a'), jsonEvent('b')], options);
      const second = await store.append(stream, [jsonEvent('c')], options);
      expect(first.revision).toBe(1n);
      expect(second.revision).toBe(2n);
      expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
      const events = await collect(store.readStream(stream));
      expect(events.map(({ event }) => [event?.revision, event?.type])).toEqual([[0n, 'a'], [1n, 'b'], [2n, 'c']]);
      expect(events[2]?.event?.position).toEqual(second.position);
    });

    it('gives back id, data, metadata and time as they were', async () => {
      const { store } = context;
      const stream = freshStream('责任状');
      const event: NewEvent = { id: randomUUID(), type: '任务发布', contentType: 'application/json', data: { 名称: '创城' }, metadata: { by: '市创城办' } };
      // One of the clients cuts the time to whole seconds.
      const before = Math.floor(Date.now() / 1_000) * 1_000;
      await store.append(stream, [event], options);
      const [recorded] = await collect(store.readStream(stream));
      expect(recorded?.event).toMatchObject({ streamId: stream, id: event.id, type: '任务发布', data: event.data, metadata: event.metadata });
      expect(recorded?.event?.created.getTime()).toBeGreaterThanOrEqual(before);
      expect(recorded?.event?.created.getTime()).toBeLessThanOrEqual(Date.now());
    });

    it('keeps binary data and metadata byte for byte', async () => {
      const { store } = context;
      const stream = freshStream();
      const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await store.append(stream, [{ id: randomUUID(), type: 'b', contentType: 'application/octet-stream', data, metadata: Uint8Array.of(0, 255) }], options);
      const [recorded] = await collect(store.readStream(stream));
      expect(Buffer.from(recorded?.event?.data as Uint8Array)).toEqual(Buffer.from(data));
      expect(Buffer.from(recorded?.event?.metadata as Uint8Array)).toEqual(Buffer.from([0, 255]));
    });

    it('refuses a revision the stream does not have, and says which it has', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, [jsonEvent('a')], options);
      const ahead = await refusal(store.append(stream, [jsonEvent('b')], { ...options, expected: 7n }));
      expect([ahead.type, ahead.current, ahead.expected, ahead.streamName]).toEqual(['wrong-expected-version', 0n, 7n, stream]);
      const behind = await refusal(store.append(stream, [jsonEvent('b')], { ...options, expected: 'no_stream' }));
      expect([behind.type, behind.current, behind.expected]).toEqual(['wrong-expected-version', 0n, 'no_stream']);
      expect(await collect(store.readStream(stream))).toHaveLength(1);
    });

    it.each([2n ** 53n, 2n ** 53n + 1n, 2n ** 63n])('refuses and repeats the revision %s exactly', async (expected) => {
      const conflict = await refusal(context.store.append(freshStream(), [jsonEvent('a')], { ...options, expected }));
      expect([conflict.type, conflict.current, conflict.expected]).toEqual(['wrong-expected-version', 'no_stream', expected]);
    });

    it('refuses stream_exists for a stream that does not', async () => {
      const conflict = await refusal(context.store.append(freshStream(), [jsonEvent('a')], { ...options, expected: 'stream_exists' }));
      expect([conflict.type, conflict.current, conflict.expected]).toEqual(['wrong-expected-version', 'no_stream', 'stream_exists']);
    });

    it('takes the expected revision 0 for one event', async () => {
      const stream = freshStream();
      await context.store.append(stream, [jsonEvent('a')], { ...options, expected: 'no_stream' });
      const second = await context.store.append(stream, [jsonEvent('b')], { ...options, expected: 0n });
      expect(second.revision).toBe(1n);
    });

    it.each(['any', 'no_stream', 0n] as const)('answers a repetition at %s with the first answer and stores nothing', async (expected) => {
      const { store } = context;
      const stream = freshStream();
      if (expected === 0n) await store.append(stream, [jsonEvent('before')], options);
      const events = [jsonEvent('a'), jsonEvent('b')];
      const first = await store.append(stream, events, { ...options, expected });
      const again = await store.append(stream, events, { ...options, expected });
      expect(again).toEqual(first);
      expect(await collect(store.readStream(stream))).toHaveLength(expected === 0n ? 3 : 2);
    });

    it('takes a repetition that runs beyond what was stored for a conflict', async () => {
      const stream = freshStream();
      const event = jsonEvent('a');
      await context.store.append(stream, [event], options);
      const longer = await refusal(context.store.append(stream, [event, jsonEvent('b')], { ...options, expected: 'no_stream' }));
      expect(longer.type).toBe('wrong-expected-version');
    });

    it('stores the same event id in two streams', async () => {
      const event = jsonEvent('a');
      const [one, other] = [freshStream(), freshStream()];
      await context.store.append(one, [event], options);
      await context.store.append(other, [event], options);
      expect(await collect(context.store.readStream(other))).toHaveLength(1);
    });

    it('recognises repetitions that arrive together', async () => {
      const stream = freshStream();
      const events = [jsonEvent('a'), jsonEvent('b')];
      const answers = await Promise.all(Array.from({ length: 20 }, () => context.store.append(stream, events, options)));
      expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([1n]));
      expect(await collect(context.store.readStream(stream))).toHaveLength(2);
    });

    it('lets exactly one of many win a revision', async () => {
      const stream = freshStream();
      const attempts = Array.from({ length: 30 }, () =>
        context.store.append(stream, [jsonEvent('a')], { ...options, expected: 'no_stream' }).then(() => 'won', () => 'lost'));
      expect((await Promise.all(attempts)).filter((end) => end === 'won')).toHaveLength(1);
    });

    it('succeeds with nothing to append and creates no stream', async () => {
      const stream = freshStream();
      await context.store.append(stream, [], { ...options, expected: 'no_stream' });
      expect((await refusal(context.store.readStream(stream))).type).toBe('stream-not-found');
    });

    it('stores 10,000 events of one append, or none', async () => {
      const { store } = context;
      const stream = freshStream();
      const events = Array.from({ length: 10_000 }, (_, n) => jsonEvent('n', { n }));
      const patient = { ...options, deadline: 60_000 };
      expect((await store.append(stream, events, patient)).revision).toBe(9_999n);
      const back = await collect(store.readStream(stream));
      expect(back.map(({ event }) => (event?.data as { n: number }).n)).toEqual(events.map((_, n) => n));
      const other = freshStream();
      expect((await refusal(store.append(other, events, { ...patient, expected: 5n }))).type).toBe('wrong-expected-version');
      expect((await refusal(store.readStream(other))).type).toBe('stream-not-found');
    }, 120_000);

    it('takes an append of exactly 1 MiB and refuses one byte more', async () => {
      const { store } = context;
      const stream = freshStream();
      const typeBytes = 2;
      await store.append(stream, [binaryEvent(mebibyte - typeBytes)], options);
      const tooLarge = await refusal(store.append(stream, [binaryEvent(mebibyte - typeBytes + 1)], options));
      expect([tooLarge.type, tooLarge.maxAppendSize]).toEqual(['maximum-append-size-exceeded', mebibyte]);
      const inParts = await refusal(store.append(stream, Array.from({ length: 40 }, () => binaryEvent(150_000)), options));
      expect(inParts.type).toBe('maximum-append-size-exceeded');
      const [only] = await collect(store.readStream(stream));
      expect((only?.event?.data as Uint8Array).length).toBe(mebibyte - typeBytes);
      expect((await store.append(stream, [jsonEvent('after')], options)).revision).toBe(1n);
    });

    it.each(['$all', '', '$$$$meta-of-meta'])('refuses the stream name "%s" and goes on', async (stream) => {
      await refusal(context.store.append(stream, [jsonEvent('a')], options));
      expect((await context.store.append(freshStream(), [jsonEvent('a')], options)).revision).toBe(0n);
    });

    it('takes names of thousands of characters', async () => {
      const long = freshStream('长'.repeat(2_000));
      await context.store.append(long, [jsonEvent('a')], options);
      await context.store.append(`${long}!`, [jsonEvent('b')], options);
      const [recorded] = await collect(context.store.readStream(long));
      expect([recorded?.event?.streamId, recorded?.event?.type]).toEqual([long, 'a']);
    });
  });

  describe(`${client.name}: BatchAppend deadlines`, () => {
    const context = withNode(client);

    it('answers an append whose deadline has passed, and stores nothing of it', async () => {
      const stream = freshStream();
      await context.store.append(freshStream(), [jsonEvent('connect')]);
      const late = await refusal(context.store.append(stream, [jsonEvent('a')], { deadline: -5_000 }));
      expect(late.type).toBe('deadline-exceeded');
      expect((await refusal(context.store.readStream(stream))).type).toBe('stream-not-found');
    });
  });
}
