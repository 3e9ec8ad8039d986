import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { buildNode, startChild } from './child-node.js';
import { collect, jsonEvent, refusal, type Connection } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import type { Projections, ProjectionsClient } from './projections-client.js';
import { caughtUp, eventually, linked, projectionNames, several, stored, targets, textOf, withProjections } from './projections-under-test.js';

export function projectionsDurabilitySuite(client: ProjectionsClient): void {
  describe(`${client.name}: restart and kill`, () => {
    const open: (() => unknown)[] = [];
    afterEach(async () => { for (const end of open.splice(0).reverse()) await end(); });

    /** Connects to a node; whatever becomes of the test, the connections end with it. */
    const connect = (connectionString: string): { store: Connection; projections: Projections } => {
      const connections = { store: client.connect(connectionString), projections: client.projections(connectionString) };
      open.push(() => connections.store.dispose(), () => connections.projections.dispose());
      return connections;
    };
    const start = async (dir: string): Promise<EventStoreNode> => {
      const node = await startEventStoreNode({ dir });
      open.push(() => node.stop());
      return node;
    };
    const startProgram = async (program: string, data: string, limits = {}) => {
      const child = await startChild(program, data, limits);
      open.push(() => { child.kill('SIGKILL'); });
      return { child, ...connect(`esdb://127.0.0.1:${child.port}?tls=false`) };
    };

    it('what is switched on goes on after a restart, the rest stays off, and no link is doubled', async () => {
      const dir = temporaryFolder();
      const before = await start(dir);
      const { store, projections } = connect(before.connectionString);
      await projections.enable('$by_category');
      await projections.enable('$streams');
      await projections.disable('$streams');
      await store.append('kept-1', several(10));
      await linked(store, '$ce-kept', 10);
      await before.stop();

      const again = connect((await start(dir)).connectionString);
      await again.store.append('kept-1', several(5));
      expect(await linked(again.store, '$ce-kept', 15)).toEqual(targets('kept-1', 15));
      const running = (await again.projections.list()).filter(({ projectionStatus }) => projectionStatus === 'Running');
      expect(running.map(({ name }) => name)).toEqual(['$by_category']);
    });

    it('a stop in the middle of much history ends soon, and the next start goes on', async () => {
      const dir = temporaryFolder();
      const before = await start(dir);
      const { store, projections } = connect(before.connectionString);
      for (let n = 0; n < 5; n++) await store.append(`much-${n}`, several(1_000), { deadline: 30_000 });
      await projections.enable('$by_category');
      const began = Date.now();
      await before.stop();
      expect(Date.now() - began).toBeLessThan(5_000);
      const again = connect((await start(dir)).connectionString);
      expect(new Set(await linked(again.store, '$ce-much', 5_000)).size).toBe(5_000);
      expect(await stored(again.store, '$ce-much')).toHaveLength(5_000);
    }, 60_000);

    // kill -9 leaves the page cache to the kernel: this proves that links and position are one, not the sync to the disk.
    it('kill -9 at any moment neither loses nor doubles a link', async () => {
      const dir = temporaryFolder();
      const program = await buildNode(dir);
      const data = join(dir, 'data');
      const rounds = 4;
      const writers = [0, 1, 2, 3];
      for (let round = 0; round < rounds; round++) {
        const { child, store, projections } = await startProgram(program, data);
        for (const name of projectionNames) await projections.enable(name);
        const write = async (writer: number): Promise<void> => {
          for (;;) await store.append(`crash${round}-${writer}`, several(5), { deadline: 20_000 });
        };
        const insist = async (): Promise<void> => { for (;;) await projections.enable('$by_category'); };
        const busy = Promise.allSettled([...writers.map(write), insist()]);
        await linked(store, `$ce-crash${round}`, 60);
        await sleep(7 * round);
        child.kill('SIGKILL');
        await busy;
      }
      const { store, projections } = await startProgram(program, data);
      await caughtUp(projections);
      const all: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const streams = writers.map((writer) => `crash${round}-${writer}`);
        const events = (await Promise.all(streams.map(async (stream) => targets(stream, (await stored(store, stream)).length)))).flat();
        expect((await stored(store, `$ce-crash${round}`)).map(textOf).sort()).toEqual([...events].sort());
        const written = streams.filter((stream) => events.includes(`0@${stream}`));
        expect((await stored(store, `$category-crash${round}`)).map(textOf).sort()).toEqual(written);
        all.push(...events);
      }
      expect((await stored(store, '$et-a')).map(textOf).sort()).toEqual(all.sort());
    }, 120_000);

    it('a projection waits while the disk refuses its links, says so, and none is lost', async () => {
      const dir = temporaryFolder();
      const program = await buildNode(dir);
      const data = join(dir, 'data');
      const small = await startProgram(program, data, { fileBlocks: 4_096 });
      await small.projections.enable('$by_category');
      await refusal((async () => {
        for (let n = 0; n < 1_000; n++) await small.store.append('full-1', [jsonEvent('a', { text: 'x'.repeat(100_000) })]);
      })());
      await refusal((async () => { for (;;) await small.store.append('full-1', several(1)); })());
      const waiting = await eventually(() => small.projections.status('$by_category'), ({ stateReason }) => stateReason !== '');
      expect([waiting.projectionStatus, waiting.stateReason]).toEqual(['Running', expect.stringContaining('The write failed')]);
      const events = (await stored(small.store, 'full-1')).length;
      await small.child.stop();

      const { store } = await startProgram(program, data);
      expect(await linked(store, '$ce-full', events)).toEqual(targets('full-1', events));
    }, 60_000);
  });

  describe(`${client.name}: much`, () => {
    const context = withProjections(client);

    it('20,000 events are linked by all five within a minute, and appends go on meanwhile', async () => {
      const { store, projections } = context;
      for (let n = 0; n < 20; n++) await store.append(`many-${n}`, several(1_000), { deadline: 60_000 });
      for (const name of projectionNames) await projections.enable(name);
      let slowest = 0;
      for (let n = 0; n < 20; n++) {
        const asked = Date.now();
        await store.append('meanwhile-1', several(1));
        slowest = Math.max(slowest, Date.now() - asked);
      }
      await eventually(() => projections.list(), (list) => list.every(({ progress }) => progress === 100), 60_000);
      expect(slowest).toBeLessThan(5_000);
      expect((await collect(store.readStream('$ce-many'))).map(({ event }) => event && textOf(event)))
        .toEqual(Array.from({ length: 20 }, (_, n) => targets(`many-${n}`, 1_000)).flat());
    }, 120_000);
  });
}
