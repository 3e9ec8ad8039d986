import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreNode } from '../server.js';
import { backupDataFolder, restoreDataFolder } from '../storage/data-folder.js';
import { verifyDataFolder } from '../storage/verify.js';
import { buildNode, startChild } from './child-node.js';
import { collect, jsonEvent, refusal, type ClientUnderTest, type Connection } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import type { PersistentClient } from './persistent-client.js';
import { acknowledging, eventually, Inbox, numbersOf } from './persistent-reading.js';

const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => jsonEvent('n', { n: from + n }));

/** Appends three events at a time until told to stop; resolves with how many were acknowledged. */
function appending(store: Connection, stream: string): { acknowledged(): number; stop(): Promise<number> } {
  let count = 0;
  let going = true;
  const run = (async (): Promise<void> => {
    while (going) {
      await store.append(stream, numbered(3, count));
      count += 3;
    }
  })();
  return { acknowledged: () => count, stop: async () => { going = false; await run; return count; } };
}

export function backupSuite(client: ClientUnderTest, persistent: PersistentClient): void {
  describe(`${client.name}: a backup`, () => {
    it.each(['of this process', 'of another process'])('of a folder in which a node %s appends holds all that was acknowledged before, and no append by half', async (whose) => {
      const dir = temporaryFolder();
      const data = join(dir, 'data');
      const node = whose === 'of this process' ? await startEventStoreNode({ dir: data }) : await startChild(await buildNode(dir), data);
      const connection = `esdb://127.0.0.1:${node.port}?tls=false`;
      const store = client.connect(connection);
      const writers = Array.from({ length: 8 }, (_, n) => appending(store, `s-${n}`));
      for (let n = 0; n < 3; n++) {
        await eventually(() => Promise.resolve(writers.every(({ acknowledged }) => acknowledged() > 15 * n)));
        const promised = writers.map(({ acknowledged }) => acknowledged());
        const target = join(dir, `backup-${n}`);
        const verification = await backupDataFolder(data, target);
        expect(verification).toMatchObject({ intact: true });
        expect(readdirSync(target)).toEqual(['data.mdb']);

        const restored = await startEventStoreNode({ dir: target });
        const copy = client.connect(restored.connectionString);
        for (const [index, acknowledged] of promised.entries()) {
          const events = await collect(copy.readStream(`s-${index}`));
          expect(events.length).toBeGreaterThanOrEqual(acknowledged);
          expect(events.length % 3).toBe(0);
          expect(events.map(({ event }) => (event?.data as { n: number }).n)).toEqual(events.map((_, at) => at));
        }
        await copy.dispose();
        await restored.stop();
      }
      const written = await Promise.all(writers.map(({ stop }) => stop()));
      for (const [index, count] of written.entries()) expect(await collect(store.readStream(`s-${index}`))).toHaveLength(count);
      await store.dispose();
      await node.stop();
    });

    it('leaves out what was freed, and refuses a target that is not empty and a folder without data', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir: join(dir, 'data') });
      const store = client.connect(node.connectionString);
      for (let n = 0; n < 20; n++) await store.append('cut', Array.from({ length: 10 }, () => jsonEvent('a', { text: 'x'.repeat(9_000) })));
      await store.deleteStream('cut');
      await node.scavenge();
      expect(await backupDataFolder(join(dir, 'data'), join(dir, 'backup'))).toEqual({ intact: true, events: 1 });
      expect(statSync(join(dir, 'backup', 'data.mdb')).size).toBeLessThan(statSync(join(dir, 'data', 'data.mdb')).size / 10);
      await expect(backupDataFolder(join(dir, 'data'), join(dir, 'backup'))).rejects.toMatchObject({ code: 'folder-not-usable' });
      await expect(backupDataFolder(join(dir, 'none'), join(dir, 'other'))).rejects.toMatchObject({ code: 'folder-not-usable' });
      expect(existsSync(join(dir, 'other'))).toBe(false);
      await store.dispose();
      await node.stop();
    });
  });

  describe(`${client.name}: a restored folder`, () => {
    it('goes on with revisions, positions, recognised repetitions, deletions, groups and their checkpoints', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir: join(dir, 'data') });
      const store = client.connect(node.connectionString);
      const groups = persistent.connect(node.connectionString);
      const repeated = numbered(4);
      const first = await store.append('kept', repeated);
      await store.append('deleted', numbered(2));
      await store.deleteStream('deleted');
      await store.append('gone', numbered(1));
      const { position } = { position: await store.tombstoneStream('gone') };
      await groups.create('kept', 'g', { checkPointUpperBound: 1, checkPointLowerBound: 1, startFrom: 'start' });
      const inbox = new Inbox(groups.read('kept', 'g', { bufferSize: 1 }), acknowledging);
      await inbox.first(4);
      await eventually(async () => (await groups.information('kept', 'g')).stats.lastCheckpointedEventRevision === 3n);
      await inbox.reader.unsubscribe();
      await backupDataFolder(join(dir, 'data'), join(dir, 'backup'));
      await Promise.all([store.dispose(), groups.dispose()]);
      await node.stop();

      const verification = await restoreDataFolder(join(dir, 'backup'), join(dir, 'restored'));
      expect(verification).toMatchObject({ intact: true });
      const again = await startEventStoreNode({ dir: join(dir, 'restored') });
      const restored = client.connect(again.connectionString);
      expect(await restored.append('kept', repeated)).toEqual(first);
      const next = await restored.append('kept', numbered(1, 4));
      expect(next.revision).toBe(4n);
      expect(next.position?.commit).toBeGreaterThan(position?.commit ?? 0n);
      expect((await restored.append('deleted', numbered(1), { expected: 'no_stream' })).revision).toBe(2n);
      expect((await refusal(restored.append('gone', numbered(1)))).type).toMatch(/stream-(deleted|tombstoned)/);
      const groupsAgain = persistent.connect(again.connectionString);
      const rest = new Inbox(groupsAgain.read('kept', 'g', { bufferSize: 1 }), acknowledging);
      expect(numbersOf(await rest.first(1))).toEqual([4]);
      await rest.reader.unsubscribe();
      await Promise.all([restored.dispose(), groupsAgain.dispose()]);
      await again.stop();
      expect(await verifyDataFolder(join(dir, 'restored'))).toMatchObject({ intact: true });
    });

    it('is refused where the target is not empty, and is not there where the backup is damaged', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir: join(dir, 'data') });
      const store = client.connect(node.connectionString);
      for (let n = 0; n < 50; n++) await store.append('filled', [jsonEvent('a', { mark: `mark-${n}-`, text: 'x'.repeat(500) })]);
      await store.dispose();
      await node.stop();
      const backup = join(dir, 'backup');
      await backupDataFolder(join(dir, 'data'), backup);
      mkdirSync(join(dir, 'used'));
      writeFileSync(join(dir, 'used', 'file'), '');
      await expect(restoreDataFolder(backup, join(dir, 'used'))).rejects.toMatchObject({ code: 'folder-not-usable' });
      expect(readdirSync(join(dir, 'used'))).toEqual(['file']);

      const file = join(backup, 'data.mdb');
      const handle = openSync(file, 'r+');
      writeSync(handle, 'M', readFileSync(file).indexOf('mark-7-'));
      closeSync(handle);
      mkdirSync(join(dir, 'empty'));
      expect(await restoreDataFolder(backup, join(dir, 'empty'))).toMatchObject({ intact: false, events: 7 });
      expect(readdirSync(join(dir, 'empty'))).toEqual([]);
      truncateSync(file, statSync(file).size - 4_096);
      expect(await restoreDataFolder(backup, join(dir, 'absent'))).toMatchObject({ intact: false });
      expect(existsSync(join(dir, 'absent'))).toBe(false);
    });

    it('is not begun as an empty one where a restore was cut off', async () => {
      const dir = temporaryFolder();
      mkdirSync(join(dir, 'unfinished'));
      await expect(startEventStoreNode({ dir })).rejects.toMatchObject({ code: 'folder-not-usable' });
    });
  });
}
