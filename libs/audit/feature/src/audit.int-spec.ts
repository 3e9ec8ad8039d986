import { get, startHouse, type House } from '@zeren/http/testing';
import { AuditModule } from './index.js';

type Counted = { readonly type: 'Counted'; readonly data: { readonly by: number } };

/** A sum, as a stand-in for any decider: the audit knows none. */
const folds = {
  growing: { initialState: { text: '' }, evolve: (state: { text: string }) => ({ text: state.text + 'x'.repeat(600_000) }) },
  counter: { initialState: { sum: 0 }, evolve: (state: { sum: number }, { data }: Counted) => ({ sum: state.sum + data.by }) },
};
const counted = (by: number): Counted => ({ type: 'Counted', data: { by } });

const STREAM = 'counter-511900_a~1';

describe('the history of a stream', () => {
  let house: House;
  let city: string;
  let district: string;
  let second: bigint;

  beforeAll(async () => {
    house = await startHouse({
      name: 'audit', modules: [AuditModule.register({ folds })], tables: [], refusals: {},
      ownWork: { keptTo: ({ unitId }) => Promise.resolve(unitId === '511902001' ? ['511902001', '511902001001'] : undefined), categories: ['counter'] },
    });
    [city, district] = await Promise.all([
      house.tokenFor({ tenantId: '511900', roles: ['city-office'] }),
      house.tokenFor({ tenantId: '511902', roles: ['district-office'] }),
    ]);
    await house.record(STREAM, counted(1), { postId: '511900.head', occurredAt: '2013-02-20T01:00:00.000Z' });
    second = await house.record(STREAM, counted(10), { sharedWith: ['511902'], actorTenantId: '511902', actorId: '511902.officer', unitId: '511902' });
    await house.record(STREAM, counted(100), { sharedWith: ['511902'] });
    await house.record('unknown-511900_x', counted(1));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const history = (path: string, token = city) => get(`/api/v1/history/${path}`).as(token);
  const states = (answer: { body: { events: { before: unknown; after: unknown }[] } }) => answer.body.events.map(({ before, after }) => [before, after]);

  it('shows every event with who, in which post, when, by which cause, and the state before and after', async () => {
    const answer = await house.http.given().when(history(STREAM)).then({ status: 200, body: { stream: STREAM } });
    expect(states(answer)).toEqual([[{ sum: 0 }, { sum: 1 }], [{ sum: 1 }, { sum: 11 }], [{ sum: 11 }, { sum: 111 }]]);
    expect(answer.body.events[0]).toMatchObject({
      type: 'Counted', revision: 0, data: { by: 1 }, occurredAt: '2013-02-20T01:00:00.000Z', causationId: 'test', correlationId: 'test',
      actor: { tenantId: '511900', actorId: '511900.tester', postId: '511900.head', unitId: '511900' },
    });
    expect(answer.body.events[1]).toMatchObject({ position: String(second), actor: { tenantId: '511902', actorId: '511902.officer' } });
  });

  it('stops at a position: the stream as it was recorded then', async () => {
    const answer = await house.http.given().when(history(`${STREAM}?until=${second}`)).then({ status: 200 });
    expect(states(answer)).toEqual([[{ sum: 0 }, { sum: 1 }], [{ sum: 1 }, { sum: 11 }]]);
  });

  it('goes on, page after page, with the states carried over', async () => {
    const first = await house.http.given().when(history(`${STREAM}?limit=2`)).then({ status: 200, body: { next: 2 } });
    const next = await house.http.given().when(history(`${STREAM}?limit=2&from=${first.body.next}`)).then({ status: 200 });
    expect(states(next)).toEqual([[{ sum: 11 }, { sum: 111 }]]);
    expect(next.body).not.toHaveProperty('next');
  });

  it('with large states comes in shorter pages, and whole all the same', async () => {
    for (let number = 0; number < 6; number += 1) await house.record('growing-511900_a', counted(number));
    const revisions: number[][] = [];
    for (let from: number | undefined = 0; from !== undefined;) {
      const page = await house.http.given().when(history(`growing-511900_a?from=${from}`)).then({ status: 200 });
      expect(page.text.length).toBeLessThan(8_000_000);
      revisions.push(page.body.events.map(({ revision }: { revision: number }) => revision));
      from = page.body.next as number | undefined;
    }
    expect(revisions.length).toBeGreaterThan(1);
    expect(revisions.flat()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('shows another tenant the events shared with it alone, and no state that rests on others', async () => {
    const answer = await house.http.given().when(history(STREAM, district)).then({ status: 200 });
    expect(answer.body.events.map(({ revision }: { revision: number }) => revision)).toEqual([1, 2]);
    expect(states(answer)).toEqual([[{ sum: 0 }, { sum: 10 }], [{ sum: 10 }, { sum: 110 }]]);
  });

  it('does not exist for a tenant that shares none of it, as if there were no such stream', async () => {
    const stranger = await house.tokenFor({ tenantId: '511921' });
    await house.http.given().when(history(STREAM, stranger)).thenRefused(404, 'not-found');
    await house.http.given().when(history('counter-511900_none')).thenRefused(404, 'not-found');
    await house.http.given().when(history('nonsense')).thenRefused(404, 'not-found');
    await house.http.given().when(history(`${STREAM}?until=0`, district)).thenRefused(404, 'not-found');
  });

  it('shows whoever is kept to its own units the streams that name one of these, or in which one acted, and no others', async () => {
    const town = await house.tokenFor({ tenantId: '511900', unitId: '511902001', roles: ['officer'] });
    await house.record('counter-511900_named', { type: 'Counted', data: { by: 1, units: [{ unitId: '511902001001' }] } });
    await house.record('counter-511900_acted', counted(1), { unitId: '511902001' });
    await house.record('wide-511900_named', { type: 'Counted', data: { by: 1, unitId: '511902001' } });
    for (const stream of ['counter-511900_named', 'counter-511900_acted']) await house.http.given().when(history(stream, town)).then({ status: 200 });
    for (const stream of [STREAM, 'wide-511900_named']) await house.http.given().when(history(stream, town)).thenRefused(404, 'not-found');
  });

  it('of a category without a fold has its events and no states', async () => {
    expect(states(await house.http.given().when(history('unknown-511900_x')).then({ status: 200 }))).toEqual([[null, null]]);
  });

  it('refuses bounds that are none', async () => {
    await house.http.given().when(history(`${STREAM}?limit=201`)).thenRefused(400, 'validation-failed', 'limit');
    await house.http.given().when(history(`${STREAM}?until=now`)).thenRefused(400, 'validation-failed', 'until');
  });

  it('read by an auditor is itself an event, of that auditor; read by others it is not', async () => {
    const auditor = await house.tokenFor({ tenantId: '511900', actorId: '511900.auditor', postId: '511900-audit-office.officer', roles: ['auditor'] });
    await house.http.given().when(history(`${STREAM}?limit=2`, auditor)).then({ status: 200 });
    await house.http.given().when(history('counter-511900_none', auditor)).thenRefused(404, 'not-found');
    const trail = await house.http.given().when(history('audit-511900_511900.auditor')).then({ status: 200 });
    expect(trail.body.events).toMatchObject([
      { type: 'AuditRead', data: { path: `/api/v1/history/${STREAM}?limit=2` }, actor: { actorId: '511900.auditor', postId: '511900-audit-office.officer' } },
      { type: 'AuditRead', data: { path: '/api/v1/history/counter-511900_none' } },
    ]);
    await house.http.given().when(history('audit-511900_511900.auditor', district)).thenRefused(404, 'not-found');
  });
});
