import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { verifyDataFolder } from '../storage/verify.js';
import { version } from '../version.js';
import { buildNode } from './child-node.js';
import { collect, jsonEvent, refusal, take, type ClientUnderTest, type Connection, type NewEvent } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import { runProgram } from './operation-process.js';
import { get, keptLog, large, measured, operated, type Served } from './operation-reading.js';

export function operationSuite(client: ClientUnderTest): void {
  const { start, connect } = operated(client);

  describe(`${client.name}: health`, () => {
    it('says that the node lives and is ready', async () => {
      const { http } = await start();
      expect(await get(http?.port, '/health/live')).toEqual({ status: 200, body: '{"status":"live"}\n' });
      expect(await get(http?.port, '/health/ready')).toEqual({ status: 200, body: '{"status":"ready"}\n' });
    });

    it('is not served unless it was asked for', async () => {
      const node = await startEventStoreNode({ dir: temporaryFolder() });
      expect(node.http).toBeUndefined();
      await node.stop();
    });

    it('says what there is to those who ask for something else', async () => {
      const { http } = await start();
      const elsewhere = await get(http?.port, '/secrets');
      expect(elsewhere.status).toBe(404);
      expect(elsewhere.body).toContain('GET /health/ready');
    });

    it('says that the node is not ready while it stops, and lives', async () => {
      const node = await start();
      const store = connect(node.connectionString);
      for (let part = 0; part < 20; part++) await store.append('stuck', large(100));
      const subscription = store.subscribeToStream('stuck');
      subscription.on('error', () => {});
      await take(subscription, 1);
      subscription.pause();
      const stopped = node.stop();
      expect((await get(node.http?.port, '/health/ready'))).toEqual({ status: 503, body: '{"status":"not ready","reason":"The node is stopping."}\n' });
      expect((await get(node.http?.port, '/health/live')).status).toBe(200);
      await stopped;
    });

    it('says that the node is not ready when its last write was not stored, that reads still work, and in its log why', async () => {
      const folder = temporaryFolder();
      const httpPort = 20_000 + (process.pid % 10_000);
      const words = ['--dir', join(folder, 'data'), '--port', '0', '--http-port', String(httpPort)];
      const running = runProgram(await buildNode(folder), words, { fileBlocks: 4_096 });
      const store = connect((await running.ready).connectionString);
      const fill = async (): Promise<void> => { for (;;) await store.append('full', large(50)); };
      await refusal(fill());
      const { status, body } = await get(httpPort, '/health/ready');
      expect(status).toBe(503);
      expect(body).toContain('Reads still work');
      expect((await collect(store.readStream('full'))).length).toBeGreaterThan(0);
      running.signal('SIGTERM');
      const { code, stderr } = await running.ended;
      expect(code).toBe(0);
      // lmdb has a word to say of its own.
      const told = stderr.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(told).toContainEqual(expect.objectContaining({ level: 'error', msg: 'A write failed; nothing of it is stored', events: 50 }));
    });
  });

  describe(`${client.name}: a scavenge`, () => {
    const truncated = async (store: Connection): Promise<void> => {
      await store.append('truncated', [jsonEvent('a'), jsonEvent('b'), jsonEvent('c')]);
      await store.setMetadata('truncated', { maxCount: 1 });
    };
    const post = async (node: EventStoreNode, headers: Record<string, string> = {}): Promise<Served> => {
      const response = await fetch(`http://127.0.0.1:${node.http?.port}/scavenge`, { method: 'POST', headers });
      return { status: response.status, body: await response.text() };
    };
    const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });

    it('removes what was truncated, while the node serves, and is told in the log', async () => {
      const { log, lines } = keptLog();
      const node = await start({ log });
      const store = connect(node.connectionString);
      await truncated(store);
      expect(await node.scavenge()).toEqual({ events: 2, bytes: expect.any(Number) as number });
      expect(await collect(store.readStream('truncated'))).toHaveLength(1);
      expect((await measured(node)).get('eventstore_node_log_records')).toBeGreaterThan(0);
      expect(lines.map(({ message }) => message)).toEqual(expect.arrayContaining(['A scavenge has begun', 'A scavenge has ended']));
    });

    it('is set going over HTTP by this machine, and answered with what went', async () => {
      const node = await start();
      await truncated(connect(node.connectionString));
      const { status, body } = await post(node);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ events: 2 });
      expect((await get(node.http?.port, '/scavenge')).status).toBe(404);
    });

    it('is for administrators alone where there are accounts', async () => {
      const accounts = { admin: 'changeit', ops: 'changeit', clerk: 'paper' };
      const node = await start({ accounts, tls: 'development' });
      expect((await post(node)).status).toBe(401);
      expect((await post(node, basic('admin:guess'))).status).toBe(401);
      expect((await post(node, basic('clerk:paper'))).status).toBe(403);
      expect((await post(node, basic('admin:changeit'))).status).toBe(200);
      expect((await post(node, basic('ops:changeit'))).status).toBe(200);
    });

    it('that runs when the node stops ends early and leaves a sound folder', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir });
      const store = client.connect(node.connectionString);
      const streams = Array.from({ length: 200 }, (_, n) => `truncated-${n}`);
      await Promise.all(streams.map((stream) => store.append(stream, Array.from({ length: 20 }, () => jsonEvent('a')))));
      await Promise.all(streams.map((stream) => store.setMetadata(stream, { maxCount: 1 })));
      await store.dispose();
      const scavenged = node.scavenge();
      await node.stop();
      expect((await scavenged).events).toBeLessThan(200 * 19);
      expect((await verifyDataFolder(dir)).intact).toBe(true);
    });
  });

  describe(`${client.name}: the log`, () => {
    it('tells of the start with what was found, and of the stop', async () => {
      const dir = temporaryFolder();
      const first = await startEventStoreNode({ dir });
      const store = client.connect(first.connectionString);
      const { position } = await store.append('found', [jsonEvent('a'), jsonEvent('b')]);
      await store.dispose();
      await first.stop();
      const { log, lines } = keptLog();
      const node = await start({ log }, dir);
      await node.stop();
      expect(lines.map(({ level, message }) => `${level}: ${message}`)).toEqual(['info: The node is ready', 'info: The node is stopping', 'info: The node has stopped']);
      expect(lines[0]?.fields).toMatchObject({
        version, dir, port: node.port, http: node.http?.port, tls: 'none', accounts: false,
        records: 2, lastPosition: Number(position?.commit), milliseconds: expect.any(Number) as number,
      });
    });

    it('tells of a refused start with its reason', async () => {
      const { log, lines } = keptLog();
      const { port } = await start();
      await expect(startEventStoreNode({ dir: temporaryFolder(), port, log })).rejects.toThrow();
      expect(lines).toMatchObject([{ level: 'error', message: 'The node cannot start', fields: { code: 'port-in-use' } }]);
    });

    it('tells of certificates that were made, and warns of accounts without TLS', async () => {
      const { log, lines } = keptLog();
      await start({ tls: 'development', log });
      expect(lines.filter(({ message }) => message === 'A development certificate was made')).toHaveLength(2);
      await start({ accounts: { admin: 'changeit' }, log });
      expect(lines.at(-1)).toMatchObject({ level: 'warn', message: expect.stringContaining('accounts but no TLS') as string });
    });

    it('tells of clients that come and go, to those who debug', async () => {
      const { log, lines } = keptLog();
      const node = await start({ log });
      await connect(node.connectionString).append('a', [jsonEvent('a')]);
      const told = () => lines.filter(({ level }) => level === 'debug').map(({ message }) => message);
      expect(told()).toEqual(['A client has connected']);
      await node.stop();
      expect(told()).toEqual(['A client has connected', 'A client has left']);
    });

    it('never holds events, passwords or the names of streams, which may be about people', async () => {
      const { log, lines } = keptLog();
      const accounts = { admin: 'secret-password-1', clerk: 'secret-password-2' };
      const node = await start({ log, accounts, tls: 'development' });
      const admin = connect(node.connectionString.replace('://', '://admin:secret-password-1@'));
      const clerk = connect(node.connectionString.replace('://', '://clerk:secret-password-2@'));
      const event: NewEvent = {
        id: randomUUID(), type: 'secret-type', contentType: 'application/json', data: { text: 'secret-data' }, metadata: { text: 'secret-metadata' },
      };
      await clerk.append('secret-stream', [event]);
      await collect(clerk.readStream('secret-stream'));
      await refusal(clerk.append('$secret-stream', [event]));
      await refusal(clerk.append('secret-stream', [jsonEvent('secret-type')], { expected: 9n }));
      await refusal(clerk.append('secret-stream', [event], { credentials: { username: 'clerk', password: 'secret-guess' } }));
      await refusal(clerk.readStream('secret-missing'));
      await admin.setMetadata('secret-stream', { secret: 'secret-custom' });
      await admin.deleteStream('secret-stream');
      await admin.tombstoneStream('secret-stream');
      await refusal(admin.readStream('secret-stream'));
      await node.stop();
      expect(lines.length).toBeGreaterThan(5);
      expect(JSON.stringify(lines)).not.toContain('secret');
    });
  });
}
