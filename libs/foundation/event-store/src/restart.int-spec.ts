import { startEventStoreNode } from '@zeren/eventstore-node';
import type { RecordedEvent } from '@zeren/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEventStore } from './connect.js';
import { anEvent, aStream, eventually, everything } from './testing/samples.js';

describe('a store that restarts', () => {
  it('is found again by appends, reads and subscriptions, which go on where they were', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'zeren-restart-'));
    const before = await startEventStoreNode({ dir, port: 0 });
    const store = connectEventStore(before.connectionString);
    const stream = aStream();
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe({ after: undefined, onPage: async (page) => void seen.push(...page) });
    await store.append(stream, [anEvent('Begun')], 'no-stream');
    await eventually(() => seen.length === 1);

    await before.stop();
    const appending = store.append(stream, [anEvent('GoneOn')], 0);
    const after = await startEventStoreNode({ dir, port: before.port });
    try {
      expect((await appending).revision).toBe(1);
      expect(await everything(store.read(stream))).toHaveLength(2);
      await eventually(() => seen.length === 2);
      expect(seen.map(({ type }) => type)).toEqual(['Begun', 'GoneOn']);
    } finally {
      await subscription.stop();
      await store.dispose();
      await after.stop();
      await rm(dir, { recursive: true, force: true });
    }
  });
});
