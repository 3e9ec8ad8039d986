import { randomUUID } from 'node:crypto';
import { collect, jsonEvent, refusal, take, type ClientUnderTest, type Credentials, type NewEvent } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

const ways: { way: string; options: { credentials?: Credentials } }[] = [
  { way: 'BatchAppend', options: {} },
  { way: 'Append', options: { credentials: { username: 'admin', password: 'changeit' } } },
];

const limit = 10_000;
const typeBytes = 2;

function binary(size: number, metadata?: Uint8Array): NewEvent {
  return { id: randomUUID(), type: 'b', contentType: 'application/octet-stream', data: new Uint8Array(size).fill(7), metadata };
}

export function boundariesSuite(client: ClientUnderTest): void {
  describe.each(ways)(`${client.name}: the boundaries of $way`, ({ options }) => {
    const context = withNode(client, { limits: { maxAppendBytes: limit } });
    const end = async (events: NewEvent[]): Promise<unknown> => {
      const stream = freshStream();
      const refused = await context.store.append(stream, events, options).then(() => undefined, (error: unknown) => refusal(Promise.reject(error as Error)));
      const read = await collect(context.store.readStream(stream)).catch(() => []);
      return refused ? [refused.type, refused.maxAppendSize, read.length] : read.length;
    };
    const refused = ['maximum-append-size-exceeded', limit, 0];

    it.each<[string, (more: number) => NewEvent[]]>([
      ['the data of one event', (more) => [binary(limit - typeBytes + more)]],
      ['data and metadata of one event', (more) => [binary(4_000, new Uint8Array(limit - 4_000 - typeBytes + more))]],
      ['twice the type of one event', (more) => [{ ...binary(Math.max(0, more)), type: 'ü'.repeat(limit / 2 + Math.min(0, more)) }]],
      ['several events together', (more) => [binary(limit / 2 - typeBytes), binary(limit / 2 - typeBytes + more)]],
    ])('are counted over %s: the limit is taken, a byte less too, a byte more refused', async (_title, events) => {
      const [less, exact, more] = [events(-1), events(0), events(1)];
      expect(await end(less)).toBe(less.length);
      expect(await end(exact)).toBe(exact.length);
      expect(await end(more)).toEqual(refused);
    });
  });

  describe.each(ways)(`${client.name}: names and contents by $way`, ({ options }) => {
    const context = withNode(client);

    it.each([
      ['Chinese', '责任状-第1号'], ['emoji', 'a👩‍👩‍👧😾-1'], ['a $ in front', '$own'], ['spaces and signs', ' a b%20?&#/\\"\'@\t-1'], ['an @', '5@other'],
      ['combining marks', 'e\u0301-\u00e9'], ['right-to-left', 'مهمة-1'], ['4,000 letters', 'n'.repeat(4_000)], ['4,000 Chinese letters', '长'.repeat(4_000)],
    ])('take a stream name and an event type of %s, and tell it back everywhere', async (_title, name) => {
      const { store } = context;
      const stream = `${name}${freshStream()}`;
      const { position } = await store.append(stream, [jsonEvent(name)], { ...options, expected: 'no_stream' });
      const [read] = await collect(store.readStream(stream));
      expect([read?.event?.streamId, read?.event?.type]).toEqual([stream, name]);
      const [inAll] = await collect(store.readAll({ from: position ?? 'start', maxCount: 1 }));
      expect(inAll?.event?.streamId).toBe(stream);
      const subscription = store.subscribeToStream(stream);
      expect((await take(subscription, 1))[0]?.streamId).toBe(stream);
      await subscription.unsubscribe();
      const conflict = await refusal(store.append(stream, [jsonEvent('b')], { ...options, expected: 7n }));
      expect([conflict.type, conflict.current, conflict.streamName]).toEqual(['wrong-expected-version', 0n, stream]);
      expect((await refusal(store.deleteStream(stream, { expected: 7n }))).type).toBe('wrong-expected-version');
      await store.deleteStream(stream, { expected: 0n });
      expect((await refusal(store.readStream(stream))).type).toBe('stream-not-found');
      await store.tombstoneStream(stream);
      for (const attempt of [() => store.append(stream, [jsonEvent('b')], options), () => collect(store.readStream(stream))]) {
        expect((await refusal(attempt())).type).toMatch(/stream-(deleted|tombstoned)/);
      }
    });

    it('keep an event of nothing but its type', async () => {
      const stream = freshStream();
      await context.store.append(stream, [binary(0), binary(0, new Uint8Array())], options);
      const events = await collect(context.store.readStream(stream));
      expect(events.map(({ event }) => (event?.data as Uint8Array).length)).toEqual([0, 0]);
    });

    it('tell apart names that differ by case, by a blank, or by how a letter is written', async () => {
      const base = freshStream('É');
      const names = [base, base.toLowerCase(), `${base} `, base.normalize('NFD')];
      for (const [n, name] of names.entries()) await context.store.append(name, [jsonEvent(`e${n}`)], { ...options, expected: 'no_stream' });
      for (const [n, name] of names.entries()) {
        expect((await collect(context.store.readStream(name))).map(({ event }) => event?.type)).toEqual([`e${n}`]);
      }
    });

    it('take an id in capitals for the same id', async () => {
      const { store } = context;
      const [stream, id] = [freshStream(), randomUUID()];
      const first = await store.append(stream, [jsonEvent('a', {}, id.toUpperCase())], options);
      expect(await store.append(stream, [jsonEvent('a', {}, id)], options)).toEqual(first);
      const [event] = await collect(store.readStream(stream));
      expect(event?.event?.id).toBe(id);
    });

    it('do not take an append of nothing for a repetition', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, [jsonEvent('a')], options);
      const wrong = await refusal(store.append(stream, [], { ...options, expected: 'no_stream' }));
      expect([wrong.type, wrong.current]).toEqual(['wrong-expected-version', 0n]);
      expect((await store.append(stream, [], { ...options, expected: 0n })).revision).toBe(0n);
    });
  });
}
