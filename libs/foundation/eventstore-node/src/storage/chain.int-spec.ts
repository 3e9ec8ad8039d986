import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event, everything, fillFolder, withStore } from './filled-folder.js';
import { encodeStreamState, lastKeyRevision, nameKey, positionKey, revisionKey } from './keys.js';
import { formats, Log, settingKeys, type Change, type Entry } from './log.js';
import { verifyDataFolder } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'eventstore-chain-'));
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

const limits = { events: 7, bytes: 1024 * 1024 };

/** A folder of ten events in one stream, and its entries. */
async function tenEvents(): Promise<{ dir: string; entries: Entry[] }> {
  const dir = mkdtempSync(join(root, 'ten-'));
  const entries = await withStore(dir, async ({ writer, log }) => {
    for (let n = 0; n < 10; n++) await writer.submit((batch) => batch.append('s', [event(`{"n":${n}}`)]));
    return log.forwards(0, { events: 100, bytes: 1024 * 1024 });
  });
  return { dir, entries };
}

/** Opens a log by itself: a node reads the newest events when it starts, and would refuse some of these folders. */
async function withLog<Result>(dir: string, act: (log: Log) => Result): Promise<Awaited<Result>> {
  const log = Log.open(dir);
  try {
    return await act(log);
  } finally {
    await log.close();
  }
}

/** Changes something behind the node's back. */
function tamper(dir: string, ...changes: Change[]): Promise<void> {
  return withLog(dir, (log) => log.commit(changes));
}

function readAll(log: Log): number {
  let count = 0;
  for (let from = 0, page = log.forwards(from, limits); page.length > 0; page = log.forwards(from, limits)) {
    count += page.length;
    from = (page.at(-1)?.position ?? 0) + 1;
  }
  return count;
}

function readAllBackwards(log: Log): number {
  let count = 0;
  for (let before = lastKeyRevision, page = log.backwards(before, limits); page.length > 0; page = log.backwards(before, limits)) {
    count += page.length;
    before = page.at(-1)?.position ?? 0;
  }
  return count;
}

describe('a record that is gone', () => {
  it.each([0, 1, 6, 7, 8])('is missed by reads in both directions and by verify, by its position, where it was number %i of ten', async (index) => {
    const { dir, entries } = await tenEvents();
    const position = entries[index]?.position ?? 0;
    await tamper(dir, { table: 'records', key: positionKey(position), value: undefined });
    await withLog(dir, (log) => {
      expect(() => readAll(log)).toThrow(`position ${position} is missing`);
      expect(() => readAllBackwards(log)).toThrow(`position ${position} is missing`);
      expect(() => log.forwards(position, limits)).toThrow('is missing');
      expect(() => log.streamForwards(1, 0, 9, { events: 100, bytes: 1024 * 1024 })).toThrow(`position ${position} is missing`);
    });
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false, events: index, position });
  });

  it('keeps the node from starting where it was the last', async () => {
    const { dir, entries } = await tenEvents();
    const position = entries[9]?.position ?? 0;
    await tamper(dir, { table: 'records', key: positionKey(position), value: undefined });
    expect(() => Log.open(dir)).toThrow(`position ${position} is missing`);
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false, events: 9, position });
  });
});

describe('an entry of an index that is gone', () => {
  it.each([0, 4, 9])('is missed by reads of the stream and by verify, where it was that of revision %i', async (revision) => {
    const { dir, entries } = await tenEvents();
    await tamper(dir, { table: 'revisions', key: revisionKey(1, revision), value: undefined });
    await withLog(dir, (log) => {
      const all = { events: 100, bytes: 1024 * 1024 };
      expect(() => log.streamForwards(1, 0, 9, all)).toThrow(`Revision ${revision} of a stream is missing`);
      expect(() => log.streamBackwards(1, 9, 0, all)).toThrow(`Revision ${revision} of a stream is missing`);
    });
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false, events: revision, position: entries[revision]?.position });
  });
});

describe('what is kept beside the events', () => {
  const state = { number: 1, lastRevision: 9, firstRevision: 0, tombstoned: false };

  it.each<[string, Change]>([
    ['a stream that counts an event too many', { table: 'streams', key: nameKey('s'), value: encodeStreamState({ ...state, lastRevision: 10 }) }],
    ['a stream that counts one too few', { table: 'streams', key: nameKey('s'), value: encodeStreamState({ ...state, lastRevision: 8 }) }],
    ['a stream that is not there', { table: 'streams', key: nameKey('t'), value: encodeStreamState({ ...state, number: 2, lastRevision: 0 }) }],
    ['an index entry that leads nowhere', { table: 'revisions', key: revisionKey(1, 10), value: positionKey(5_000) }],
    ['a value that is not what was kept', { table: 'keeps', key: Buffer.from('k'), value: Buffer.from('value') }],
    ['another end of the log', { table: 'settings', key: settingKeys.position, value: positionKey(2_000_000) }],
    ['a number for new streams that one has', { table: 'settings', key: settingKeys.streamNumber, value: positionKey(1) }],
  ])('is verified too: %s', async (_what, change) => {
    const { dir } = await tenEvents();
    expect(await verifyDataFolder(dir)).toEqual({ intact: true, events: 10 });
    await tamper(dir, change);
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false });
  });
});

describe('a folder of the first format', () => {
  it('verifies, and is taken over with all it has when it is opened', async () => {
    const { dir } = await tenEvents();
    const before = await withLog(dir, everything);
    const shorter = encodeStreamState({ number: 1, lastRevision: 9, firstRevision: 0, tombstoned: false }).subarray(0, 13);
    await tamper(
      dir,
      { table: 'streams', key: nameKey('s'), value: shorter },
      { table: 'settings', key: settingKeys.position, value: undefined },
      { table: 'settings', key: settingKeys.format, value: formats.first },
    );
    expect(await verifyDataFolder(dir)).toEqual({ intact: true, events: 10 });
    await withStore(dir, async ({ log, writer }) => {
      expect(everything(log)).toEqual(before);
      await writer.submit((batch) => batch.append('s', [event('{}')]));
    });
    expect(await verifyDataFolder(dir)).toEqual({ intact: true, events: 11 });
  });

  it('of a later one is refused by its number', async () => {
    const { dir } = await tenEvents();
    await tamper(dir, { table: 'settings', key: settingKeys.format, value: Buffer.from('3') });
    expect(() => Log.open(dir)).toThrow('format 3');
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false });
  });
});

describe('a scavenged log', () => {
  it('is read from any position, in both directions, as if nothing were between', async () => {
    const dir = mkdtempSync(join(root, 'gaps-'));
    await fillFolder(dir);
    await withLog(dir, (log) => {
      const entries = log.forwards(0, { events: 10_000, bytes: 2 ** 30 });
      const positions = entries.map(({ position }) => position);
      expect(readAllBackwards(log)).toBe(entries.length);
      for (let from = 0; from < log.nextPosition + 50; from += 97) {
        expect(log.forwards(from, { events: 1, bytes: 1 })[0]?.position).toBe(positions.find((position) => position >= from));
        expect(log.backwards(from, { events: 1, bytes: 1 })[0]?.position).toBe(positions.findLast((position) => position < from));
      }
    });
  });
});
