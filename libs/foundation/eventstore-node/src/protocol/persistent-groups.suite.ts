import { startEventStoreNode } from '../server.js';
import { jsonEvent, refusal, type ClientUnderTest } from './client-under-test.js';
import { freshStream, temporaryFolder, withNode } from './node-under-test.js';
import { numbered, withGroups } from './persistent-delivery.suite.js';
import { defaultSettings, type PersistentClient, type Settings } from './persistent-client.js';
import { acknowledging, eventually, Inbox, numbersOf } from './persistent-reading.js';

export function persistentGroupsSuite(client: ClientUnderTest, persistent: PersistentClient): void {
  const { errors } = persistent;

  describe.each(['a stream', '$all'])(`${client.name}: a group of %s`, (kind) => {
    const context = withNode(client);
    const groups = withGroups(context, persistent);
    const source = (): string => (kind === '$all' ? kind : freshStream('源'));

    it('can be created once', async () => {
      const stream = source();
      const group = await groups.create(stream);
      const failure = await refusal(groups.connection.create(stream, group));
      expect(failure).toBeInstanceOf(errors.exists);
      expect(failure).toMatchObject({ streamName: encodeURIComponent(stream).replace('%24', '$'), groupName: group });
      await groups.create(stream);
    });

    it('that is not there can neither be read, updated, deleted, asked about nor replayed', async () => {
      const stream = source();
      const none = '查无此组';
      for (const attempt of [
        groups.connection.update(stream, none), groups.connection.delete(stream, none),
        groups.connection.information(stream, none), groups.connection.replay(stream, none),
      ]) {
        const failure = await refusal(attempt);
        expect(failure).toBeInstanceOf(errors.doesNotExist);
        expect(failure).toMatchObject({ streamName: encodeURIComponent(stream).replace('%24', '$'), groupName: encodeURIComponent(none) });
      }
      expect(await groups.join(stream, none).failed).toBeInstanceOf(errors.doesNotExist);
    });

    it('has no more consumers than it may, until one leaves', async () => {
      const stream = source();
      const group = await groups.create(stream, { maxSubscriberCount: 2 });
      const [first] = [groups.join(stream, group), groups.join(stream, group)];
      await eventually(async () => (await groups.connection.information(stream, group)).connections.length === 2);
      expect(await groups.join(stream, group).failed).toBeInstanceOf(errors.maximumReached);
      await first?.reader.unsubscribe();
      await eventually(async () => (await groups.connection.information(stream, group)).connections.length === 1);
      await groups.join(stream, group).confirmed;
    });

    it('drops its consumers when it is updated, goes on where it was, and has the new settings', async () => {
      const stream = source();
      const written = kind === '$all' ? freshStream() : stream;
      const group = await groups.create(stream, { startFrom: 'end' });
      const inbox = groups.join(stream, group, {}, acknowledging);
      await inbox.confirmed;
      await context.store.append(written, numbered(3));
      await inbox.first(3);
      await eventually(async () => (await groups.connection.information(stream, group)).stats.outstandingMessagesCount === 0);
      await groups.connection.update(stream, group, { startFrom: 'end', maxRetryCount: 3, consumerStrategyName: 'Pinned' });
      expect(await inbox.failed).toBeInstanceOf(errors.dropped);
      const again = groups.join(stream, group, {}, acknowledging);
      await again.confirmed;
      await context.store.append(written, numbered(1, 3));
      expect(numbersOf(await again.first(1))).toEqual([3]);
      expect((await groups.connection.information(stream, group)).settings).toMatchObject({ maxRetryCount: 3, consumerStrategyName: 'Pinned' });
    });

    it('loses nothing that was written before its first consumer when it is updated', async () => {
      const stream = source();
      const group = await groups.create(stream, { startFrom: 'end' });
      await context.store.append(kind === '$all' ? freshStream() : stream, numbered(2));
      await groups.connection.update(stream, group, { startFrom: 'end', messageTimeout: 1_000 });
      expect(numbersOf(await groups.join(stream, group, {}, acknowledging).first(2))).toEqual([0, 1]);
    });

    it('drops its consumers when it is deleted, and begins anew when it is created again', async () => {
      const stream = source();
      const written = kind === '$all' ? freshStream() : stream;
      const group = await groups.create(stream, { startFrom: 'end', checkPointUpperBound: 1 });
      const inbox = groups.join(stream, group);
      await inbox.confirmed;
      await context.store.append(written, numbered(2));
      const [first] = await inbox.first(2);
      await inbox.reader.nack('park', 'later', first as never);
      await eventually(async () => (await groups.connection.information(stream, group)).stats.parkedMessageCount === 1n);
      await groups.connection.delete(stream, group);
      expect(await inbox.failed).toBeInstanceOf(errors.dropped);
      expect(await refusal(groups.connection.information(stream, group))).toBeInstanceOf(errors.doesNotExist);
      await groups.connection.create(stream, group, { startFrom: 'end' });
      const { stats } = await groups.connection.information(stream, group);
      expect([stats.parkedMessageCount, stats.lastCheckpointedEventPosition, stats.lastCheckpointedEventRevision]).toEqual([0n, undefined, undefined]);
      const again = groups.join(stream, group, {}, acknowledging);
      await again.confirmed;
      await context.store.append(written, numbered(1, 2));
      expect(numbersOf(await again.first(1))).toEqual([2]);
    });

    it('drops its consumers when the subsystem is restarted, and serves them when they come again', async () => {
      const stream = source();
      const group = await groups.create(stream, { startFrom: 'end' });
      const inbox = groups.join(stream, group);
      await inbox.confirmed;
      await groups.connection.restart();
      expect(await inbox.failed).toBeInstanceOf(errors.dropped);
      await context.store.append(kind === '$all' ? freshStream() : stream, numbered(1));
      expect(numbersOf(await groups.join(stream, group, {}, acknowledging).first(1))).toEqual([0]);
    });

    it.each<[string, Partial<Settings>]>([
      ['max_retry_count', { maxRetryCount: -1 }],
      ['message_timeout', { messageTimeout: -1 }],
      ['checkpoint_after', { checkPointAfter: -1 }],
      ['min_checkpoint_count', { checkPointLowerBound: -1 }],
      ['max_checkpoint_count', { checkPointUpperBound: 0 }],
      ['max_subscriber_count', { maxSubscriberCount: -1 }],
      ['live_buffer_size', { liveBufferSize: 0 }],
      ['read_batch_size', { readBatchSize: 0 }],
      ['history_buffer_size', { historyBufferSize: 0 }],
      ['read_batch_size', { readBatchSize: 501 }],
    ])('is refused with the name of a setting that makes no sense: %s', async (name, settings) => {
      const stream = source();
      const failure = await refusal(groups.connection.create(stream, freshStream('group'), settings));
      expect(failure.message).toContain(`INVALID_ARGUMENT: ${name} is `);
      const group = await groups.create(stream);
      expect((await refusal(groups.connection.update(stream, group, settings))).message).toContain(`INVALID_ARGUMENT: ${name} is `);
    });

    it('is asked for a buffer size that holds something', async () => {
      const stream = source();
      const inbox = groups.join(stream, await groups.create(stream), { bufferSize: 0 });
      expect((await inbox.failed).message).toContain('INVALID_ARGUMENT: buffer_size is 0');
    });

    it.each<[string, Settings['startFrom']]>([
      ['the start', 'start'], ['the end', 'end'], ['a place', kind === '$all' ? { commit: 123n, prepare: 123n } : 123n],
    ])('tells its settings as they were given, with a start from %s', async (_title, startFrom) => {
      const stream = source();
      const settings: Settings = {
        ...defaultSettings, startFrom, resolveLinkTos: true, extraStatistics: true, messageTimeout: 12_345, maxRetryCount: 7,
        checkPointAfter: 4_321, checkPointLowerBound: 11, checkPointUpperBound: 1, maxSubscriberCount: 200, liveBufferSize: 501,
        readBatchSize: 21, historyBufferSize: 502, consumerStrategyName: 'DispatchToSingle',
      };
      const group = await groups.create(stream, settings);
      expect(await groups.connection.information(stream, group)).toMatchObject({ eventSource: stream, groupName: group, settings, connections: [] });
      const updated: Settings = { ...settings, maxSubscriberCount: 'unbounded', consumerStrategyName: 'RoundRobin', startFrom: 'end' };
      await groups.connection.update(stream, group, updated);
      expect((await groups.connection.information(stream, group)).settings).toEqual(updated);
    });
  });

  describe(`${client.name}: what groups tell`, () => {
    const context = withNode(client);
    const groups = withGroups(context, persistent);

    it('is how far they are, what they hold, and who reads how fast', async () => {
      const stream = freshStream();
      const group = await groups.create(stream, { extraStatistics: true, checkPointUpperBound: 3, historyBufferSize: 40 });
      expect((await groups.connection.information(stream, group)).stats.lastKnownEventRevision).toBeUndefined();
      await context.store.append(stream, numbered(100));
      expect(await groups.connection.information(stream, group)).toMatchObject({ status: 'Behind', stats: { lastKnownEventRevision: 99n } });
      const inbox = groups.join(stream, group, { bufferSize: 8 }, (delivered) => {
        const [n] = numbersOf([delivered]);
        if (n !== undefined && n < 3) void inbox.reader.ack(delivered);
      });
      await inbox.first(11);
      await eventually(async () => (await groups.connection.information(stream, group)).stats.lastCheckpointedEventRevision === 2n);
      const { status, connections, stats } = await groups.connection.information(stream, group);
      expect(status).toBe('Behind');
      expect(stats).toMatchObject({
        totalItems: 11n, readBufferCount: 40, liveBufferCount: 0n, retryBufferCount: 0,
        totalInFlightMessages: 8, outstandingMessagesCount: 8, parkedMessageCount: 0n, countSinceLastMeasurement: 0n,
      });
      expect(connections).toMatchObject([{ username: 'anonymous', totalItems: 11n, inFlightMessages: 8, availableSlots: 0 }]);
      expect(connections[0]?.from).toContain('127.0.0.1:');
      expect(connections[0]?.connectionName).not.toBe('');
      expect([...connections[0]?.extraStatistics?.keys() ?? []]).toEqual([
        'mean', 'median', 'fastest', 'quintile 1', 'quintile 2', 'quintile 3', 'quintile 4', 'quintile 5',
        '90%', '95%', '99%', '99.5%', '99.9%', 'highest',
      ]);
    });

    it('counts what has passed since it was last asked', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(30));
      const group = await groups.create(stream);
      const inbox = groups.join(stream, group, {}, acknowledging);
      await inbox.first(30);
      const first = await groups.connection.information(stream, group);
      expect(first).toMatchObject({ status: 'Live', stats: { totalItems: 30n, countSinceLastMeasurement: 30n } });
      expect(first.stats.averagePerSecond).toBeGreaterThan(0);
      expect(first.connections[0]).toMatchObject({ countSinceLastMeasurement: 30n, extraStatistics: undefined });
      const second = await groups.connection.information(stream, group);
      expect(second).toMatchObject({ stats: { totalItems: 30n, countSinceLastMeasurement: 0n, averagePerSecond: 0 } });
    });

    it('of $all is told in positions', async () => {
      const group = freshStream('group');
      await groups.connection.create('$all', group, { startFrom: 'end', checkPointUpperBound: 1 });
      const inbox = groups.join('$all', group, {}, acknowledging);
      await inbox.confirmed;
      const { position } = await context.store.append(freshStream(), [jsonEvent('last')]);
      await eventually(async () => {
        const { stats } = await groups.connection.information('$all', group);
        return stats.lastCheckpointedEventPosition?.commit === position?.commit && stats.lastKnownEventPosition?.commit === position?.commit;
      });
    });

    it('is listed for all groups, for those of a stream, and for those of $all', async () => {
      const [one, other] = [freshStream(), freshStream()];
      const created = [await groups.create(one), await groups.create(one), await groups.create(other)];
      const ofAll = await groups.create('$all');
      const namesOf = async (stream?: string) => (await groups.connection.list(stream)).map(({ groupName }) => groupName);
      expect((await namesOf(one)).sort()).toEqual(created.slice(0, 2).sort());
      expect(await namesOf(other)).toEqual(created.slice(2));
      expect(await namesOf('$all')).toContain(ofAll);
      expect(await namesOf()).toEqual(expect.arrayContaining([...created, ofAll]));
      expect(await refusal(groups.connection.list(freshStream()))).toBeInstanceOf(errors.doesNotExist);
    });
  });

  describe(`${client.name}: groups and accounts`, () => {
    const accounts = { admin: 'changeit', ops: 'turnit', clerk: 'paper' };
    const as = (username: keyof typeof accounts) => ({ credentials: { username, password: accounts[username] } });

    const start = async () => {
      const node = await startEventStoreNode({ dir: temporaryFolder(), accounts, tls: 'development' });
      const string = `${node.connectionString}&tlsCAFile=${node.tls?.authority}`;
      const stringOf = (user: keyof typeof accounts) => string.replace('://', `://${user}:${accounts[user]}@`);
      return { node, stringOf, connection: persistent.connect(string) };
    };

    it('are for those who look after the node to change, and for those who may read the stream to read', async () => {
      const { node, stringOf, connection } = await start();
      const asOps = persistent.connect(stringOf('ops'));
      const stream = freshStream();
      try {
        for (const attempt of [
          connection.create(stream, 'g', {}, as('clerk')), connection.update(stream, 'g', {}, as('clerk')),
          connection.delete(stream, 'g', as('clerk')), connection.replay(stream, 'g', as('clerk')), connection.restart(as('clerk')),
          connection.create(stream, 'g', {}, { credentials: { username: 'admin', password: 'wrong' } }),
        ]) expect(await refusal(attempt)).toBeInstanceOf(errors.accessDenied);
        await connection.create(stream, 'g', {}, as('ops'));
        await connection.create('$all', 'g', {}, as('admin'));
        expect(await new Inbox(connection.read('$all', 'g', as('clerk'))).failed).toBeInstanceOf(errors.accessDenied);
        const inbox = new Inbox(connection.read(stream, 'g', as('clerk')));
        await inbox.confirmed;
        expect((await asOps.information(stream, 'g')).connections).toMatchObject([{ username: 'clerk' }]);
        await inbox.reader.unsubscribe();
      } finally {
        await Promise.all([connection.dispose(), asOps.dispose()]);
        await node.stop();
      }
    });

    it('end for a consumer that loses its access, and lead nobody past an access list by a link', async () => {
      const { node, stringOf, connection } = await start();
      const store = client.connect(stringOf('admin'));
      const stream = freshStream();
      const closed = freshStream('closed');
      const link = (revision: number) => ({
        ...jsonEvent('$>'), contentType: 'application/octet-stream' as const, data: Buffer.from(`${revision}@${closed}`), metadata: undefined,
      });
      try {
        await store.append(closed, numbered(1));
        await store.setMetadata(closed, { $acl: { $r: ['admin'] } });
        await store.append(stream, [link(0)]);
        await connection.create(stream, 'g', { resolveLinkTos: true }, as('admin'));
        const inbox = new Inbox(connection.read(stream, 'g', as('clerk')), acknowledging);
        const [delivered] = await inbox.first(1);
        expect([delivered?.event, delivered?.link?.streamId]).toEqual([undefined, stream]);
        await store.setMetadata(stream, { $acl: { $r: ['admin'] } });
        await store.append(stream, [link(0)]);
        expect(await inbox.failed).toBeInstanceOf(errors.accessDenied);
        expect(inbox.received).toHaveLength(1);
        const admin = new Inbox(connection.read(stream, 'g', as('admin')), acknowledging);
        expect(numbersOf(await admin.first(1))).toEqual([0]);
        await admin.reader.unsubscribe();
      } finally {
        await Promise.all([connection.dispose(), store.dispose()]);
        await node.stop();
      }
    });
  });
}
