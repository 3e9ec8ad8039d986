import { AppendTooLarge, RevisionConflict, StoreUnavailable } from '../errors.js';
import type { Tested } from './tested.js';
import { anEvent, aStream, everything } from './samples.js';

const KIB = 1_024;

const outcomesOf = async (appends: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(appends);
  return {
    held: settled.filter(({ status }) => status === 'fulfilled').length,
    refused: settled.filter((one) => one.status === 'rejected' && one.reason instanceof RevisionConflict).length,
  };
};

/** Appends: expected revisions, atomicity, single writing, limits. */
export const describeAppends = (tested: Tested): void => {
  describe('append', () => {
    it('to a stream that must not exist begins it at revision 0', async () => {
      const appended = await tested.store.append(aStream(), [anEvent('Begun')], 'no-stream');
      expect(appended.revision).toBe(0);
      expect(appended.position).toBeGreaterThan(0n);
    });

    it('to a stream that must not exist is refused where it does, and says where it is', async () => {
      const stream = aStream();
      await tested.store.append(stream, [anEvent('Begun'), anEvent('GoneOn')], 'no-stream');
      const refusal = await tested.store.append(stream, [anEvent('Begun')], 'no-stream').catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(RevisionConflict);
      expect(refusal).toMatchObject({ stream, expected: 'no-stream', actual: 1 });
    });

    it('at the present revision goes on from it, position growing', async () => {
      const stream = aStream();
      const first = await tested.store.append(stream, [anEvent('Begun')], 'no-stream');
      const second = await tested.store.append(stream, [anEvent('GoneOn'), anEvent('GoneOn')], first.revision);
      expect(second.revision).toBe(2);
      expect(second.position).toBeGreaterThan(first.position);
    });

    it('at an older revision is refused and writes nothing', async () => {
      const stream = aStream();
      await tested.store.append(stream, [anEvent('Begun'), anEvent('GoneOn')], 'no-stream');
      await expect(tested.store.append(stream, [anEvent('Late')], 0)).rejects.toMatchObject({ expected: 0, actual: 1 });
      expect(await everything(tested.store.read(stream))).toHaveLength(2);
    });

    it('at a revision not reached yet is refused', async () => {
      const stream = aStream();
      await expect(tested.store.append(stream, [anEvent('Early')], 3)).rejects.toMatchObject({ expected: 3, actual: undefined });
      await tested.store.append(stream, [anEvent('Begun')], 'no-stream');
      await expect(tested.store.append(stream, [anEvent('Early')], 3)).rejects.toMatchObject({ expected: 3, actual: 0 });
    });

    it('at any revision never conflicts', async () => {
      const stream = aStream();
      await Promise.all(Array.from({ length: 20 }, () => tested.store.append(stream, [anEvent('Noted')], 'any')));
      expect((await everything(tested.store.read(stream))).map(({ revision }) => revision)).toEqual([...Array(20).keys()]);
    });

    it('of many writers at the same revision lets exactly one through', async () => {
      const stream = aStream();
      await tested.store.append(stream, [anEvent('Begun')], 'no-stream');
      const writers = Array.from({ length: 20 }, (_, writer) => tested.store.append(stream, [anEvent('GoneOn', { writer })], 0));
      expect(await outcomesOf(writers)).toEqual({ held: 1, refused: 19 });
      expect(await everything(tested.store.read(stream))).toHaveLength(2);
    });

    it('on many streams at once gives every event its own position', async () => {
      const appends = Array.from({ length: 64 }, () => tested.store.append(aStream(), [anEvent('Begun')], 'no-stream'));
      const positions = (await Promise.all(appends)).map(({ position }) => position);
      expect(new Set(positions).size).toBe(64);
    });

    it('of many events writes them in their order, one revision each', async () => {
      const stream = aStream();
      const events = Array.from({ length: 500 }, (_, index) => anEvent('Counted', { index }));
      expect((await tested.store.append(stream, events, 'no-stream')).revision).toBe(499);
      const read = await everything(tested.store.read(stream));
      expect(read.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
      expect(read.map(({ revision }) => revision)).toEqual([...Array(500).keys()]);
    });

    it('sent again with the same ids is written once and gets the same answer', async () => {
      const stream = aStream();
      await tested.store.append(stream, [anEvent('Begun')], 'no-stream');
      const events = [anEvent('GoneOn'), anEvent('GoneOn')];
      const first = await tested.store.append(stream, events, 0);
      await tested.store.append(stream, [anEvent('GoneOn')], 2);
      expect(await tested.store.append(stream, events, 0)).toEqual(first);
      expect(await everything(tested.store.read(stream))).toHaveLength(4);
    });

    it('of the first events sent again meets them', async () => {
      const stream = aStream();
      const events = [anEvent('Begun')];
      const first = await tested.store.append(stream, events, 'no-stream');
      expect(await tested.store.append(stream, events, 'no-stream')).toEqual(first);
    });

    it('takes almost 1 MiB, and refuses more without writing any of it', async () => {
      const stream = aStream();
      const text = 'x'.repeat(900 * KIB);
      await tested.store.append(stream, [anEvent('Large', { text })], 'no-stream');
      const tooMuch = [anEvent('Small'), anEvent('Large', { text }), anEvent('Large', { text })];
      const refusal = await tested.store.append(stream, tooMuch, 0).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AppendTooLarge);
      expect(refusal).toMatchObject({ stream, maxBytes: KIB * KIB });
      expect(await everything(tested.store.read(stream))).toHaveLength(1);
    });

    it('far beyond the limit is refused without disturbing the appends beside it', async () => {
      const stream = aStream();
      const text = 'x'.repeat(900 * KIB);
      const manyLarge = tested.store.append(stream, Array.from({ length: 8 }, () => anEvent('Large', { text })), 'no-stream');
      const oneHuge = tested.store.append(stream, [anEvent('Huge', { text: text.repeat(6) })], 'no-stream');
      const beside = tested.store.append(aStream(), [anEvent('Small')], 'no-stream');
      await expect(manyLarge).rejects.toBeInstanceOf(AppendTooLarge);
      await expect(oneHuge).rejects.toBeInstanceOf(AppendTooLarge);
      expect((await beside).revision).toBe(0);
      expect(await everything(tested.store.read(stream))).toEqual([]);
    });

    it('is written once however often the connection breaks', async () => {
      const streams = Array.from({ length: 40 }, () => aStream());
      const appends = streams.map((stream) => tested.storeByLine.append(stream, [anEvent('Begun')], 'no-stream'));
      tested.line.cut();
      tested.line.mend();
      await new Promise((resolve) => setTimeout(resolve, 60));
      tested.line.cut();
      tested.line.mend();
      expect((await Promise.all(appends)).map(({ revision }) => revision)).toEqual(streams.map(() => 0));
      for (const stream of streams) expect(await everything(tested.store.read(stream))).toHaveLength(1);
    });

    it('fails after some seconds where the store stays away', async () => {
      tested.line.cut();
      await expect(tested.storeByLine.append(aStream(), [anEvent('Begun')], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(everything(tested.storeByLine.read(aStream()))).rejects.toBeInstanceOf(StoreUnavailable);
    });

    it('fails where the store takes it and never answers', async () => {
      const impatient = tested.connect(`${tested.line.url}&defaultDeadline=300`);
      await impatient.append(aStream(), [anEvent('Begun')], 'no-stream');
      tested.line.stall();
      await expect(impatient.append(aStream(), [anEvent('Begun')], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      tested.line.cut();
      await impatient.dispose();
    });
  });
};
