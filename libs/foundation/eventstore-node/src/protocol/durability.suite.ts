import { createServer } from 'node:net';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { startEventStoreNode } from '../server.js';
import { verifyDataFolder } from '../storage/verify.js';
import { buildNode, startChild } from './child-node.js';
import { jsonEvent, type ClientUnderTest } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';

async function failure(attempt: Promise<unknown>): Promise<EventStoreNodeError> {
  const error: unknown = await attempt.then(() => undefined, (reason: unknown) => reason);
  if (error instanceof EventStoreNodeError) return error;
  throw new Error(`It did not fail as it should: ${String(error)}`);
}

/** Writes some events and leaves the folder closed. */
async function filledFolder(client: ClientUnderTest, dir: string): Promise<void> {
  const node = await startEventStoreNode({ dir });
  const store = client.connect(node.connectionString);
  for (let n = 0; n < 20; n++) await store.append('filled', [jsonEvent('a', { mark: `mark-${n}-`, text: 'x'.repeat(500) })]);
  await store.dispose();
  await node.stop();
}

export function durabilitySuite(client: ClientUnderTest): void {
  describe(`${client.name}: restart`, () => {
    it('keeps events, revisions, deletions, tombstones and what it recognises as repeated', async () => {
      const dir = temporaryFolder();
      const before = await startEventStoreNode({ dir });
      const store = client.connect(before.connectionString);
      const repeated = [jsonEvent('a'), jsonEvent('b')];
      const first = await store.append('kept', repeated);
      await store.append('deleted', [jsonEvent('a')]);
      await store.deleteStream('deleted');
      await store.append('gone', [jsonEvent('a')]);
      await store.tombstoneStream('gone');
      await store.dispose();
      await before.stop();

      const after = await startEventStoreNode({ dir });
      const again = client.connect(after.connectionString);
      expect(await again.append('kept', repeated)).toEqual(first);
      expect((await again.append('kept', [jsonEvent('c')])).revision).toBe(2n);
      expect((await again.append('new', [jsonEvent('a')])).revision).toBe(0n);
      expect((await again.append('deleted', [jsonEvent('b')], { expected: 'no_stream' })).revision).toBe(1n);
      await expect(again.append('gone', [jsonEvent('a')])).rejects.toThrow();
      await again.dispose();
      await after.stop();
      expect(await verifyDataFolder(dir)).toEqual({ intact: true, events: 10 });
    });
  });

  describe(`${client.name}: the end`, () => {
    it('of the parent ends a child that listens to it', async () => {
      const dir = temporaryFolder();
      const child = await startChild(await buildNode(dir), join(dir, 'data'));
      child.disconnect();
      expect(await child.exit).toBe(0);
    });
  });

  describe(`${client.name}: what is in the way is said in one sentence`, () => {
    it('a folder in use, by this process or another', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir });
      expect(await failure(startEventStoreNode({ dir }))).toMatchObject({ code: 'folder-in-use' });
      const child = startChild(await buildNode(dir), dir);
      await expect(child).rejects.toThrow('folder-in-use');
      await node.stop();
      await (await startEventStoreNode({ dir })).stop();
    });

    it('a port in use', async () => {
      const dir = temporaryFolder();
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      expect(await failure(startEventStoreNode({ dir, port }))).toMatchObject({ code: 'port-in-use' });
      other.close();
      await (await startEventStoreNode({ dir, port: 0 })).stop();
    });

    it('a folder that cannot be made', async () => {
      const dir = temporaryFolder();
      writeFileSync(join(dir, 'file'), '');
      expect(await failure(startEventStoreNode({ dir: join(dir, 'file', 'data') }))).toMatchObject({ code: 'folder-not-usable' });
    });

    it('a file that lost its end', async () => {
      const dir = temporaryFolder();
      await filledFolder(client, dir);
      const file = join(dir, 'data.mdb');
      truncateSync(file, statSync(file).size - 8_192);
      expect(await failure(startEventStoreNode({ dir }))).toMatchObject({ code: 'damaged' });
    });

    it('a file that lost all it held, but not one whose making was cut short', async () => {
      const dir = temporaryFolder();
      await filledFolder(client, dir);
      const file = join(dir, 'data.mdb');
      truncateSync(file, 0);
      expect(await failure(startEventStoreNode({ dir }))).toMatchObject({ code: 'damaged' });
      writeFileSync(join(dir, 'beginning'), '');
      await (await startEventStoreNode({ dir })).stop();
      truncateSync(file, 0);
      expect(await failure(startEventStoreNode({ dir }))).toMatchObject({ code: 'damaged' });
    });

    it('a file that is something else', async () => {
      const dir = temporaryFolder();
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, 'data.mdb'), 'not a database '.repeat(2_000));
      expect(await failure(startEventStoreNode({ dir }))).toMatchObject({ code: 'damaged' });
    });

    it('a changed byte: verify names its position, and the node neither starts on it nor skips it', async () => {
      const dir = temporaryFolder();
      await filledFolder(client, dir);
      const file = join(dir, 'data.mdb');
      const healthy = readFileSync(file);
      // The page may be there twice; the copy that counts is among them.
      for (let at = healthy.indexOf('mark-7-'); at >= 0; at = healthy.indexOf('mark-7-', at + 1)) {
        const handle = openSync(file, 'r+');
        writeSync(handle, 'M', at);
        closeSync(handle);
      }
      const verification = await verifyDataFolder(dir);
      expect(verification).toMatchObject({ intact: false, events: 7 });
      const { position } = verification as { position: number };
      const error = await failure(startEventStoreNode({ dir }));
      expect(error.code).toBe('damaged');
      expect(error.message).toContain(`position ${position}`);
      rmSync(dir, { recursive: true, force: true });
    });
  });
}
