import { randomUUID } from 'node:crypto';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../protocol/node-under-test.js';
import { Log } from '../storage/log.js';
import type { ProposedEvent } from '../storage/record.js';
import { Store } from '../storage/store.js';
import { Projection } from './projection.js';
import { readState } from './projection-state.js';
import { systemProjections, type SystemProjection } from './system-projections.js';

const none = Buffer.alloc(0);
const event = (): ProposedEvent => ({ id: randomUUID(), type: 'a', contentType: 'application/json', metadata: none, data: none });
const byCategory = systemProjections.find(({ name }) => name === '$by_category') as SystemProjection;

describe('a projection', () => {
  const store = new Store(Log.open(temporaryFolder()));
  const projection = new Projection(store, byCategory);
  afterAll(async () => {
    await projection.close();
    await store.close();
  });
  const caughtUp = async (): Promise<void> => { while (projection.status().lag > 0) await sleep(5); };

  it('that is on and switched on again keeps the place it has come to', async () => {
    await projection.enable();
    for (let n = 0; n < 50; n++) {
      await store.writer.submit((batch) => batch.append('place-1', [event()]));
      // The page it gives rise to is being found, waits, or is being written.
      for (let passed = 0; passed < n % 5; passed++) await turn();
      await projection.enable();
      await caughtUp();
      expect(readState(store.log, projection.name)).toMatchObject({ enabled: true, position: projection.status().checkpoint });
    }
  });

  it('that has nothing to write stores its place all the same, every ten megabytes and when it ends', async () => {
    const large = { ...event(), data: Buffer.alloc(1024 * 1024) };
    const before = readState(store.log, projection.name).position;
    for (let n = 0; n < 12; n++) await store.writer.submit((batch) => batch.append('nocategory', [large]));
    await caughtUp();
    const stored = readState(store.log, projection.name).position;
    expect(stored - before).toBeGreaterThanOrEqual(10 * 1024 * 1024);
    expect(stored).toBeLessThan(projection.status().position);
    await projection.close();
    expect(readState(store.log, projection.name).position).toBe(store.log.lastEntry()?.position);
  });
});
