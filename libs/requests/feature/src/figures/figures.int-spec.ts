import { Module } from '@nestjs/common';
import { get, startHouse, type House } from '@zeren/http/testing';
import type { Event } from '@zeren/kernel';
import { figureDimensions, figures, type CountedRequest, type FigureTable, type RequestEvent } from '@zeren/requests-domain';
import { dispatchedRequest, dueAt, filedRequest, lastStage, reportedHandling } from '@zeren/requests-domain/testing';
import fc from 'fast-check';
import { figuresControllers, figuresProviders, figuresTables } from './index.js';

@Module({ controllers: figuresControllers, providers: figuresProviders })
class FiguresModule {}

const CITY = '511900';
const SINCE = '1993-07-05';
const unit = (unitId: string, kind: string, level: number, parentUnitId: string | null) =>
  ({ unitId, code: unitId, name: { zh: unitId, en: unitId }, kind, level, parentUnitId, validFrom: SINCE });
const units = [
  unit(CITY, 'government', 1, null), unit('511902', 'district', 2, CITY), unit('511922', 'district', 2, CITY), unit('511902001', 'town', 3, '511902'),
  unit('511902001001', 'village', 4, '511902001'), unit('511922001', 'town', 3, '511922'),
];
const [HEALTH, WATER, VILLAGE] = ['511900-health', '511900-water', '511902001001'] as const;

const on = (day: number, hour: number): string => `2013-03-${String(day).padStart(2, '0')}T0${hour}:00:00.000Z`;
type Step = readonly [at: string, event: RequestEvent];

/** What may happen to a request from its dispatch on: given back late or in time, or kept; reported, found wanting, deferred, rated. */
const afterDispatch = (lead: string, fate: number, day: number): readonly Step[] => {
  const other = lead === HEALTH ? WATER : HEALTH;
  const asked = (hour: number): readonly Step[] => [
    [on(day, hour), { type: 'ReturnAsked', data: { round: 1, unitId: lead, reason: '不属职责', heldMinutes: 60, arbitrateBy: dueAt(on(day, 8)) } }],
    [on(day, 7), { type: 'ReturnAccepted', data: { round: 1, unitId: lead, reason: '应由他方办理', heldMinutes: 60, dispatchBy: dueAt(on(day, 8)) } }],
    [on(day, 8), dispatchedRequest(other, on(day + 2, 1), { round: 2 })],
    [on(day + 1, 1), reportedHandling(other, { round: 2, heldMinutes: 45 })],
  ];
  const report = (hour: number, outcome: 'solved' | 'explained' | 'closed' = 'solved'): Step => [on(day, hour), reportedHandling(lead, { outcome, heldMinutes: hour * 10 })];
  const rated = (satisfied: boolean): Step => [on(day, 9), { type: 'AnswerRated', data: { round: 1, receipt: 'R-0001', satisfied, words: null } }];
  return ([
    [], [report(5)], [report(8, 'explained')], [report(5), rated(true)], [report(5, 'closed'), rated(false)], asked(5), asked(7),
    [report(5), [on(day, 7), { type: 'HandlingSentBack', data: { round: 2, unitId: lead, reason: '未修好', stages: lastStage(on(day + 1, 3)) } }]],
    [[on(day, 5), { type: 'RequestDeferred', data: { round: 1, unitId: lead, until: on(day + 2, 1), reason: '雨季', heldMinutes: 20, stages: lastStage(on(day + 2, 5)) } }], report(8)],
    [[on(day, 6), { type: 'RequestMerged', data: { intoRequestId: `${CITY}_1`, reason: '重复' } }]],
  ] as const)[fate] ?? [];
};

const someHistory: fc.Arbitrary<readonly Step[]> = fc.record({
  day: fc.integer({ min: 1, max: 20 }), channel: fc.constantFrom('hotline', 'web', 'patrol'), kind: fc.constantFrom('citizen', 'enterprise'),
  areaUnitId: fc.constantFrom(VILLAGE, '511902001', '511922001', CITY), integrations: fc.subarray(['smart-governance', 'problem-driven']),
  acceptedAt: fc.constantFrom(null, 1, 3, 9), lead: fc.constantFrom(HEALTH, WATER, VILLAGE), supporting: fc.subarray(['511900-transport']), fate: fc.nat(9), dispatched: fc.boolean(),
} as const).map(({ day, channel, kind, areaUnitId, integrations, acceptedAt, lead, supporting, fate, dispatched }) => [
  [on(day, 0), filedRequest({ channel, kind, integrations, place: { areaUnitId, point: null, siteId: null }, filedAt: on(day, 0), acceptBy: dueAt(on(day, 3)) })],
  ...(acceptedAt === null ? [] : [[on(day, acceptedAt), { type: 'RequestAccepted', data: { matterCode: 'E01-01', dispatchBy: dueAt(on(day, 4)) } }] as Step]),
  ...(dispatched ? [[on(day, 4), dispatchedRequest(lead, on(day, 6), { supporting })] as Step, ...afterDispatch(lead, fate, day)] : []),
]);

describe('figures of requests over HTTP', () => {
  let house: House;
  let after: bigint;
  const tokens: Record<string, string> = {};

  const record = (stream: string, event: Event, occurredAt: string, sharedWith: readonly string[] = []): Promise<bigint> => house.record(stream, event, { occurredAt, sharedWith });
  const read = async <T>(path: string, token = tokens['city']): Promise<T> => {
    const answer = await house.http.send(get(`/api/v1/${path}`).as(token as string));
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const table = (query: string, token?: string) => read<FigureTable>(`request-figures?${query}&after=${after}`, token);
  const listed = async (query: string, token?: string): Promise<readonly CountedRequest[]> => {
    const items: CountedRequest[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page: { items: CountedRequest[]; next?: string } = await read(`request-figures/requests?${query}&limit=7${cursor === undefined ? '' : `&cursor=${cursor}`}`, token);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [FiguresModule], tables: figuresTables, refusals: {} });
    house.setClock('2013-03-18T02:00:00.000Z');
    const people = {
      city: { tenantId: CITY, actorId: `${CITY}.city-office`, unitId: CITY, roles: ['city-office'] },
      district: { tenantId: '511902', actorId: '511902.district-office', unitId: '511902', roles: ['district-office'] },
      village: { tenantId: CITY, actorId: `${VILLAGE}.officer`, unitId: VILLAGE, roles: ['officer'] },
      foreign: { tenantId: '211100', actorId: '211100.city-office', unitId: '211100', roles: ['city-office'] },
    } as const;
    for (const [name, caller] of Object.entries(people)) tokens[name] = await house.tokenFor(caller);
    await record(`organisation-${CITY}_register`, { type: 'RegisterOpened', data: { tenantId: CITY, kind: 'city', parentTenantId: null, levels: 5 } }, SINCE);
    await record(`organisation-${CITY}_register`, { type: 'UnitsRegistered', data: { units } }, SINCE);
    const histories = fc.sample(someHistory, { seed: 1435, numRuns: 60 });
    const ends = await Promise.all(histories.map(async (steps, index) => {
      let end = 0n;
      for (const [at, event] of steps) end = await record(`request-${CITY}_${index + 1}`, event, at);
      return end;
    }));
    const { data: { acceptBy: _, receiptSecretHash: __, matterCode: ___, ...content } } = filedRequest({ subject: '共管路段' });
    const own = `request-${CITY}_disclosed`;
    await record(own, filedRequest({ subject: '共管路段' }), on(1, 0));
    await record(own, { type: 'RequestDisclosed', data: { tenantIds: ['511902'], content, matterCode: 'E01-01' } }, on(1, 2), ['511902']);
    ends.push(await record(own, dispatchedRequest('511902', on(1, 5)), on(1, 2), ['511902']));
    after = ends.reduce((latest, end) => (end > latest ? end : latest));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it.each(figureDimensions)('drill down to as many requests as each figure says: by %s', async (by) => {
    const { lines, total } = await table(`by=${by}`);
    expect(lines.length).toBeGreaterThan(0);
    for (const { key, counts } of lines) {
      for (const figure of figures.filter((one) => counts[one] > 0)) {
        const items = await listed(`by=${by}&key=${encodeURIComponent(key)}&figure=${figure}`);
        expect([by, key, figure, items.length]).toEqual([by, key, figure, counts[figure]]);
      }
    }
    const late = await listed(`by=${by}&figure=late`);
    expect(late).toHaveLength(total.counts.late);
    if (by !== 'integration') expect(lines.reduce((sum, { counts }) => sum + counts.received, 0)).toBe(total.counts.received);
  }, 60_000);

  it('are cut by any of the filters, and still drill down', async () => {
    for (const filter of ['unitId=511900-health', 'channel=web', 'integration=problem-driven', 'from=2013-03-05&until=2013-03-09', 'areaUnitId=511902', 'kind=enterprise', 'matterCode=E01-01']) {
      const { total } = await table(`by=channel&${filter}`);
      expect(total.counts.received).toBeGreaterThan(0);
      expect(await listed(`by=channel&${filter}&figure=received`)).toHaveLength(total.counts.received);
    }
  }, 60_000);

  it('count an area with all that lies below it, by the areas right below the one that is asked for', async () => {
    expect((await table('by=area')).lines.map(({ key }) => key)).toEqual([CITY, '511902', '511922']);
    expect((await table('by=area&areaUnitId=511902')).lines.map(({ key }) => key)).toEqual(['511902001']);
    expect((await table('by=area&areaUnitId=511902001')).lines.map(({ key }) => key)).toEqual(['511902001', '511902001001']);
  });

  it('show a district what was disclosed to it and nothing of the rest, another city nothing', async () => {
    const items = await listed('by=channel&figure=received', tokens['district']);
    expect(items.map(({ subject }) => subject)).toEqual(['共管路段']);
    expect((await table('by=unit', tokens['district'])).lines.map(({ key }) => key)).toEqual(['511902']);
    expect((await table('by=channel', tokens['foreign'])).total.counts.received).toBe(0);
  });

  it('show a village\'s officer its own unit\'s work, whatever it asks for', async () => {
    expect((await table('by=unit', tokens['village'])).lines.map(({ key }) => key)).toEqual([VILLAGE]);
    expect((await table('by=unit&unitId=511900-health', tokens['village'])).lines.map(({ key }) => key)).toEqual([VILLAGE]);
  });

  it('tell anybody rates and durations, and nothing of any one request', async () => {
    const answer = await house.http.send(get(`/api/v1/public/${CITY}/figures?by=unit`));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ until: '2013-03-18', lines: [{ key: '511900-health' }, { key: '511900-transport' }, { key: '511900-water' }, { key: '511902' }, { key: VILLAGE }] });
    expect(answer.text).not.toContain('共管路段');
    await house.http.given().when(get('/api/v1/public/nowhere/figures')).thenRefused(404, 'not-found');
  });

  it('refuse an unknown figure or dimension, and a cursor that is none', async () => {
    const token = tokens['city'] as string;
    await house.http.given().when(get('/api/v1/request-figures?by=weather').as(token)).then({ status: 400 });
    await house.http.given().when(get('/api/v1/request-figures/requests?by=unit&figure=all').as(token)).then({ status: 400 });
    await house.http.given().when(get('/api/v1/request-figures/requests?by=unit&figure=late&cursor=xyz').as(token)).then({ status: 400 });
  });
});
