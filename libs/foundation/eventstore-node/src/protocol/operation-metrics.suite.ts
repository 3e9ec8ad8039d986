import { setTimeout as sleep } from 'node:timers/promises';
import { collect, jsonEvent, refusal, take, type ClientUnderTest } from './client-under-test.js';
import { get, large, measured, operated } from './operation-reading.js';
import type { PersistentClient } from './persistent-client.js';

export function metricsSuite(client: ClientUnderTest, groups: PersistentClient): void {
  const { start, connect } = operated(client);

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

    it('show how a persistent group is doing: its consumers, what is left, and what was parked and when', async () => {
      const node = await start();
      await connect(node.connectionString).append('worked-on', [jsonEvent('a'), jsonEvent('b'), jsonEvent('c')]);
      const connection = groups.connect(node.connectionString);
      await connection.create('worked-on', 'workers');
      const reader = connection.read('worked-on', 'workers');
      let delivered = 0;
      await new Promise<void>((resolve) => {
        reader.on('data', (event) => {
          if (++delivered === 1) void reader.nack('park', 'Not this one.', event);
          if (delivered === 3) resolve();
        });
      });
      await sleep(300);
      const metrics = await measured(node);
      const figure = (name: string) => metrics.get(`eventstore_node_group_${name}{stream="worked-on",group="workers"}`);
      expect([figure('consumers'), figure('parked'), figure('lag')]).toEqual([1, 1, 2]);
      expect(figure('oldest_parked_seconds')).toBeGreaterThan(0.1);
      expect(figure('oldest_parked_seconds')).toBeLessThan(10);
      await reader.unsubscribe();
      await connection.dispose();
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
}
