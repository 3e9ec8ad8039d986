import { randomInt } from 'node:crypto';
import { buildNode } from './child-node.js';
import type { ClientUnderTest } from './client-under-test.js';
import { CrashTest, randomFrom } from './crash.js';
import { temporaryFolder } from './node-under-test.js';

/** How many kills, and where the random instants come from: `npm run test:crash` asks for many. */
const kills = Number(process.env['ZEREN_CRASH_KILLS'] ?? 8);
const seed = Number(process.env['ZEREN_CRASH_SEED'] ?? randomInt(2 ** 31));

/**
 * kill -9 leaves the page cache to the kernel: this proves atomicity, order and recovery, not the sync to the disk,
 * which the trace of system calls shows.
 */
export function crashSuite(client: ClientUnderTest): void {
  describe(`${client.name}: kill -9 at ${kills} random instants, 32 connections writing, scavenges and backups between`, () => {
    it('loses no acknowledged event, doubles none, keeps no half of an append, and the folder opens again by itself', async () => {
      const dir = temporaryFolder();
      const test = new CrashTest(client, dir, await buildNode(dir), randomFrom(seed));
      process.stdout.write(`${client.name}: ${kills} kills, ZEREN_CRASH_SEED=${seed}\n`);
      for (let kill = 0; kill < kills; kill++) await test.round();
      await test.finish();
      expect(test.events).toBeGreaterThan(kills);
    }, 60_000 + kills * 10_000);
  });
}
