import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NodeLog } from '../operation/log.js';
import { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from '../server.js';
import { verifyDataFolder } from '../storage/verify.js';
import { version } from '../version.js';
import { buildNode } from './child-node.js';
import { collect, jsonEvent, refusal, take, type ClientUnderTest, type Connection, type NewEvent } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import { runProgram } from './operation-process.js';

type Line = { level: keyof NodeLog; fields: Readonly<Record<string, unknown>>; message: string };

/** A log that keeps its lines. */
function keptLog(): { log: NodeLog; lines: Line[] } {
  const lines: Line[] = [];
  const tell = (level: keyof NodeLog) => (fields: Line['fields'], message: string): void => { lines.push({ level, fields, message }); };
  return { lines, log: { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') } };
}

type Served = { status: number; body: string };

async function get(port: number | undefined, path: string): Promise<Served> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text() };
}

/** The measurements of a node by name and labels, as Prometheus would take them. */
async function measured(node: EventStoreNode): Promise<ReadonlyMap<string, number>> {
  const { body } = await get(node.http?.port, '/metrics');
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]));
}

export function operationSuite(client: ClientUnderTest): void {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => { for (const { stop } of open.splice(0).reverse()) await stop(); });

  const start = async (options: Omit<EventStoreNodeOptions, 'dir'> = {}, dir = temporaryFolder()): Promise<EventStoreNode> => {
    const node = await startEventStoreNode({ dir, http: { port: 0 }, ...options });
    open.push(node);
    return node;
  };
  const connect = (connectionString: string): Connection => {
    const connection = client.connect(connectionString);
    open.push({ stop: () => connection.dispose() });
    return connection;
  };
  const large = (count: number) => Array.from({ length: count }, () => jsonEvent('n', { text: 'x'.repeat(8_000) }));

  describe(`${client.name}: health`, () => {
    it('says that the node lives and is ready', async () => {
      const { http } = await start();
      expect(await get(http?.port, '/health/live')).toEqual({ status: 200, body: '{"status":"live"}\n' });
      expect(await get(http?.port, '/health/ready')).toEqual({ status: 200, body: '{"status":"ready"}\n' });
    });

    it('is not served unless it was asked for', async () => {
      const node = await startEventStoreNode({ dir: temporaryFolder() });
      open.push(node);
      expect(node.http).toBeUndefined();
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
      const { stderr } = await running.ended;
      // lmdb has a word to say of its own.
      const told = stderr.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(told).toContainEqual(expect.objectContaining({ level: 'error', msg: 'A write failed; nothing of it is stored', events: 50 }));
    });
  });

  describe(`${client.name}: metrics`, () => {
    it('count appends by how they ended, and what was stored', async () => {
      const node = await start({ limits: { maxAppendBytes: 1_000 } });
      const store = connect(node.connectionString);
      await store.append('counted', [jsonEvent('a'), jsonEvent('b')]);
      await store.append('counted', [jsonEvent('c')]);
      await refusal(store.append('counted', [jsonEvent('d')], { expected: 'no_stream' }));
      await refusal(store.append('counted', large(1)));
      const metrics = await measured(node);
      expect(metrics.get('eventstore_node_appends_total{outcome="written"}')).toBe(2);
      expect(metrics.get('eventstore_node_appends_total{outcome="wrong-revision"}')).toBe(1);
      expect(metrics.get('eventstore_node_appends_total{outcome="refused"}')).toBe(1);
      expect(metrics.get('eventstore_node_events_appended_total')).toBe(3);
      expect(metrics.get('eventstore_node_bytes_appended_total')).toBeGreaterThan(300);
      expect(metrics.get('eventstore_node_commit_events_sum')).toBe(3);
      expect(metrics.get('eventstore_node_commit_seconds_count')).toBe(2);
      expect(metrics.get('eventstore_node_commit_seconds_sum')).toBeGreaterThan(0);
      expect(metrics.get('eventstore_node_failed_commits_total')).toBe(0);
    });

    it('count an append with credentials of its own, which takes another call', async () => {
      const node = await start({ accounts: { admin: 'changeit' }, tls: 'development' });
      const store = connect(node.connectionString);
      const credentials = { username: 'admin', password: 'changeit' };
      await store.append('counted', [jsonEvent('a')], { credentials });
      await refusal(store.append('counted', [jsonEvent('a')], { credentials, expected: 7n }));
      await refusal(store.append('counted', [jsonEvent('a')], { credentials: { ...credentials, password: 'guess' } }));
      const metrics = await measured(node);
      expect(metrics.get('eventstore_node_appends_total{outcome="written"}')).toBe(1);
      expect(metrics.get('eventstore_node_appends_total{outcome="wrong-revision"}')).toBe(1);
      expect(metrics.get('eventstore_node_appends_total{outcome="refused"}')).toBe(1);
    });

    it('count events read, and show open calls and subscribers while they are open', async () => {
      const node = await start();
      const store = connect(node.connectionString);
      await store.append('read', [jsonEvent('a'), jsonEvent('b'), jsonEvent('c')]);
      await collect(store.readStream('read'));
      await collect(store.readAll({ backwards: true, from: 'end', maxCount: 2 }));
      expect((await measured(node)).get('eventstore_node_events_read_total')).toBe(5);
      const before = (await measured(node)).get('eventstore_node_open_calls') ?? 0;
      const subscription = store.subscribeToStream('read');
      await take(subscription, 3);
      const during = await measured(node);
      expect(during.get('eventstore_node_subscribers')).toBe(1);
      expect(during.get('eventstore_node_open_calls')).toBe(before + 1);
      expect(during.get('eventstore_node_events_read_total')).toBe(8);
      await subscription.unsubscribe();
      await sleep(200);
      const after = await measured(node);
      expect(after.get('eventstore_node_subscribers')).toBe(0);
      expect(after.get('eventstore_node_open_calls')).toBe(before);
    });

    it('show how large the log is, how far the system projections are behind, and the process', async () => {
      const node = await start();
      const { position } = await connect(node.connectionString).append('sized', [jsonEvent('a'), jsonEvent('b')]);
      const metrics = await measured(node);
      expect(metrics.get('eventstore_node_log_records')).toBe(2);
      expect(metrics.get('eventstore_node_log_bytes')).toBeGreaterThan(4_096);
      expect(metrics.get('eventstore_node_last_position')).toBe(Number(position?.commit));
      expect(metrics.get('eventstore_node_projection_running{projection="$by_category"}')).toBe(0);
      expect(metrics.get('eventstore_node_projection_lag_bytes{projection="$by_category"}')).toBeGreaterThan(0);
      expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
      expect(metrics.get('process_cpu_seconds_total')).toBeGreaterThan(0);
    });

    it('of two nodes in one process are each their own', async () => {
      const [one, other] = [await start(), await start()];
      await connect(one.connectionString).append('mine', [jsonEvent('a')]);
      expect((await measured(one)).get('eventstore_node_events_appended_total')).toBe(1);
      expect((await measured(other)).get('eventstore_node_events_appended_total')).toBe(0);
    });

    it('have a help text each', async () => {
      const { body } = await get((await start()).http?.port, '/metrics');
      const named = [...body.matchAll(/^# TYPE (eventstore_node_\w+) /gm)].map(([, name]) => name);
      expect(named.length).toBeGreaterThan(15);
      for (const name of named) expect(body).toMatch(new RegExp(`^# HELP ${name} \\S+`, 'm'));
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
