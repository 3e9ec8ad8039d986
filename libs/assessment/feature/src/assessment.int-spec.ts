import { assessmentRefusals } from '@zeren/assessment-domain';
import { get, post, startHouse, type House } from '@zeren/http/testing';
import type { ResultReported, TaskPublished } from '@zeren/tasks-domain';
import { AssessmentModule, assessmentTables } from './index.js';

const CITY = '511900';
const SCHEME = '511900_districts.v1';
const text = (zh: string) => ({ zh, en: zh });
const Q2 = '2013-06-30T15:59:59.999Z';

const scheme = {
  code: 'districts', version: 1, name: text('考核办法'),
  campaigns: [{ campaignId: '511900_env', name: text('环保'), weight: '100' }],
  rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' },
  lateDeduction: '5', reworkDeduction: '10',
  groups: [{ code: 'districts', name: text('县区'), units: ['511902', '511922'].map((id) => ({ unitId: id, tenantId: id, name: text(id) })) }],
  notApplicable: [], places: 2, tieRule: 'late-then-rework-then-shared',
};

const taskPublished = (indicatorCode: string, unitId: string): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    splitId: '511900_s', rowKey: `${indicatorCode}~${unitId}`, parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode,
    name: text(indicatorCode), evidence: 'statistics', unitId, unitTenantId: unitId, supportingUnitIds: [], accountablePostId: `${unitId}.head`,
    level: 2, weight: '20', deadline: '2015-12-31T15:59:59.999Z', sharedWith: [unitId],
    metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [{ year: 2013, dueAt: Q2, targets: [{ metric: 'days', value: '100' }] }],
  },
});
const reported = (unitId: string, value: string): ResultReported => ({
  type: 'ResultReported',
  data: { year: 2013, values: [{ metric: 'days', value, unit: '天' }], measuredOn: '2013-06-20', dueAt: Q2, late: false, attempt: 1, reportingUnitId: unitId, note: '' },
});
const verified = { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '属实' } } as const;

describe('assessment over HTTP', () => {
  let house: House;
  let office: string;
  let bazhou: string;
  let nanjiang: string;
  let beforeNanjiang: bigint;
  let last: bigint;

  const happens = async (unitId: string, value: string): Promise<bigint> => {
    const stream = `task-511900_s.ENV-01~${unitId}`;
    const shared = { sharedWith: [unitId] };
    await house.record(stream, reported(unitId, value), { ...shared, occurredAt: '2013-06-21T00:00:00.000Z' });
    return house.record(stream, verified, { ...shared, occurredAt: '2013-06-22T00:00:00.000Z' });
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'accountability', modules: [AssessmentModule], tables: assessmentTables, refusals: assessmentRefusals });
    [office, bazhou, nanjiang] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: '511900.performance-office', roles: ['performance-office'] }),
      house.tokenFor({ tenantId: '511902', roles: ['district-office'] }),
      house.tokenFor({ tenantId: '511922', roles: ['district-office'] }),
    ]);
    await house.record('campaign-511900_env', {
      type: 'CampaignOpened',
      data: { weights: [{ indicatorCode: 'ENV-01', weight: '60' }, { indicatorCode: 'ENV-02', weight: '40' }] },
    });
    for (const unitId of ['511902', '511922']) {
      for (const code of ['ENV-01', 'ENV-02']) {
        await house.record(`task-511900_s.${code}~${unitId}`, taskPublished(code, unitId), { sharedWith: [unitId] });
      }
    }
    beforeNanjiang = await happens('511902', '90');
    last = await happens('511922', '95');
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const ask = (path: string, token = office) => get(`/api/v1/${path}`).as(token);
  const ranks = (answer: { body: { groups: { standings: { unitId: string; rank: number; total: string }[] }[] } }) =>
    answer.body.groups.flatMap(({ standings }) => standings.map(({ unitId, rank, total }) => [unitId, rank, total]));

  it('a scheme is published by the performance office and read by those it assesses', async () => {
    await house.http.given().when(post('/api/v1/schemes', scheme).as(bazhou)).thenRefused(403, 'role-not-allowed');
    const made = await house.http.given().when(post('/api/v1/schemes', scheme).as(office)).then({ status: 201, body: { id: SCHEME, revision: 0 } });
    const after = made.body.position as string;
    await house.http.given().when(ask(`schemes/${SCHEME}?after=${after}`, bazhou)).then({ status: 200, body: { id: 'districts.v1', campaigns: scheme.campaigns } });
    const stranger = await house.tokenFor({ tenantId: '511921' });
    await house.http.given().when(ask(`schemes/${SCHEME}?after=${after}`, stranger)).thenRefused(404, 'not-found');
    const list = await house.http.given().when(ask(`schemes?after=${after}`, nanjiang)).then({ status: 200 });
    expect(list.body.items).toHaveLength(1);
  });

  it('a published scheme is frozen, and the same again changes nothing', async () => {
    await house.http.given().when(post('/api/v1/schemes', scheme).as(office)).then({ status: 200, body: { revision: 0 } });
    await house.http.given().when(post('/api/v1/schemes', { ...scheme, places: 3 }).as(office)).thenRefused(409, 'scheme-frozen');
  });

  it('a scheme whose weights do not sum to 100 is refused with the field', async () => {
    const campaigns = [{ ...scheme.campaigns[0], weight: '99.99' }];
    const problem = await house.http.given()
      .when(post('/api/v1/schemes', { ...scheme, code: 'other', campaigns }).as(office).with('Accept-Language', 'en'))
      .thenRefused(409, 'campaign-weights-not-100', 'campaigns');
    expect(problem.detail).toContain('99.99');
  });

  it('a body with a field it does not know is refused', () =>
    house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2', force: true }).as(office)).thenRefused(400, 'validation-failed', 'force'));

  it('a ranking is computed as of any position, from what was known there', async () => {
    const now = await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013Q2&position=${last}`)).then({ status: 200, body: { published: false } });
    expect(ranks(now)).toEqual([['511922', 1, '95.00'], ['511902', 2, '90.00']]);
    const then = await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013Q2&position=${beforeNanjiang}`)).then({ status: 200 });
    expect(ranks(then)).toEqual([['511902', 1, '90.00'], ['511922', 2, '0.00']]);
  });

  it('a past ranking is the same to the byte whenever it is asked for', async () => {
    const path = `rankings?schemeId=${SCHEME}&period=2013Q2&position=${beforeNanjiang}`;
    const [first, again] = await Promise.all([house.http.send(ask(path)), house.http.send(ask(path))]);
    expect(again.text).toBe(first.text);
  });

  it('a score opens to its lines, and those to the events', async () => {
    const score = await house.http.given().when(ask(`scores/511902?schemeId=${SCHEME}&period=2013&position=${last}`)).then({
      status: 200,
      body: { published: false, group: 'districts', standing: { unitId: '511902', rank: 2, counted: 1, total: '90.00' } },
    });
    const [line] = score.body.lines;
    expect(line).toMatchObject({ indicatorCode: 'ENV-01', weight: '100', points: '90', measures: [{ value: '90', target: '100', points: '90' }] });
    const recorded: string[] = [];
    for await (const event of house.store.read('task-511900_s.ENV-01~511902')) recorded.push(event.id);
    expect(line.eventIds).toEqual(recorded);
  });

  it('a unit that is not assessed, and a scheme of nobody, are 404', async () => {
    await house.http.given().when(ask(`scores/511999?schemeId=${SCHEME}&period=2013&position=${last}`)).thenRefused(404, 'not-found');
    await house.http.given().when(ask('rankings?schemeId=511900_nothing.v1&period=2013')).thenRefused(404, 'not-found');
    await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013Q7`)).thenRefused(400, 'validation-failed', 'period');
  });

  it('a district sees no ranking before it is published, computed at whatever position', async () => {
    await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013Q2`, bazhou)).thenRefused(404, 'result-not-published');
    await house.http.given().when(ask(`scores/511902?schemeId=${SCHEME}&period=2013Q2&position=${last}`, bazhou)).thenRefused(404, 'result-not-published');
  });

  it('a period is not published while it runs', async () => {
    house.setClock('2013-06-30T15:59:59.999Z');
    await house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2' }).as(office)).thenRefused(409, 'period-not-over', 'period');
  });

  it('a published ranking is frozen: what is recorded later does not move it', async () => {
    house.setClock('2013-07-12T01:00:00.000Z');
    const publish = post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2' }).as(office).with('Idempotency-Key', 'publish-q2');
    const answer = await house.http.given().when(publish).then({ status: 200, body: { id: '511900_districts.v1.2013Q2', revision: 1 } });
    const after = answer.body.position as string;
    const path = `rankings?schemeId=${SCHEME}&period=2013Q2`;
    const published = await house.http.given().when(ask(`${path}&after=${after}`)).then({ status: 200, body: { published: true } });
    expect(ranks(published)).toEqual([['511922', 1, '57.00'], ['511902', 2, '54.00']]);

    await house.record('task-511900_s.ENV-02~511902', reported('511902', '100'), { sharedWith: ['511902'], occurredAt: '2013-07-13T00:00:00.000Z' });
    const corrected = await house.record('task-511900_s.ENV-02~511902', verified, { sharedWith: ['511902'], occurredAt: '2013-07-13T01:00:00.000Z' });
    expect(ranks(await house.http.send(ask(`${path}&after=${corrected}`)))).toEqual(ranks(published));
    expect(ranks(await house.http.send(ask(`${path}&position=${corrected}`)))).toEqual([['511902', 1, '94.00'], ['511922', 2, '57.00']]);

    const again = await house.http.send(publish);
    expect(again.body).toEqual(answer.body);
    await house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2' }).as(office)).then({ status: 200, body: { revision: 1 } });
  });

  it('every district sees the published totals, and of the inputs its own alone', async () => {
    const path = `schemeId=${SCHEME}&period=2013Q2`;
    expect(ranks(await house.http.send(ask(`rankings?${path}`, bazhou)))).toEqual([['511922', 1, '57.00'], ['511902', 2, '54.00']]);
    const own = await house.http.given().when(ask(`scores/511902?${path}`, bazhou)).then({ status: 200, body: { published: true, standing: { total: '54.00' } } });
    expect(own.body.lines.map((line: { status: string }) => line.status)).toEqual(['verified', 'overdue']);
    await house.http.given().when(ask(`scores/511922?${path}`, bazhou)).thenRefused(404, 'result-not-published');
    const trend = await house.http.given().when(ask(`trend?schemeId=${SCHEME}&unitId=511902`, bazhou)).then({ status: 200 });
    expect(trend.body.points).toMatchObject([{ period: '2013Q2', total: '54.00', rank: 2, publishedAt: '2013-07-12T01:00:00.000Z' }]);
    const list = await house.http.given().when(ask(`assessments?schemeId=${SCHEME}`, nanjiang)).then({ status: 200 });
    expect(list.body.items.map((row: { period: string }) => row.period)).toEqual(['2013Q2']);
  });

  it('a district cannot publish the city’s assessment', async () => {
    const token = await house.tokenFor({ tenantId: '511902', roles: ['performance-office'] });
    await house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q1' }).as(token)).thenRefused(404, 'not-found');
  });

  it('a publication that broke off goes on at the position where the period was closed', async () => {
    house.setClock('2014-01-12T01:00:00.000Z');
    const closed = await house.record('assessment-511900_districts.v1.2013', {
      type: 'PeriodClosed', data: { schemeId: SCHEME, schemeVersion: 1, period: '2013' },
    });
    await house.record('task-511900_s.ENV-02~511922', reported('511922', '100'), { sharedWith: ['511922'] });
    await house.record('task-511900_s.ENV-02~511922', verified, { sharedWith: ['511922'] });
    const answer = await house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013' }).as(office)).then({ status: 200, body: { revision: 1 } });
    const year = await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013&after=${answer.body.position}`)).then({
      status: 200, body: { published: true, position: String(closed) },
    });
    expect(ranks(year)).toEqual([['511902', 1, '94.00'], ['511922', 2, '57.00']]);
  });
});
