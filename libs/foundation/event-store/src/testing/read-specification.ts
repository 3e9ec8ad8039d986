import type { RawRecordedEvent } from '../event-store.js';
import type { Tested } from './tested.js';
import { anEvent, aStream, everything } from './samples.js';

/** Reads: one stream, all streams, stored bytes. */
export const describeReads = (tested: Tested): void => {
  const aStreamOf = async (count: number) => {
    const stream = aStream();
    const events = Array.from({ length: count }, (_, index) => anEvent('Counted', { index }));
    const { position } = await tested.store.append(stream, events, 'no-stream');
    return { stream, events, position };
  };
  const revisions = async (...[stream, options]: Parameters<Tested['store']['read']>) =>
    (await everything(tested.store.read(stream, options))).map(({ revision }) => revision);

  describe('read', () => {
    it('of a stream that does not exist gives nothing', async () => {
      expect(await revisions(aStream())).toEqual([]);
      expect(await revisions(aStream(), { backwards: true })).toEqual([]);
    });

    it('goes forwards from the first event or from a revision', async () => {
      const { stream } = await aStreamOf(5);
      expect(await revisions(stream)).toEqual([0, 1, 2, 3, 4]);
      expect(await revisions(stream, { from: 3 })).toEqual([3, 4]);
      expect(await revisions(stream, { limit: 2 })).toEqual([0, 1]);
      expect(await revisions(stream, { from: 1, limit: 2 })).toEqual([1, 2]);
      expect(await revisions(stream, { limit: 0 })).toEqual([]);
    });

    it('after the last event gives nothing', async () => {
      const { stream } = await aStreamOf(2);
      expect(await revisions(stream, { from: 2 })).toEqual([]);
    });

    it('goes backwards from the last event or from a revision', async () => {
      const { stream } = await aStreamOf(5);
      expect(await revisions(stream, { backwards: true })).toEqual([4, 3, 2, 1, 0]);
      expect(await revisions(stream, { backwards: true, from: 1 })).toEqual([1, 0]);
      expect(await revisions(stream, { backwards: true, limit: 1 })).toEqual([4]);
    });

    it('may be left early', async () => {
      const { stream } = await aStreamOf(100);
      for await (const event of tested.store.read(stream)) if (event.revision === 1) break;
      expect(await revisions(stream, { from: 98 })).toEqual([98, 99]);
    });

    it('gives names, data and metadata back as they were, in any script', async () => {
      const stream = `责任状-511900_${aStream()}`;
      const data = { 名称: '垃圾分类', shares: ['33.34', '66.66'], nested: { flag: true, none: null, 'emoji 🏙': [] } };
      const event = anEvent('责任已签订', data, { sharedWith: ['511902'], idempotencyKey: '键-1', bodyHash: 'ab' });
      const { position } = await tested.store.append(stream, [event], 'no-stream');
      const [read] = await everything(tested.store.read(stream));
      expect(read).toMatchObject({ id: event.id, type: '责任已签订', stream, revision: 0, position, data });
      expect(read?.metadata).toEqual(event.metadata);
      expect(Math.abs(Date.parse(read?.recordedAt ?? '') - Date.now())).toBeLessThan(60_000);
      expect(read?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it('in raw form gives the very bytes stored', async () => {
      const stream = aStream();
      const event = anEvent('Stored', { z: 1, a: '责任', 10: 'ten' });
      await tested.store.append(stream, [event], 'no-stream');
      const [raw] = await everything(tested.store.readRaw(stream));
      expect(raw?.data.toString()).toBe(JSON.stringify(event.data));
      expect(raw?.metadata.toString()).toBe(JSON.stringify(event.metadata));
      expect(raw && tested.store.decode(raw)).toEqual((await everything(tested.store.read(stream)))[0]);
    });

    it('of 5,000 events gives each one in order', async () => {
      const { stream } = await aStreamOf(1_000);
      for (let written = 1_000; written < 5_000; written += 1_000) {
        await tested.store.append(stream, Array.from({ length: 1_000 }, () => anEvent('Counted')), written - 1);
      }
      expect(await revisions(stream)).toEqual([...Array(5_000).keys()]);
    });
  });

  describe('a read that loses its connection', () => {
    it('goes on where it was, forwards, backwards and over all streams', async () => {
      const before = await aStreamOf(1);
      const { stream } = await aStreamOf(900);
      const counted = async (events: AsyncIterable<RawRecordedEvent>) => {
        const read: number[] = [];
        for await (const event of events) {
          if (read.push(event.revision) !== 100) continue;
          tested.line.cut();
          tested.line.mend();
        }
        return read;
      };
      const upwards = [...Array(900).keys()];
      expect(await counted(tested.storeByLine.readRaw(stream))).toEqual(upwards);
      expect(await counted(tested.storeByLine.readRaw(stream, { backwards: true }))).toEqual([...upwards].reverse());
      expect(await counted(tested.storeByLine.readAllRaw({ after: before.position, limit: 700 }))).toEqual(upwards.slice(0, 700));
    });
  });

  describe('read of all streams', () => {
    it('gives events in the order of their positions, whatever their stream', async () => {
      const before = await aStreamOf(1);
      const [one, other] = [aStream(), aStream()];
      for (const stream of [one, other, one, other]) await tested.store.append(stream, [anEvent('Noted')], 'any');
      const read = await everything(tested.store.readAll({ after: before.position }));
      expect(read.filter(({ stream }) => [one, other].includes(stream)).map(({ stream, revision }) => [stream, revision]))
        .toEqual([[one, 0], [other, 0], [one, 1], [other, 1]]);
      const positions = read.map(({ position }) => position);
      expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(positions).size).toBe(positions.length);
    });

    it('goes on after a position without the event at it, also between the events of one append', async () => {
      const before = await aStreamOf(1);
      const { stream } = await aStreamOf(4);
      const [first, second] = await everything(tested.store.readAll({ after: before.position, limit: 2 }));
      expect([first, second].map((event) => [event?.stream, event?.revision])).toEqual([[stream, 0], [stream, 1]]);
      const rest = await everything(tested.store.readAll({ after: second?.position ?? 0n, limit: 2 }));
      expect(rest.map(({ revision }) => revision)).toEqual([2, 3]);
    });

    it('gives the position an append reported to its last event', async () => {
      const { stream, position } = await aStreamOf(3);
      expect((await everything(tested.store.readRaw(stream))).at(-1)?.position).toBe(position);
      expect(await everything(tested.store.readAllRaw({ after: position }))).toEqual([]);
    });

    it('from the beginning gives the first events there are', async () => {
      const [first] = await everything(tested.store.readAllRaw({ limit: 1 }));
      const again = await everything(tested.store.readAllRaw({ limit: 2 }));
      expect(again[0]).toEqual(first);
      expect(again).toHaveLength(2);
    });

    it('leaves out the streams of the store itself', async () => {
      const { stream, position } = await aStreamOf(1);
      await tested.store.append(`$$${stream}`, [anEvent('$metadata', { $maxCount: 100 })], 'any');
      await tested.store.append(stream, [anEvent('Noted')], 0);
      const read = await everything(tested.store.readAll({ after: position }));
      expect(read.map((event) => [event.stream, event.type])).toEqual([[stream, 'Noted']]);
    });
  });
};
