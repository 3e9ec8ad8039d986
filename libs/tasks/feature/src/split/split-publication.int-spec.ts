import { randomUUID } from 'node:crypto';
import { connectEventStore, DeciderRepository, type EventStore } from '@zeren/event-store';
import { openStoreUnderTest, type StoreUnderTest } from '@zeren/event-store/testing';
import { streamName, type RecordedEvent } from '@zeren/kernel';
import { taskDecider, type SplitEvent } from '@zeren/tasks-domain';
import { annualTargetsOf, aCycle, aRow, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { splitPublication } from './split-publication.js';

const ROWS = 300;
const rows = Array.from({ length: ROWS }, (_, index) => aRow({
  key: `r${String(index).padStart(3, '0')}`, parentTaskId: `${CITY}_s.r`, unitId: `511902${String(index).padStart(3, '0')}`, unitTenantId: DISTRICT, level: 3,
  annualTargets: annualTargetsOf('1'),
}));

describe('the publication of a split', () => {
  let engine: StoreUnderTest;
  let store: EventStore;

  beforeAll(async () => {
    engine = await openStoreUnderTest();
    store = connectEventStore(engine.url);
  }, 60_000);

  afterAll(async () => {
    await store?.dispose();
    await engine?.stop();
  });

  /** A published split of its own; its last event. */
  const published = async (id: string): Promise<RecordedEvent> => {
    const metadata = {
      tenantId: DISTRICT, actorTenantId: DISTRICT, actorId: 'a', postId: 'p', unitId: 'u', occurredAt: '2013-03-05T01:00:00.000Z', $correlationId: 'c',
      $causationId: 'c', commandId: 'c', schemaVersion: 1, sharedWith: [],
    };
    const events: SplitEvent[] = [
      { type: 'SplitDrafted', data: { title: { zh: '分解', en: 'Split' }, cycle: aCycle, deepestLevel: 3 } },
      { type: 'SplitRowsAdded', data: { part: 1, rows } },
      { type: 'SplitApproved', data: { document: '1号', rows: ROWS, hash: 'h' } },
      { type: 'SplitPublished', data: { rows: ROWS, hash: 'h', chainTenantIds: [CITY], parents: [{ taskId: `${CITY}_s.r`, unitId: DISTRICT, ancestors: [] }] } },
    ];
    const stream = streamName({ category: 'split', tenantId: DISTRICT, id });
    await store.append(stream, events.map((event) => ({ ...event, id: randomUUID(), metadata })), 'no-stream');
    for await (const event of store.read(stream, { backwards: true, limit: 1 })) return event;
    throw new Error('nothing was recorded');
  };

  const tasksOf = async (id: string): Promise<RecordedEvent[]> => {
    const found: RecordedEvent[] = [];
    for await (const event of store.readAll()) if (event.stream.startsWith(`task-${DISTRICT}_${id}.`)) found.push(event);
    return found;
  };

  /** The store, which fails after so many appends, as one that goes away in the middle. */
  const failingAfter = (appends: number): EventStore => {
    let left = appends;
    return {
      ...store,
      read: (stream, options) => store.read(stream, options),
      append: (stream, events, expected) => (left-- > 0 ? store.append(stream, events, expected) : Promise.reject(new Error('the store went away'))),
    };
  };

  const context = (of: EventStore) => ({ store: of, repository: new DeciderRepository(of) });

  it('stopped in the middle and run again misses no task and doubles none', async () => {
    const event = await published('stopped');
    await expect(splitPublication.handle(event, context(failingAfter(120)))).rejects.toThrow('the store went away');
    const before = (await tasksOf('stopped')).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(ROWS);
    await splitPublication.handle(event, context(store));
    const tasks = await tasksOf('stopped');
    expect(tasks.map(({ stream }) => stream).sort()).toEqual(rows.map(({ key }) => `task-${DISTRICT}_stopped.${key}`));
    expect(tasks.every(({ type, revision }) => type === 'TaskPublished' && revision === 0)).toBe(true);
  });

  it('run again after work on a task has begun leaves that task as it is', async () => {
    const event = await published('begun');
    await splitPublication.handle(event, context(store));
    const id = { category: 'task', tenantId: DISTRICT, id: 'begun.r000' };
    const caller = { tenantId: DISTRICT, actorId: 'o', postId: '', unitId: '511902000', roles: ['officer'], now: '2013-03-06T00:00:00.000Z' } as const;
    await new DeciderRepository(store).execute(taskDecider, id, { type: 'AcceptTask', data: {} }, { caller, commandId: 'k', correlationId: 'k', causationId: 'k' });
    await splitPublication.handle(event, context(store));
    expect((await tasksOf('begun')).filter(({ stream }) => stream.endsWith('.r000')).map(({ type }) => type)).toEqual(['TaskPublished', 'TaskAccepted']);
    expect(await tasksOf('begun')).toHaveLength(ROWS + 1);
  });

  it('is the doing of whoever published the split, at that moment, and is shared up the chain', async () => {
    const event = await published('whose');
    await splitPublication.handle(event, context(store));
    expect((await tasksOf('whose'))[0]?.metadata).toMatchObject({
      tenantId: DISTRICT, actorId: 'a', postId: 'p', occurredAt: '2013-03-05T01:00:00.000Z', $causationId: event.id, $correlationId: 'c', sharedWith: [CITY],
    });
  });
});
