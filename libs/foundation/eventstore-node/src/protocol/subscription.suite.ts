import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEmitter } from 'node:events';
import { jsonEvent, take, type ClientUnderTest, type FilterChoice, type LiveEvents, type Position } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => jsonEvent('n', { n: from + n }));

/** Waits for an event of the subscription; one that comes with the connection must be awaited before other waits. */
const signal = (subscription: LiveEvents, name: string) => once(subscription as unknown as EventEmitter, name);

export function subscriptionSuite(client: ClientUnderTest): void {
  describe(`${client.name}: subscriptions`, () => {
    const context = withNode(client);
    const open: LiveEvents[] = [];
    const keep = (subscription: LiveEvents): LiveEvents => { open.push(subscription); return subscription; };
    afterEach(async () => { await Promise.all(open.splice(0).map((subscription) => subscription.unsubscribe())); });

    it('confirm, give what is there, say once that they have caught up, then give what is written', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, numbered(600));
      const subscription = keep(store.subscribeToStream(stream));
      const order: string[] = [];
      subscription.on('confirmation', () => order.push('confirmation'));
      subscription.on('caughtUp', () => order.push('caught up'));
      const caughtUp = signal(subscription, 'caughtUp');
      const events = take(subscription, 700);
      await caughtUp;
      await store.append(stream, numbered(100, 600));
      expect((await events).map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 700 }, (_, n) => n));
      expect(order).toEqual(['confirmation', 'caught up']);
    });

    it.each([
      ['a revision, that one excluded', 1n, [2n, 3n]],
      ['the end', 'end' as const, [3n]],
      ['the start', 'start' as const, [0n, 1n, 2n, 3n]],
      ['revision 0', 0n, [1n, 2n, 3n]],
    ])('to a stream begin after %s', async (_title, from, expected) => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, numbered(3));
      const subscription = keep(store.subscribeToStream(stream, { from }));
      const caughtUp = signal(subscription, 'caughtUp');
      const events = take(subscription, expected.length);
      await caughtUp;
      await store.append(stream, numbered(1, 3));
      expect((await events).map(({ revision }) => revision)).toEqual(expected);
    });

    it('to a stream that does not exist yet wait for it', async () => {
      const { store } = context;
      const stream = freshStream();
      const subscription = keep(store.subscribeToStream(stream));
      const events = take(subscription, 1);
      await sleep(50);
      await store.append(stream, numbered(1));
      expect((await events)[0]?.streamId).toBe(stream);
    });

    it('to $all begin after a position', async () => {
      const { store } = context;
      const stream = freshStream();
      const { position } = await store.append(stream, [jsonEvent('before')]);
      const subscription = keep(store.subscribeToAll({ from: position as Position }));
      const events = take(subscription, 2);
      await store.append(stream, [jsonEvent('first')]);
      await store.append(stream, [jsonEvent('second')]);
      expect((await events).map(({ type }) => type)).toEqual(['first', 'second']);
    });

    it('lose nothing and double nothing while events are written on and on', async () => {
      const { store } = context;
      const stream = freshStream();
      const subscription = keep(store.subscribeToStream(stream));
      const events = take(subscription, 1_000);
      for (let at = 0; at < 1_000; at += 50) {
        await Promise.all(Array.from({ length: 50 }, () => store.append(stream, numbered(1))));
      }
      expect((await events).map(({ revision }) => Number(revision))).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
    });

    it('of a consumer that stops reading for a while miss nothing', async () => {
      const { store } = context;
      const stream = freshStream();
      const subscription = keep(store.subscribeToStream(stream));
      const events = take(subscription, 4_000);
      await signal(subscription, 'caughtUp');
      subscription.pause();
      for (let at = 0; at < 4_000; at += 500) {
        await store.append(stream, Array.from({ length: 500 }, (_, n) => jsonEvent('n', { n: at + n, text: 'x'.repeat(1_000) })));
      }
      await sleep(200);
      subscription.resume();
      expect((await events).map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 4_000 }, (_, n) => n));
    });

    it('go on when the stream is deleted and written again', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, numbered(3));
      const subscription = keep(store.subscribeToStream(stream));
      const events = take(subscription, 5);
      await signal(subscription, 'caughtUp');
      await store.deleteStream(stream);
      await store.append(stream, numbered(2, 3), { expected: 'no_stream' });
      expect((await events).map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    });



    it('of a deleted stream wait until it is written again', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, numbered(2));
      await store.deleteStream(stream);
      const subscription = keep(store.subscribeToStream(stream));
      const events = take(subscription, 1);
      await signal(subscription, 'caughtUp');
      await store.append(stream, numbered(1, 2));
      expect((await events).map(({ revision }) => revision)).toEqual([2n]);
    });



    it('end when the stream is tombstoned', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, numbered(1));
      const subscription = keep(store.subscribeToStream(stream));
      const failed = new Promise<Error & { type?: string }>((resolve) => { subscription.on('error', resolve); });
      await take(subscription, 1);
      await store.tombstoneStream(stream);
      expect((await failed).type).toMatch(/stream-(deleted|tombstoned)/);
    });

    it('serve 200 readers at once', async () => {
      const { store } = context;
      const stream = freshStream();
      const taken = Array.from({ length: 200 }, () => take(keep(store.subscribeToStream(stream)), 10));
      await store.append(stream, numbered(5));
      await store.append(stream, numbered(5, 5));
      for (const events of await Promise.all(taken)) {
        expect(events.map(({ data }) => (data as { n: number }).n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    });
  });

  describe(`${client.name}: filters`, () => {
    const context = withNode(client);
    const open: LiveEvents[] = [];
    afterEach(async () => { await Promise.all(open.splice(0).map((subscription) => subscription.unsubscribe())); });
    beforeAll(async () => {
      for (let n = 0; n < 5; n++) {
        await context.store.append(`task-${n}`, [jsonEvent('TaskPublished'), jsonEvent('TaskAccepted')]);
        await context.store.append(`contract-${n}`, [jsonEvent('ContractSigned')]);
      }
    });

    it.each<[string, FilterChoice, number]>([
      ['stream prefixes', { on: 'stream' as const, prefixes: ['contract-', 'none-'] }, 5],
      ['a stream expression', { on: 'stream' as const, regex: '^task-[01]$' }, 4],
      ['type prefixes', { on: 'type' as const, prefixes: ['TaskAcc'] }, 5],
      ['a type expression', { on: 'type' as const, regex: 'Published$|Signed$' }, 10],
    ])('by %s give what matches, and what matches later', async (_title, filter, count) => {
      const subscription = context.store.subscribeToAll({ filter });
      open.push(subscription);
      const events = await take(subscription, count);
      const expression = new RegExp(filter.regex ?? `^(${filter.prefixes?.join('|')})`);
      expect(events.every((event) => expression.test(filter.on === 'stream' ? event.streamId : event.type))).toBe(true);
      expect(events).toHaveLength(count);
    });

    it('tell a checkpoint after every window of considered events and when they go live', async () => {
      const checkpoints: Position[] = [];
      const subscription = context.store.subscribeToAll({
        filter: { on: 'type', prefixes: ['Nothing'], window: 2, interval: 3, checkpointReached: (position) => checkpoints.push(position) },
      });
      open.push(subscription);
      await signal(subscription, 'caughtUp');
      // 15 events: after the 6th, after the 12th, and at the end.
      expect(checkpoints).toHaveLength(3);
      const last = checkpoints.at(-1) as Position;
      const beyond = context.store.readAll({ from: { commit: last.commit + 1n, prepare: last.commit + 1n } });
      for await (const _ of beyond) throw new Error('The last checkpoint is not at the end.');
    });

    it('refuse a malformed expression', async () => {
      const subscription = context.store.subscribeToAll({ filter: { on: 'type', regex: '(' } });
      const failed = new Promise<Error>((resolve) => { subscription.on('error', resolve); });
      subscription.on('data', () => {});
      expect((await failed).message).toContain('is not a regular expression');
    });
  });
}
