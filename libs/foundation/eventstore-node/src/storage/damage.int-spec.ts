import { randomInt } from 'node:crypto';
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything, fillFolder } from './filled-folder.js';
import { Log } from './log.js';
import { verifyDataFolder } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'eventstore-damage-'));
const healthyFile = join(root, 'healthy', 'data.mdb');
let healthy: string[] = [];

beforeAll(async () => {
  await fillFolder(join(root, 'healthy'));
  healthy = await contentOf(join(root, 'healthy'));
});
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

async function contentOf(dir: string): Promise<string[]> {
  const log = Log.open(dir);
  try {
    return everything(log);
  } finally {
    await log.close();
  }
}

function freshCopy(): { dir: string; file: string } {
  const dir = mkdtempSync(join(root, 'copy-'));
  const file = join(dir, 'data.mdb');
  copyFileSync(healthyFile, file);
  return { dir, file };
}

/** What becomes of a damaged copy: the damage is reported, or everything reads as it was written. */
async function outcome(dir: string): Promise<'reported' | 'unharmed' | 'lost unseen'> {
  const verification = await verifyDataFolder(dir);
  if (!verification.intact) return 'reported';
  return JSON.stringify(await contentOf(dir)) === JSON.stringify(healthy) ? 'unharmed' : 'lost unseen';
}

/** Changes one byte of a fresh copy, and tells what became of it. */
async function flip(at: number, change: number): Promise<string> {
  const { dir, file } = freshCopy();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([(readFileSync(file)[at] ?? 0) ^ change]), 0, 1, at);
  closeSync(handle);
  const became = await outcome(dir);
  rmSync(dir, { recursive: true });
  return became;
}

/** A generator of numbers below `end`, the same for the same seed. */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

describe('a data file with one changed byte', () => {
  // The pages are read without lmdb, so that no damage ends the process that verifies; that is part of what this shows.
  it.each([
    ['anywhere', 250, (below: (end: number) => number, size: number) => below(size)],
    ['in the head of a page', 100, (below: (end: number) => number, size: number) => 4_096 * below(size / 4_096) + below(64)],
    ['in the pages that open the file', 50, (below: (end: number) => number) => 4_096 * below(2) + below(200)],
  ])('is reported, or reads back byte for byte: %s', async (_where, times, place) => {
    const seed = randomInt(2 ** 31);
    const below = numbers(seed);
    const { size } = statSync(healthyFile);
    const seen = new Set<string>();
    for (let time = 0; time < times; time++) {
      const at = place(below, size);
      const change = 1 + below(255);
      const became = await flip(at, change);
      seen.add(became);
      expect({ seed, at, change, became }).not.toMatchObject({ became: 'lost unseen' });
    }
    expect(seen).toContain('reported');
  }, 120_000);

  it('in an event is reported with the position of that event and the number of those before it', async () => {
    const { dir, file } = freshCopy();
    const [place = '', ...before] = healthy.filter((entry) => /^\d+ /.test(entry)).slice(0, 121).reverse();
    const record = Buffer.from(place.slice(place.indexOf(' ') + 1), 'latin1');
    const bytes = readFileSync(file);
    // A page that lmdb has freed may hold it as well.
    for (let at = bytes.indexOf(record); at >= 0; at = bytes.indexOf(record, at + 1)) bytes[at + 60] = 0;
    writeFileSync(file, bytes);
    expect(await verifyDataFolder(dir)).toMatchObject({ intact: false, events: before.length, position: Number(place.split(' ')[0]) });
  });
});

describe('a data file whose beginning leads to the commit before the last', () => {
  it('is reported, although all that it leads to is whole', async () => {
    const { dir, file } = freshCopy();
    const bytes = readFileSync(file);
    const mainTree = { start: 96, end: 144 };
    const [newer, older] = bytes.readBigUInt64LE(152) > bytes.readBigUInt64LE(4_096 + 152) ? [0, 4_096] : [4_096, 0];
    bytes.copy(bytes, newer + mainTree.start, older + mainTree.start, older + mainTree.end);
    writeFileSync(file, bytes);
    expect(await outcome(dir)).toBe('reported');
  });
});

describe('a data file that lost its end', () => {
  const lengths: [string, (size: number) => number][] = [
    ['all of it', () => 0],
    ['most of its first page', () => 100],
    ['its second page', () => 4_096],
    ['all but the two pages that open it', () => 8_192],
    ['half, within a page', (size) => size / 2 + 1_000],
    ['half, between pages', (size) => 4_096 * Math.floor(size / 8_192)],
    ['its last page', (size) => size - 4_096],
    ['its last byte', (size) => size - 1],
  ];

  it.each(lengths)('is reported, or reads back byte for byte, and never begins anew: %s', async (_what, length) => {
    const { dir, file } = freshCopy();
    truncateSync(file, length(statSync(file).size));
    const became = await outcome(dir);
    expect(became).not.toBe('lost unseen');
    const opened = await contentOf(dir).then((content) => content.length, (error: { code: string }) => error.code);
    expect(opened).toBe(became === 'reported' ? 'damaged' : healthy.length);
  });
});
