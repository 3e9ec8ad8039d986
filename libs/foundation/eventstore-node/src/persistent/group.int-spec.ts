import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { eventually } from '../protocol/persistent-reading.js';
import { Log } from '../storage/log.js';
import type { ProposedEvent } from '../storage/record.js';
import { Store } from '../storage/store.js';
import { Outgoing } from '../streams/outgoing.js';
import type { Refusal } from '../streams/refusal.js';
import { WireReader } from '../wire.js';
import type { Consumer } from './consumer.js';
import type { Group } from './group.js';
import { Groups } from './groups.js';
import type { GroupSettings } from './settings.js';

const settings: GroupSettings = {
  messageTimeout: 0, maxRetryCount: 0, checkpointAfter: 1_000, minCheckpointCount: 1, maxCheckpointCount: 100, maxSubscriberCount: 0,
  liveBufferSize: 10, readBatchSize: 5, historyBufferSize: 10, resolveLinks: false, extraStatistics: false,
  strategy: 'RoundRobin', startFrom: 'start', filter: undefined,
};
const address = { stream: '任务', group: '督办组' };
const event = (): ProposedEvent => ({
  id: randomUUID(), type: 'n', contentType: 'application/json', metadata: Buffer.alloc(0), data: Buffer.from('{}'),
});
const all = { from: '', user: '', connectionName: '', bufferSize: 100, structuredIds: false, mayRead: () => true };

describe('a group', () => {
  const dir = mkdtempSync(join(tmpdir(), 'eventstore-group-'));
  let store: Store;
  let groups: Groups;
  let group: Group;
  let sent = 0;
  const append = async (count: number): Promise<ProposedEvent[]> => {
    const events = Array.from({ length: count }, event);
    await store.writer.submit((batch) => batch.append(address.stream, events));
    return events;
  };
  /** A consumer that reads into `messages`. */
  const joined = (details = all) => {
    const messages: Buffer[] = [];
    const ends: Refusal[] = [];
    const call = new PassThrough({ objectMode: true });
    call.on('data', (packet: Buffer[]) => { messages.push(...packet); });
    const outgoing = new Outgoing(call, () => {});
    const consumer: Consumer = group.join(details, { outgoing, end: (refusal) => { ends.push(refusal); } });
    return { consumer, messages, ends };
  };

  beforeEach(async () => {
    store = new Store(Log.open(mkdtempSync(join(dir, 'data-'))));
    groups = new Groups(store, () => { sent++; });
    await groups.create({ address, settings });
    group = await groups.find(address);
    sent = 0;
  });
  afterEach(() => store.close());
  afterAll(() => { rmSync(dir, { recursive: true, force: true }); });

  it('tells the metrics how many consumers it has, what is parked since when, and how far it is behind', async () => {
    expect(group.figures()).toEqual({ ...address, consumers: 0, parked: 0, oldestParkedMs: 0, lag: 0 });
    const events = await append(7);
    expect(group.figures()).toMatchObject({ consumers: 0, lag: 7 });
    const { consumer } = joined();
    await eventually(() => sent === 7);
    expect(group.figures()).toMatchObject({ consumers: 1, lag: 7 });
    group.acknowledge(consumer, events.slice(0, 3).map(({ id }) => id));
    const refusedAt = Date.now();
    group.refuse(consumer, [events[3]?.id ?? ''], 'park', '');
    await eventually(() => group.figures().parked === 1);
    expect(group.figures().lag).toBe(3);
    await eventually(() => group.figures().oldestParkedMs > 0);
    expect(group.figures().oldestParkedMs).toBeLessThanOrEqual(Date.now() - refusedAt);
  });

  it('does not count what was truncated or is gone with its stream as what it is behind', async () => {
    await append(7);
    await store.writer.submit((batch) => batch.append(`$$${address.stream}`, [{ ...event(), type: '$metadata', data: Buffer.from('{"$tb":5}') }]));
    expect(group.figures().lag).toBe(2);
    await store.writer.submit((batch) => batch.tombstone(address.stream, event()));
    expect(group.figures().lag).toBe(0);
    const { ends } = joined();
    await sleep(20);
    expect(ends).toEqual([]);
  });

  it('counts events of $all behind it, at most ten thousand', async () => {
    await groups.create({ address: { stream: '$all', group: 'g' }, settings });
    await append(30);
    expect((await groups.find({ stream: '$all', group: 'g' })).figures().lag).toBe(30);
    await append(10_000);
    expect((await groups.find({ stream: '$all', group: 'g' })).figures().lag).toBe(10_000);
  });

  it('takes a refusal without a known action for one to retry, and that beyond the last retry for one to park', async () => {
    await groups.update({ address, settings: { ...settings, maxRetryCount: 1 } });
    group = await groups.find(address);
    const [first] = await append(1);
    const { consumer, messages } = joined();
    for (const expected of [1, 2]) {
      await eventually(() => messages.length === expected);
      group.refuse(consumer, [first?.id ?? ''], 'unknown', '');
    }
    await eventually(() => group.figures().parked === 1);
    expect(messages).toHaveLength(2);
  });

  it('sends a message again that could not be parked', async () => {
    const [first] = await append(1);
    const { consumer, messages } = joined();
    await eventually(() => messages.length === 1);
    await store.writer.close();
    group.refuse(consumer, [first?.id ?? ''], 'park', '');
    await eventually(() => messages.length === 2);
    expect(group.progress.done).toBe(-1);
  });

  it('drops its consumers with the reason when what it shall send is damaged, and keeps every message once', async () => {
    const events = await append(3);
    const position = store.log.positionAt(store.log.stream(address.stream).number, 1) ?? 0;
    const { consumer, messages } = joined({ ...all, bufferSize: 1 });
    await eventually(() => messages.length === 1);
    const record = Buffer.from(store.log.record(position) ?? '');
    record[record.length - 1] = (record.at(-1) ?? 0) ^ 1;
    await store.log.environment.openDB<Buffer, Buffer>({ name: 'records', encoding: 'binary', keyEncoding: 'binary' })
      .put(Buffer.from([0, 0, 0, 0, 0, 0].map((_, at) => Math.floor(position / 2 ** (8 * (5 - at))) % 256)), record);
    const other = joined();
    group.acknowledge(consumer, [events[0]?.id ?? '']);
    await eventually(() => other.ends.length === 1);
    expect(other.ends[0]?.details).toContain(`The record at position ${position} is damaged`);
    expect(group.waiting.size).toBe(2);
    expect(group.progress.done).toBe(0);
  });

  it('gives ids as two numbers to a consumer that wants them so', async () => {
    const [first] = await append(1);
    const { messages } = joined({ ...all, structuredIds: true });
    await eventually(() => messages.length === 1);
    const uuid = inner(inner(inner(messages[0] as Buffer)));
    const halves = new WireReader(inner(uuid));
    halves.next();
    const most = halves.uint64();
    halves.next();
    const digits = most.toString(16).padStart(16, '0') + halves.uint64().toString(16).padStart(16, '0');
    expect(digits).toBe(first?.id.replaceAll('-', ''));
  });
});

/** The contents of a message's first field. */
function inner(message: Buffer): Buffer {
  const fields = new WireReader(message);
  fields.next();
  return fields.view();
}
