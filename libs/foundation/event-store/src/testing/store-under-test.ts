import { startEventStoreNode } from '@zeren/eventstore-node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A store to test against, by its connection string. */
export type StoreUnderTest = { readonly url: string; readonly stop: () => Promise<void> };

/** The store that EVENTSTORE_URL names, or an embedded node of its own that leaves nothing behind. */
export const openStoreUnderTest = async (): Promise<StoreUnderTest> => {
  const url = process.env['EVENTSTORE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  const dir = await mkdtemp(join(tmpdir(), 'zeren-store-'));
  const node = await startEventStoreNode({ dir, port: 0 });
  return {
    url: node.connectionString,
    stop: async () => {
      await node.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
