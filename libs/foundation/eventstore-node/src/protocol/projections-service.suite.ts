import { Client, credentials } from '@grpc/grpc-js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { bytesField, messageField, WireReader } from '../wire.js';
import { refusal, type Connection } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import type { Projections, ProjectionsClient } from './projections-client.js';
import { caughtUp, eventually, linked, projectionNames, several, stored, targets, textOf, withProjections } from './projections-under-test.js';
import { testAuthority, testCertificate } from './test-certificate.js';

/** A Statistics call of a kind the clients do not make; `mode` is the field of the wanted projections. */
function namesByMode(port: number, mode: number): Promise<string[]> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const asIs = (message: Buffer): Buffer => message;
  const request = messageField(1, bytesField(mode, Buffer.alloc(0)));
  const call = client.makeServerStreamRequest('/event_store.client.projections.Projections/Statistics', asIs, asIs, request);
  return new Promise<string[]>((resolve, reject) => {
    const found: string[] = [];
    call.on('data', (message: Buffer) => { found.push(nameIn(message)); });
    call.on('error', reject);
    call.on('end', () => { resolve(found); });
  }).finally(() => { client.close(); });
}

function nameIn(message: Buffer): string {
  const outer = new WireReader(message);
  outer.next();
  const details = outer.message();
  for (let field = details.next(); field !== 10; field = details.next()) details.skip();
  return details.text();
}

export function projectionsServiceSuite(client: ProjectionsClient): void {
  describe(`${client.name}: switching a projection`, () => {
    const context = withProjections(client);

    it('all five are there, switched off at first', async () => {
      const list = await context.projections.list();
      expect(list.map(({ name }) => name)).toEqual(projectionNames);
      for (const { projectionStatus, position, progress } of list) expect([projectionStatus, position, progress]).toEqual(['Stopped', '', 100]);
      await context.store.append('off-1', several(1));
      await sleep(100);
      expect(await stored(context.store, '$ce-off')).toEqual([]);
      expect((await context.projections.status('$by_category')).progress).toBe(0);
    });

    it.each(['disable', 'abort'] as const)('%s stops it, and it goes on where it was', async (stop) => {
      const { store, projections } = context;
      await projections.enable('$by_category');
      await store.append(`${stop}-1`, several(3));
      await linked(store, `$ce-${stop}`, 3);
      await projections[stop]('$by_category');
      expect((await projections.status('$by_category')).projectionStatus).toBe(stop === 'disable' ? 'Stopped' : 'Aborted');
      await store.append(`${stop}-1`, several(2));
      await sleep(100);
      expect(await stored(store, `$ce-${stop}`)).toHaveLength(3);
      await projections.enable('$by_category');
      expect((await projections.status('$by_category')).projectionStatus).toBe('Running');
      expect(await linked(store, `$ce-${stop}`, 5)).toEqual(targets(`${stop}-1`, 5));
    });

    it('reset begins anew: its readers find each link once, under revisions that go on', async () => {
      const { store, projections } = context;
      await projections.enable('$by_category');
      await store.append('reset-1', several(5));
      await linked(store, '$ce-reset', 5);
      await projections.reset('$by_category');
      const again = await eventually(() => stored(store, '$ce-reset'), (events) => events.length === 5 && events[0]?.revision === 5n);
      expect(again.map(textOf)).toEqual(targets('reset-1', 5));
      await store.append('reset-1', several(1));
      expect(await linked(store, '$ce-reset', 6)).toEqual(targets('reset-1', 6));
      expect((await projections.status('$by_category')).epoch).toBe(1n);
    });

    it('reset leaves one that is switched off switched off', async () => {
      const { store, projections } = context;
      await store.append('later-1', several(2));
      await projections.reset('$stream_by_category');
      expect((await projections.status('$stream_by_category')).projectionStatus).toBe('Stopped');
      expect(await stored(store, '$category-later')).toEqual([]);
    });

    it('many commands at once leave no link doubled and none out', async () => {
      const { store, projections } = context;
      const written = Promise.all(Array.from({ length: 40 }, (_, n) => store.append(`busy-${n}`, several(5))));
      await Promise.all(Array.from({ length: 30 }, (_, n) =>
        [projections.enable, projections.disable, projections.abort][n % 3]?.('$by_category')));
      await projections.restart();
      await projections.enable('$by_category');
      await written;
      const links = await linked(store, '$ce-busy', 200);
      expect(links).toHaveLength(200);
      expect(new Set(links)).toEqual(new Set(Array.from({ length: 40 }, (_, n) => targets(`busy-${n}`, 5)).flat()));
    });

    it('a deleted stream of links begins again after its end; a tombstoned one faults the projection, which says so', async () => {
      const { store, projections } = context;
      await projections.enable('$by_category');
      await store.append('ending-1', several(2));
      await linked(store, '$ce-ending', 2);
      await store.deleteStream('$ce-ending');
      await store.append('ending-1', several(1));
      expect(await linked(store, '$ce-ending', 1)).toEqual(['2@ending-1']);
      await store.tombstoneStream('$ce-ending');
      await store.append('ending-1', several(1));
      const faulted = await eventually(() => projections.status('$by_category'), ({ projectionStatus }) => projectionStatus === 'Faulted');
      expect(faulted.stateReason).toContain('$ce-ending');
      expect((await store.append('elsewhere-1', several(1))).revision).toBe(0n);
    });
  });

  describe(`${client.name}: statistics`, () => {
    const context = withProjections(client);

    it('say what is running, how far it is and what it has done', async () => {
      const { store, projections } = context;
      const { position } = await store.append('counted-1', several(7));
      await projections.enable('$by_category');
      await linked(store, '$ce-counted', 7);
      await caughtUp(projections);
      const details = await projections.status('$by_category');
      expect(details).toMatchObject({
        name: '$by_category', effectiveName: '$by_category', projectionStatus: 'Running', status: 'Running', stateReason: '',
        progress: 100, epoch: 0n, eventsProcessedAfterRestart: 7n, bufferedEvents: 0n, writesInProgress: 0,
      });
      expect(details.lastCheckpoint).toBe(`C:${position?.commit}/P:${position?.prepare}`);
      expect(details.position).toMatch(/^C:\d+\/P:\d+$/);
    });

    it.each([['all', 2, projectionNames], ['transient', 3, []], ['continuous', 4, projectionNames], ['one-time', 5, []]])('list the %s projections', async (_title, mode, expected) => {
      expect(await namesByMode(context.node.node.port, mode)).toEqual(expected);
    });

    it('state and result of a system projection are an empty object', async () => {
      expect(await context.projections.state('$by_category')).toEqual({});
      expect(await context.projections.result('$streams')).toEqual({});
    });
  });

  describe(`${client.name}: refusals`, () => {
    const context = withProjections(client);
    const query = 'fromAll().when({})';

    it.each<[string, (projections: Projections) => Promise<void>]>([
      ['create', (projections) => projections.create('mine', query)],
      ['create with tracked streams', (projections) => projections.create('mine', query, { trackEmittedStreams: true })],
      ['update', (projections) => projections.update('$by_category', query)],
      ['delete', (projections) => projections.remove('$by_category')],
    ])('%s: custom projections are not supported, and the client says so', async (_title, attempt) => {
      const error = await refusal(attempt(context.projections));
      expect(error.type).toBe('unknown');
      expect(error.message).toContain('UNIMPLEMENTED');
      expect(error.message).toContain('Custom projections are not supported by the embedded node');
    });

    it.each(['enable', 'disable', 'abort', 'reset', 'status', 'state', 'result', 'remove'] as const)('%s of an unknown name is not found', async (call) => {
      const error = await refusal(context.projections[call]('没有的'));
      expect(error.type).toBe('not-found');
    });
  });

  describe(`${client.name}: access`, () => {
    const dir = temporaryFolder();
    const accounts = { admin: 'changeit', ops: 'changeit', clerk: 'paper' };
    let node: EventStoreNode;
    let stringOf: (user: keyof typeof accounts) => string;
    const open: (Connection | Projections)[] = [];
    const projectionsAs = (user: keyof typeof accounts): Projections => {
      const projections = client.projections(stringOf(user));
      open.push(projections);
      return projections;
    };
    const connectAs = (user: keyof typeof accounts): Connection => {
      const connection = client.connect(stringOf(user));
      open.push(connection);
      return connection;
    };

    beforeAll(async () => {
      const authority = join(dir, 'authority.pem');
      writeFileSync(authority, testAuthority);
      node = await startEventStoreNode({ dir: join(dir, 'data'), tls: testCertificate, accounts });
      stringOf = (user) => `esdb://${user}:${accounts[user]}@127.0.0.1:${node.port}?tls=true&tlsCAFile=${authority}`;
    });
    afterAll(async () => {
      await Promise.all(open.map((connection) => connection.dispose()));
      await node.stop();
    });

    it.each<[string, (projections: Projections) => Promise<void>]>([
      ['enable', (projections) => projections.enable('$by_category')],
      ['disable', (projections) => projections.disable('$by_category')],
      ['abort', (projections) => projections.abort('$by_category')],
      ['reset', (projections) => projections.reset('$by_category')],
      ['restart', (projections) => projections.restart()],
      ['create', (projections) => projections.create('mine', 'fromAll()')],
      ['delete', (projections) => projections.remove('$by_category')],
    ])('%s is refused to an account that is neither of $admins nor of $ops', async (_title, attempt) => {
      expect((await refusal(attempt(projectionsAs('clerk')))).type).toBe('access-denied');
    });

    it.each(['admin', 'ops'] as const)('%s switches them', async (user) => {
      const projections = projectionsAs(user);
      await projections.enable('$by_category');
      await projections.disable('$by_category');
      expect((await projections.status('$by_category')).projectionStatus).toBe('Stopped');
    });

    it('every account reads how they are doing, and what they link', async () => {
      await projectionsAs('admin').enable('$by_category');
      const clerk = connectAs('clerk');
      await clerk.append('open-1', several(2));
      await linked(connectAs('admin'), '$ce-open', 2);
      expect((await stored(clerk, '$ce-open')).map(textOf)).toEqual(targets('open-1', 2));
      expect(await projectionsAs('clerk').list()).toHaveLength(5);
    });

    it('nobody writes where they link', async () => {
      const error = await refusal(connectAs('clerk').append('$ce-open', several(1)));
      expect(error.type).toBe('access-denied');
    });
  });
}
