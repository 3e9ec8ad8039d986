import { randomUUID } from 'node:crypto';
import { collect, jsonEvent, take, type NewEvent } from './client-under-test.js';
import { freshStream } from './node-under-test.js';
import { defaultSettings } from './persistent-client.js';
import { acknowledging, Inbox, numbersOf } from './persistent-reading.js';
import type { ProjectionsClient } from './projections-client.js';
import { caughtUp, linked, metadataOf, projectionNames, stored, textOf, withProjections } from './projections-under-test.js';

let categories = 0;
const freshCategory = (prefix = 'category'): string => `${prefix}${process.pid}x${categories++}`;

const linkTo = (target: string): NewEvent =>
  ({ id: randomUUID(), type: '$>', contentType: 'application/octet-stream', data: Buffer.from(target), metadata: undefined });
const correlated = (type: string, correlation: unknown): NewEvent =>
  ({ ...jsonEvent(type), contentType: 'application/json', data: {}, metadata: { $correlationId: correlation } });

export function projectionsSuite(client: ProjectionsClient): void {
  describe(`${client.name}: a system projection that is switched on`, () => {
    const context = withProjections(client);
    const category = freshCategory();
    const type = `Type${category}`;
    const before = [jsonEvent(type), correlated(type, category)];

    beforeAll(async () => {
      await context.store.append(`${category}-1`, before);
      await context.store.append(`${category}-2`, [jsonEvent(type)]);
      for (const stream of [`$ce-${category}`, `$et-${type}`, '$streams', `$category-${category}`, `$bc-${category}`]) {
        expect(await stored(context.store, stream)).toEqual([]);
      }
      for (const name of projectionNames) await context.projections.enable(name);
      await caughtUp(context.projections);
      await context.store.append(`${category}-3`, [correlated(type, category)]);
    });

    it('$by_category links the events of a category, those that were there first', async () => {
      expect(await linked(context.store, `$ce-${category}`, 4))
        .toEqual([`0@${category}-1`, `1@${category}-1`, `0@${category}-2`, `0@${category}-3`]);
    });

    it('$by_event_type links the events of a type', async () => {
      expect(await linked(context.store, `$et-${type}`, 4))
        .toEqual([`0@${category}-1`, `1@${category}-1`, `0@${category}-2`, `0@${category}-3`]);
    });

    it('$streams links the first event of every stream', async () => {
      const ofCategory = (await linked(context.store, '$streams', 3)).filter((target) => target.includes(category));
      expect(ofCategory).toEqual([`0@${category}-1`, `0@${category}-2`, `0@${category}-3`]);
    });

    it('$stream_by_category names each stream of a category once', async () => {
      expect(await linked(context.store, `$category-${category}`, 3)).toEqual([`${category}-1`, `${category}-2`, `${category}-3`]);
      expect((await stored(context.store, `$category-${category}`)).map((event) => event.type)).toEqual(['$@', '$@', '$@']);
    });

    it('$by_correlation_id links the events that carry an id', async () => {
      expect(await linked(context.store, `$bc-${category}`, 2)).toEqual([`1@${category}-1`, `0@${category}-3`]);
    });

    it('says in a link whence it comes', async () => {
      await linked(context.store, `$ce-${category}`, 4);
      const [source] = (await collect(context.store.readStream(`${category}-1`, { from: 1n })));
      const [, link] = await stored(context.store, `$ce-${category}`);
      expect(link?.type).toBe('$>');
      expect(metadataOf(link)).toMatchObject({
        $o: `${category}-1`, $causedBy: before[1]?.id, $correlationId: category,
        $c: Number(source?.event?.position?.commit), $p: Number(source?.event?.position?.prepare),
      });
      const [byCorrelation] = await stored(context.store, `$bc-${category}`);
      expect(metadataOf(byCorrelation)['$eventTimestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    });
  });

  describe(`${client.name}: what system projections link`, () => {
    const context = withProjections(client);
    beforeAll(async () => { for (const name of projectionNames) await context.projections.enable(name); });

    it.each(['nodash', '-leading', '$system-1'])('not the stream "%s" by category, which it has none of', async (stream) => {
      const name = `${stream}${categories++}`;
      const type = `Only${categories}`;
      await context.store.append(name, [jsonEvent(type)]);
      const other = freshCategory();
      await context.store.append(`${other}-1`, [jsonEvent('a')]);
      await linked(context.store, `$ce-${other}`, 1);
      await caughtUp(context.projections);
      for (const guess of [name, '', name.split('-')[0]]) expect(await stored(context.store, `$ce-${guess}`)).toEqual([]);
      expect(await stored(context.store, `$et-${type}`)).toHaveLength(stream.startsWith('$') ? 0 : 1);
    });

    it('only what comes before the first dash is the category', async () => {
      const category = freshCategory();
      await context.store.append(`${category}-a-b-c`, [jsonEvent('a')]);
      expect(await linked(context.store, `$ce-${category}`, 1)).toEqual([`0@${category}-a-b-c`]);
      expect(await stored(context.store, `$ce-${category}-a`)).toEqual([]);
    });

    it('streams, types and ids with Chinese names', async () => {
      const category = freshCategory('责任状');
      await context.store.append(`${category}-朝阳区`, [correlated(`任务发布${category}`, `关联${category}`)]);
      for (const stream of [`$ce-${category}`, `$et-任务发布${category}`, `$bc-关联${category}`]) {
        expect(await linked(context.store, stream, 1)).toEqual([`0@${category}-朝阳区`]);
        const [resolved] = await collect(context.store.readStream(stream, { resolveLinkTos: true }));
        expect(resolved?.event?.streamId).toBe(`${category}-朝阳区`);
        expect(resolved?.link?.streamId).toBe(stream);
      }
    });

    it('a number as a correlation id, and nothing for another value or for metadata that is not JSON', async () => {
      const number = 1_000_000 + process.pid;
      await context.store.append(freshStream(), [
        correlated('a', { nested: true }), correlated('b', number),
        { id: randomUUID(), type: 'c', contentType: 'application/octet-stream', data: new Uint8Array(1), metadata: Buffer.from('"$correlationId') },
      ]);
      expect(await linked(context.store, `$bc-${number}`, 1)).toHaveLength(1);
      expect((await context.projections.status('$by_correlation_id')).projectionStatus).toBe('Running');
    });

    it('a link in a stream as the event it names; by type it is not there', async () => {
      const [category, other] = [freshCategory(), freshCategory()];
      await context.store.append(`${category}-1`, [jsonEvent('Target')]);
      await context.store.append(`${other}-1`, [linkTo(`0@${category}-1`)]);
      expect(await linked(context.store, `$ce-${other}`, 1)).toEqual([`0@${category}-1`]);
      const [resolved] = await collect(context.store.readStream(`$ce-${other}`, { resolveLinkTos: true }));
      expect(resolved?.event?.type).toBe('Target');
      await caughtUp(context.projections);
      expect(await stored(context.store, '$et-$>')).toEqual([]);
      expect(await linked(context.store, '$streams', 1)).toContain(`0@${other}-1`);
    });

    it('the metadata of a stream by its type', async () => {
      const stream = freshStream();
      await context.store.append(stream, [jsonEvent('a')]);
      await context.store.setMetadata(stream, { maxCount: 5 });
      await caughtUp(context.projections);
      expect(await linked(context.store, '$et-$metadata', 1)).toContain(`0@$$${stream}`);
      expect(await linked(context.store, '$streams', 1)).toContain(`0@$$${stream}`);
    });

    it.each(['deleteStream', 'tombstoneStream'] as const)('%s as the end of the stream, in its category and as $deleted', async (end) => {
      const category = freshCategory();
      await context.store.append(`${category}-1`, [jsonEvent('a')]);
      await context.store[end](`${category}-1`);
      const target = end === 'deleteStream' ? `0@$$${category}-1` : `${2n ** 63n - 1n}@${category}-1`;
      expect(await linked(context.store, `$ce-${category}`, 2)).toEqual([`0@${category}-1`, target]);
      const [, link] = await stored(context.store, `$ce-${category}`);
      expect(metadataOf(link)).toMatchObject({ $o: `${category}-1`, $deleted: -1 });
      await caughtUp(context.projections);
      expect((await stored(context.store, '$et-$deleted')).map(textOf)).toContain(target);
    });

    it('an event that is gone later: the link stays, and resolves to nothing', async () => {
      const category = freshCategory();
      await context.store.append(`${category}-gone`, [jsonEvent('a')]);
      await context.store.append(`${category}-kept`, [jsonEvent('b')]);
      await context.store.tombstoneStream(`${category}-gone`);
      await linked(context.store, `$ce-${category}`, 3);
      const resolved = await collect(context.store.readStream(`$ce-${category}`, { resolveLinkTos: true }));
      expect(resolved.map(({ event }) => event?.streamId)).toEqual([undefined, `${category}-kept`, undefined]);
      expect(resolved.every(({ link }) => link?.streamId === `$ce-${category}`)).toBe(true);
    });

    it('nothing of what they write themselves', async () => {
      await context.store.append(freshStream(), [jsonEvent('a')]);
      await caughtUp(context.projections);
      const lengthOfAll = async () => (await collect(context.store.readAll())).length;
      const length = await lengthOfAll();
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      expect(await lengthOfAll()).toBe(length);
      expect((await linked(context.store, '$streams', 1)).filter((target) => target.includes('@$ce-'))).toEqual([]);
    });
  });

  describe(`${client.name}: readers of what system projections link`, () => {
    const context = withProjections(client);
    beforeAll(() => context.projections.enable('$by_category'));

    it('a subscription follows a category live, links resolved', async () => {
      const category = freshCategory();
      const subscription = context.store.subscribeToStream(`$ce-${category}`, { resolveLinkTos: true });
      try {
        const events = take(subscription, 30);
        for (let n = 0; n < 30; n++) await context.store.append(`${category}-${n % 3}`, [jsonEvent('n', { n })]);
        expect((await events).map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 30 }, (_, n) => n));
      } finally {
        await subscription.unsubscribe();
      }
    });

    it('a group of consumers takes a category, history first, links resolved', async () => {
      const category = freshCategory();
      const several = (from: number) => [0, 1, 2].map((n) => jsonEvent('n', { n: from + n }));
      await context.store.append(`${category}-1`, several(0));
      await linked(context.store, `$ce-${category}`, 3);
      const connection = client.persistent.connect(context.node.node.connectionString);
      try {
        await connection.create(`$ce-${category}`, 'workers', { ...defaultSettings, resolveLinkTos: true });
        const inbox = new Inbox(connection.read(`$ce-${category}`, 'workers'), acknowledging);
        await context.store.append(`${category}-2`, several(3));
        expect(numbersOf(await inbox.first(6))).toEqual([0, 1, 2, 3, 4, 5]);
        await inbox.reader.unsubscribe();
      } finally {
        await connection.dispose();
      }
    });

    it('a filter on $all picks the links of a category', async () => {
      const category = freshCategory();
      const subscription = context.store.subscribeToAll({ filter: { on: 'stream', prefixes: [`$ce-${category}`] } });
      try {
        const events = take(subscription, 2);
        await context.store.append(`${category}-1`, [jsonEvent('a'), jsonEvent('b')]);
        expect((await events).map(textOf)).toEqual([`0@${category}-1`, `1@${category}-1`]);
      } finally {
        await subscription.unsubscribe();
      }
    });

    it('$et is told how far $by_event_type is after every 4,000 events', async () => {
      await context.projections.enable('$by_event_type');
      const events = Array.from({ length: 4_100 }, () => jsonEvent('Counted'));
      await context.store.append(freshStream(), events, { deadline: 30_000 });
      await linked(context.store, '$et-Counted', 4_100);
      const [checkpoint, ...more] = await stored(context.store, '$et');
      expect(more).toEqual([]);
      expect(checkpoint?.type).toBe('$Checkpoint');
      const { $c: position } = checkpoint?.data as { $c: number };
      const known = await collect(context.store.readAll({ from: { commit: BigInt(position), prepare: BigInt(position) }, maxCount: 1 }));
      expect(known).toHaveLength(1);
    });
  });
}
