import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { EventStoreNodeError } from '../errors.js';
import { damagedAt, endOf, firstPosition, isGap, missingAt } from './chain.js';
import { dataFileName } from './environment.js';
import { holderKey, livingHolder } from './holder.js';
import { decodeStreamState, lastKeyRevision, nameKey, positionKey, positionOf, revisionKey } from './keys.js';
import { formats, settingKeys } from './log.js';
import { PageFile, readTree, type Tree } from './page-file.js';
import { decodeRecord, isIntact, tombstoneRevision } from './record.js';
import { unsealed } from './seal.js';

/** What `verifyDataFolder` found. */
export type Verification =
  | { intact: true; events: number }
  /**
   * `events` were good before the first bad position; `reason` says in a sentence what is wrong there. What is
   * damaged beside the events is looked at after them, and named with the position of the log's end.
   */
  | { intact: false; events: number; position: number; reason: string };

/**
 * Reads a whole data folder that no node has open, and writes nothing to it. Each record must have the checksum it
 * was written with, begin where the one before it ended, and be found through its stream; the indexes must lead
 * nowhere else; what is kept beside the events must be what was written; and no page of the file may be used twice.
 * It reads the pages itself, so that no damage can end the process. Throws an EventStoreNodeError when the folder is
 * in use or holds no data.
 */
export async function verifyDataFolder(dir: string): Promise<Verification> {
  const file = join(dir, dataFileName);
  if (!existsSync(file)) throw new EventStoreNodeError('folder-not-usable', `There is no event store in ${dir}.`);
  return verifyDataFile(file, dir);
}

/** The same of a data file by itself. */
export async function verifyDataFile(file: string, dir: string): Promise<Verification> {
  const found = { events: 0, position: firstPosition };
  try {
    await withPages(file, dir, (pages, tables) => new Check(pages, tables, found).run());
    return { intact: true, events: found.events };
  } catch (error) {
    const reason = damageOf(error);
    if (reason === undefined) throw error;
    return { intact: false, ...found, reason };
  }
}

/** The sentence of an error that tells of damage. Keys and values that are too short for what they hold do so too. */
function damageOf(error: unknown): string | undefined {
  if (error instanceof RangeError) return `What is kept beside the events is damaged: ${error.message}.`;
  return error instanceof EventStoreNodeError && error.code === 'damaged' ? error.message : undefined;
}

type TableName = 'records' | 'revisions' | 'streams' | 'keeps';
type Tables = { trees: Record<TableName, Tree>; setting(key: Buffer): Buffer | undefined };

async function withPages(file: string, dir: string, act: (pages: PageFile, tables: Tables) => Promise<void>): Promise<void> {
  const pages = PageFile.open(file);
  const refuseWhenUsed = (used: boolean): void => {
    if (used) throw new EventStoreNodeError('folder-in-use', `The data folder ${dir} is in use.`);
  };
  try {
    const tables = readTables(pages);
    const mark = tables.setting(holderKey);
    refuseWhenUsed(mark !== undefined && livingHolder(mark) !== undefined);
    await act(pages, tables);
  } finally {
    // Pages change under a reader only where a node has begun to write: what was found says nothing then.
    const changed = pages.hasChanged();
    pages.close();
    refuseWhenUsed(changed);
  }
}

/** The main tree: settings, and the other trees under their names. */
function readTables(pages: PageFile): Tables {
  const main = new Map([...pages.walk(pages.main)].map(({ key, value }) => [key.toString('latin1'), value]));
  const tree = (name: TableName): Tree => readTree(main.get(`${name}\0`) ?? Buffer.alloc(0));
  return {
    trees: { records: tree('records'), revisions: tree('revisions'), streams: tree('streams'), keeps: tree('keeps') },
    setting: (key) => main.get(key.toString('latin1')),
  };
}

/** How many entries are looked at before others get their turn. */
const turnEvery = 256;

class Check {
  readonly #trees: Record<TableName, Tree>;
  #seen = 0;

  constructor(private readonly pages: PageFile, private readonly tables: Tables, private readonly found: { events: number; position: number }) {
    this.#trees = tables.trees;
  }

  async run(): Promise<void> {
    await this.#records();
    await this.#streams();
    await this.#keeps();
    this.#end();
    this.pages.checkFreePages();
  }

  async #records(): Promise<void> {
    for (const { key, value } of this.pages.walk(this.#trees.records)) {
      const position = positionOf(key);
      if (position !== this.found.position) throw missingAt(this.found.position);
      const end = endOf(position, value);
      if (!isGap(value)) {
        const reason = isIntact(value) ? this.#misplacement(position, value) : 'its checksum does not match';
        if (reason !== undefined) throw damagedAt(position, reason);
        this.found.events++;
      }
      this.found.position = end;
      await this.#turn();
    }
  }

  #misplacement(position: number, record: Buffer): string | undefined {
    const event = decodeRecord(record);
    if (event.position !== position) return `it says that its position is ${event.position}`;
    const state = this.pages.get(this.#trees.streams, nameKey(event.stream));
    if (!state) return 'its stream is not known';
    const { number, firstRevision, lastRevision, tombstoned } = decodeStreamState(state);
    const isTombstone = event.revision === tombstoneRevision;
    const revision = isTombstone ? lastKeyRevision : Number(event.revision);
    const isOfStream = isTombstone ? tombstoned : revision >= firstRevision && revision <= lastRevision;
    if (!isOfStream) return `its stream does not count revision ${event.revision} as its own`;
    const place = this.pages.get(this.#trees.revisions, revisionKey(number, revision));
    return place?.equals(positionKey(position)) ? undefined : `revision ${event.revision} of its stream does not lead to it`;
  }

  /** Every record is in the index of its stream, so the index leads elsewhere only if it, or a stream, counts more. */
  async #streams(): Promise<void> {
    let indexed = 0;
    for (const _entry of this.pages.walk(this.#trees.revisions)) {
      indexed++;
      await this.#turn();
    }
    let counted = 0;
    const next = this.#numberSetting(settingKeys.streamNumber, 1);
    for (const { value } of this.pages.walk(this.#trees.streams)) {
      const { number, firstRevision, lastRevision, tombstoned } = decodeStreamState(value);
      if (number >= next) throw damaged(`A stream has the number ${number}, which is still to be given.`);
      counted += lastRevision + 1 - firstRevision + (tombstoned ? 1 : 0);
      await this.#turn();
    }
    const { events } = this.found;
    if (indexed !== events) throw damaged(`The index of the streams has ${indexed} events where the log has ${events}.`);
    if (counted !== events) throw damaged(`The streams have ${counted} events where the log has ${events}.`);
  }

  async #keeps(): Promise<void> {
    for (const { key, value } of this.pages.walk(this.#trees.keeps)) {
      if (!unsealed(value)) throw damaged(`What is kept as '${key.toString('utf8')}' is damaged: its checksum does not match.`);
      await this.#turn();
    }
  }

  #end(): void {
    const format = this.tables.setting(settingKeys.format);
    if (format?.equals(formats.first)) return;
    if (!format?.equals(formats.current)) throw damaged(`The data is in format ${String(format)}, which this version cannot read.`);
    const end = this.#numberSetting(settingKeys.position, 0);
    if (end !== this.found.position) throw missingAt(this.found.position);
  }

  #numberSetting(key: Buffer, otherwise: number): number {
    const value = this.tables.setting(key);
    if (value && value.length !== positionKey(0).length) throw damaged(`The setting '${key.toString()}' is damaged.`);
    return value ? positionOf(value) : otherwise;
  }

  async #turn(): Promise<void> {
    if (++this.#seen % turnEvery === 0) await turn();
  }
}

function damaged(message: string): EventStoreNodeError {
  return new EventStoreNodeError('damaged', message);
}
