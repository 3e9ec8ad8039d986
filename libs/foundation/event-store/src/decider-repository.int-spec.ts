import { DomainError, streamName, type StreamId } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { randomUUID } from 'node:crypto';
import type { CommandContext } from './command-context.js';
import { connectEventStore } from './connect.js';
import { DeciderRepository } from './decider-repository.js';
import { IdempotencyKeyReused, RevisionConflict, RevisionMismatch, StreamNotFound } from './errors.js';
import type { EventStore } from './event-store.js';
import { everything } from './testing/samples.js';
import { openStoreUnderTest, type StoreUnderTest } from './testing/store-under-test.js';
import { tallyDecider, type TallyCommand } from './testing/tally.js';

const OWNER = '511900';
const DISTRICT = '511902';
const STRANGER = '511923';

const aTally = (): StreamId => ({ category: 'tally', tenantId: OWNER, id: randomUUID().slice(0, 16) });
const as = (tenantId: string, said: Partial<CommandContext> = {}): CommandContext => ({
  caller: aCaller({ tenantId }),
  commandId: randomUUID(),
  correlationId: 'correlation-1',
  causationId: 'cause-1',
  ...said,
});
const keyed = (key: string, bodyHash = 'body-1') => ({ idempotency: { key, bodyHash } });
const like = (real: EventStore, other: Partial<EventStore>): EventStore => Object.assign(Object.create(real) as EventStore, other);
const open = (sharedWith: readonly string[] = []): TallyCommand => ({ type: 'OpenTally', data: { sharedWith } });
const raise = (by: number, times = 1): TallyCommand => ({ type: 'RaiseTally', data: { by, times } });
const close: TallyCommand = { type: 'CloseTally', data: {} };

describe('the decider repository', () => {
  let server: StoreUnderTest;
  let store: EventStore;
  /** Two processes, each with its own memory of the streams. */
  let here: DeciderRepository;
  let elsewhere: DeciderRepository;
  let calls: string[];

  /** The store itself, which also notes what it is asked. */
  const noting = (real: EventStore): EventStore =>
    like(real, {
      append: (stream, events, expected) => {
        calls.push('append');
        return real.append(stream, events, expected);
      },
      read: (stream, options) => {
        calls.push(`read from ${options?.from ?? 0}`);
        return real.read(stream, options);
      },
    });

  beforeAll(async () => {
    server = await openStoreUnderTest();
    store = connectEventStore(server.url);
  });
  afterAll(async () => {
    await store.dispose();
    await server.stop();
  });
  beforeEach(() => {
    calls = [];
    here = new DeciderRepository(noting(store));
    elsewhere = new DeciderRepository(store);
  });

  const execute = (id: StreamId, command: TallyCommand, context = as(OWNER), repository = here) =>
    repository.execute(tallyDecider, id, command, context);
  const storedOf = (id: StreamId) => everything(store.read(streamName(id)));

  describe('a command', () => {
    it('on a new stream creates it, and says where its last event is', async () => {
      const id = aTally();
      const outcome = await execute(id, open());
      const [stored] = await storedOf(id);
      expect(outcome).toEqual({
        id, state: { status: 'open', total: 0, sharedWith: [] }, revision: 0, position: stored?.position, recorded: 1, repeated: false,
      });
    });

    it('on a known stream costs exactly one append', async () => {
      const id = aTally();
      await execute(id, open());
      calls = [];
      const outcome = await execute(id, raise(5, 3));
      expect(calls).toEqual(['append']);
      expect(outcome).toMatchObject({ state: { total: 15 }, revision: 3, recorded: 3 });
      expect(new Set((await storedOf(id)).map((event) => event.id)).size).toBe(4);
    });

    it('that changes nothing records nothing', async () => {
      const id = aTally();
      await execute(id, open());
      const closed = await execute(id, close);
      expect(await execute(id, close)).toEqual({ ...closed, recorded: 0 });
      expect(await storedOf(id)).toHaveLength(2);
    });

    it('that is refused records nothing, and the next is decided on the same state', async () => {
      const id = aTally();
      await expect(execute(id, raise(1))).rejects.toEqual(new DomainError('not-open'));
      await execute(id, open());
      await expect(execute(id, open())).rejects.toEqual(new DomainError('already-open'));
      expect((await execute(id, raise(1))).revision).toBe(1);
    });

    it('that creates its stream costs one append, and one on a stream not yet known a read besides', async () => {
      const id = aTally();
      calls = [];
      await execute(id, open());
      expect(calls).toEqual(['append']);
      calls = [];
      await execute(id, raise(1), as(OWNER), new DeciderRepository(noting(store)));
      expect(calls).toEqual(['read from 0', 'append']);
    });

    it('for a stream of another category is a mistake of the program', async () => {
      expect(() => execute({ ...aTally(), category: 'task' }, open())).toThrow(RangeError);
    });

    it('records who acted, in what post, when, why, and in which schema', async () => {
      const id = aTally();
      const repository = new DeciderRepository(store, { schemaVersions: { TallyOpened: 3 } });
      const context = as(OWNER, { commandId: 'command-7', factsPosition: '42', ...keyed('key-1', 'abc') });
      await execute(id, open(), context, repository);
      expect((await storedOf(id))[0]?.metadata).toEqual({
        tenantId: OWNER,
        actorTenantId: OWNER,
        actorId: 'officer-1',
        postId: 'post-1',
        unitId: '511900',
        occurredAt: '2013-03-01T02:00:00.000Z',
        $correlationId: 'correlation-1',
        $causationId: 'cause-1',
        commandId: 'command-7',
        schemaVersion: 3,
        sharedWith: [],
        idempotencyKey: 'key-1',
        bodyHash: 'abc',
        factsPosition: '42',
      });
    });
  });

  describe('when another process has moved the stream', () => {
    it('decides again, having read only the newer events', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, raise(1), as(OWNER), elsewhere);
      calls = [];
      expect(await execute(id, raise(10))).toMatchObject({ state: { total: 11 }, revision: 2 });
      expect(calls).toEqual(['append', 'read from 1', 'append']);
    });

    it('looks at the newest events before it refuses', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, close);
      await expect(execute(id, raise(1), as(OWNER), elsewhere)).rejects.toEqual(new DomainError('closed'));
      const other = aTally();
      await execute(other, open(), as(OWNER), elsewhere);
      expect(await execute(other, raise(2))).toMatchObject({ state: { total: 2 } });
    });

    it('lets every one of many concurrent commands through once', async () => {
      const id = aTally();
      await execute(id, open());
      const commands = Array.from({ length: 40 }, (_, index) => execute(id, raise(1), as(OWNER), index % 2 ? here : elsewhere));
      await Promise.all(commands);
      expect((await elsewhere.load(tallyDecider, id, aCaller())).state.total).toBe(40);
      expect(await storedOf(id)).toHaveLength(41);
    });

    it('gives up after the attempts it is allowed', async () => {
      const id = aTally();
      await execute(id, open());
      const busy = like(store, {
        append: async (stream, events, expected) => {
          await execute(id, raise(1), as(OWNER), elsewhere);
          return store.append(stream, events, expected);
        },
      });
      const attempts = new DeciderRepository(busy, { maxAttempts: 3 });
      await expect(execute(id, raise(100), as(OWNER), attempts)).rejects.toBeInstanceOf(RevisionConflict);
      expect((await here.load(tallyDecider, id, aCaller())).state.total).toBe(3);
    });
  });

  describe('If-Match', () => {
    it('that holds is decided on', async () => {
      const id = aTally();
      await execute(id, open());
      expect(await execute(id, raise(1), as(OWNER, { expectedRevision: 0 }))).toMatchObject({ revision: 1 });
    });

    it('that does not hold is refused without deciding', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, raise(1));
      const refusal = await execute(id, open(), as(OWNER, { expectedRevision: 0 })).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(RevisionMismatch);
      expect(refusal).toMatchObject({ expected: 0, actual: 1 });
      await expect(execute(aTally(), open(), as(OWNER, { expectedRevision: 4 }))).rejects.toMatchObject({ expected: 4, actual: -1 });
    });

    it('is never tried at another revision, though this process had not seen the stream move', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, raise(1), as(OWNER), elsewhere);
      await expect(execute(id, raise(1), as(OWNER, { expectedRevision: 0 }))).rejects.toMatchObject({ expected: 0, actual: 1 });
      expect(await storedOf(id)).toHaveLength(2);
    });

    it('of a revision this process had not seen holds all the same', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, raise(1), as(OWNER), elsewhere);
      expect(await execute(id, raise(1), as(OWNER, { expectedRevision: 1 }))).toMatchObject({ revision: 2 });
    });
  });

  describe('an idempotency key', () => {
    it('with the same body gets the first answer again, whatever has happened since', async () => {
      const id = aTally();
      const created = await execute(id, open(), as(OWNER, keyed('key-0')));
      const raised = await execute(id, raise(1, 2), as(OWNER, keyed('key-1')));
      await execute(id, raise(5));
      const answer = { revision: raised.revision, position: raised.position, recorded: 2, repeated: true };
      expect(await execute(id, raise(1, 2), as(OWNER, keyed('key-1')))).toMatchObject(answer);
      expect(await execute(id, raise(1, 2), as(OWNER, { ...keyed('key-1'), expectedRevision: 0 }))).toMatchObject(answer);
      expect(await execute(id, open(), as(OWNER, keyed('key-0')))).toMatchObject({ revision: 0, position: created.position, recorded: 1 });
      expect(await storedOf(id)).toHaveLength(4);
    });

    it('is remembered by the stream, not by the process', async () => {
      const id = aTally();
      await execute(id, open());
      const raised = await execute(id, raise(1, 2), as(OWNER, keyed('key-1')));
      const answer = { revision: raised.revision, position: raised.position, recorded: 2, repeated: true };
      expect(await execute(id, raise(1, 2), as(OWNER, keyed('key-1')), elsewhere)).toMatchObject(answer);
      await execute(id, raise(1), as(OWNER, keyed('key-2')), elsewhere);
      expect(await execute(id, raise(1), as(OWNER, keyed('key-2')))).toMatchObject({ revision: 3, recorded: 1, repeated: true });
    });

    it('with another body is refused', async () => {
      const id = aTally();
      await execute(id, open(), as(OWNER, keyed('key-1')));
      await expect(execute(id, raise(1), as(OWNER, keyed('key-1', 'body-2')))).rejects.toBeInstanceOf(IdempotencyKeyReused);
      await expect(execute(id, raise(1), as(OWNER, keyed('key-1', 'body-2')), elsewhere)).rejects.toBeInstanceOf(IdempotencyKeyReused);
    });

    it('sent by several at once through several processes is carried out once', async () => {
      const id = aTally();
      await execute(id, open());
      await elsewhere.load(tallyDecider, id, aCaller());
      const commands = [here, elsewhere, here, elsewhere].map((repository) => execute(id, raise(1), as(OWNER, keyed('key-1')), repository));
      const outcomes = await Promise.all(commands);
      expect(outcomes.map(({ revision }) => revision)).toEqual([1, 1, 1, 1]);
      expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await storedOf(id)).toHaveLength(2);
    });

    it('belongs to the actor who sent it', async () => {
      const id = aTally();
      await execute(id, open([DISTRICT]), as(OWNER, keyed('key-1')));
      expect(await execute(id, raise(1), as(DISTRICT, keyed('key-1', 'body-2')))).toMatchObject({ repeated: false });
      const colleague = { ...as(OWNER, keyed('key-1')), caller: aCaller({ tenantId: OWNER, actorId: 'officer-2' }) };
      expect(await execute(id, raise(1), colleague)).toMatchObject({ repeated: false });
    });
  });

  describe('another tenant', () => {
    it('is admitted where the stream is shared with it', async () => {
      const id = aTally();
      await execute(id, open([DISTRICT]));
      expect(await execute(id, raise(1), as(DISTRICT))).toMatchObject({ revision: 1 });
      expect((await storedOf(id))[1]?.metadata).toMatchObject({ tenantId: OWNER, actorTenantId: DISTRICT });
      expect(await elsewhere.load(tallyDecider, id, aCaller({ tenantId: DISTRICT }))).toMatchObject({ revision: 1 });
    });

    it('is told there is no such stream where it is not, whether or not there is one', async () => {
      const id = aTally();
      await execute(id, open([DISTRICT]));
      for (const repository of [here, elsewhere]) {
        await expect(execute(id, raise(1), as(STRANGER), repository)).rejects.toBeInstanceOf(StreamNotFound);
        await expect(execute(aTally(), open(), as(STRANGER), repository)).rejects.toBeInstanceOf(StreamNotFound);
        await expect(repository.load(tallyDecider, id, aCaller({ tenantId: STRANGER }))).rejects.toBeInstanceOf(StreamNotFound);
      }
      expect(await storedOf(id)).toHaveLength(1);
    });

    it('is admitted from the event that shares the stream with it, though this process had not seen it', async () => {
      const id = aTally();
      await execute(id, open([DISTRICT]));
      await execute(id, { type: 'HandOverTally', data: { to: STRANGER } }, as(OWNER), elsewhere);
      expect(await execute(id, raise(1), as(STRANGER))).toMatchObject({ revision: 2 });
      await expect(execute(id, raise(1), as(DISTRICT))).rejects.toBeInstanceOf(StreamNotFound);
    });

    it('reads each event recorded while it was admitted, up to the one that ends it', async () => {
      const id = aTally();
      await execute(id, open([DISTRICT]));
      await execute(id, { type: 'HandOverTally', data: { to: STRANGER } });
      await execute(id, raise(1));
      expect((await storedOf(id)).map(({ metadata }) => metadata.sharedWith)).toEqual([[DISTRICT], [DISTRICT, STRANGER], [STRANGER]]);
    });
  });

  describe('load', () => {
    it('gives the newest state, also after another process has moved the stream', async () => {
      const id = aTally();
      await execute(id, open());
      await execute(id, raise(7), as(OWNER), elsewhere);
      expect(await here.load(tallyDecider, id, aCaller())).toEqual({ state: { status: 'open', total: 7, sharedWith: [] }, revision: 1 });
    });

    it('may be behind what others wrote by as much as is said, and is never behind what went through here', async () => {
      const id = aTally();
      const load = (within: number) => here.load(tallyDecider, id, aCaller({ tenantId: OWNER }), { within });
      expect((await load(60_000)).revision).toBe(-1);
      calls = [];
      await execute(id, open());
      expect((await load(60_000)).revision).toBe(0);
      expect(calls).toEqual(['append']);
      await execute(id, raise(1), as(OWNER), elsewhere);
      expect([(await load(60_000)).revision, (await load(0)).revision, (await load(60_000)).revision]).toEqual([0, 1, 1]);
    });

    it('of a stream its tenant has not begun gives the initial state at revision -1', async () => {
      expect(await here.load(tallyDecider, aTally(), aCaller())).toEqual({ state: tallyDecider.initialState, revision: -1 });
    });
  });
});
