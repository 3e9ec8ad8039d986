import type { PublishedRankingRow, ScoreLine, Standing } from '@zeren/assessment-domain';
import type { ContractDocument } from '@zeren/contracts-domain';
import { get, post, type ExpectedAnswer, type HttpRequest } from '@zeren/http/testing';
import type { TaskRow } from '@zeren/tasks-domain';
import {
  campaignBody, CITY, citySplit, contractBody, DISTRICT, importBody, indicatorCodes, openRegisters, PEER, publishSplit, result, SCHEME, schemeBody,
} from './city.js';
import { eventually } from './process.js';
import { type Product, START_WITHIN, startProduct } from './product.js';

const office = `${CITY}.city-office`;
const inspector = `${CITY}.inspector`;
const performanceOffice = `${CITY}.performance-office`;
const districtOffice = `${DISTRICT}.district-office`;

type Ranking = Pick<PublishedRankingRow, 'groups'>;
type Score = { readonly standing: Standing; readonly lines: readonly ScoreLine[] };
type History = { readonly events: readonly { id: string; type: string; before: { status: string }; after: { status: string } }[] };

describe('the main job of a city', () => {
  let product: Product;
  let splitId: string;
  let last: string;

  /** Sends as the account, where a view is late again, and compares. */
  const then = async (account: string, request: HttpRequest, expected: ExpectedAnswer) => {
    const answer = await product.send(account, request);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject(expected);
    return answer;
  };
  const taskId = (code: string, unitId = DISTRICT) => `${splitId}.${code}~${unitId}`;

  beforeAll(async () => {
    product = await startProduct();
    await openRegisters(product);
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it('begins with a standard, looked at in a dry run, then imported whole', async () => {
    const token = await product.token(office);
    const imports = '/api/v1/standards/imports';
    await product.http.given().when(post(`${imports}?dryRun=true`, importBody).as(token))
      .then({ status: 200, body: { code: 'CLN', items: 3, categories: 1, placeholders: 0, errors: [] } });
    await product.http.given(post(`${imports}?dryRun=true`, importBody).as(token)).when(get(`/api/v1/standards/${CITY}_CLN.v1`).as(token))
      .thenRefused(404, 'not-found');
    await product.http.given().when(post(`${imports}?dryRun=false`, importBody).as(token))
      .then({ status: 201, body: { id: `${CITY}_CLN.v1`, revision: 0 }, headers: { ETag: '"0"' } });
  });

  it('a campaign is opened against the standard, and seen by those who take part', async () => {
    const { position } = await product.done(office, post('/api/v1/campaigns', campaignBody));
    await then(districtOffice, get(`/api/v1/campaigns/${CITY}_clean?after=${position}`), { status: 200, body: { id: 'clean', weights: campaignBody.weights } });
  });

  it('its indicators are split to departments and districts, and each row becomes a task', async () => {
    splitId = await publishSplit(product, citySplit());
    await eventually('nine tasks on the board', async () => {
      const { items } = await product.done<{ items: TaskRow[] }>(office, get('/api/v1/tasks'));
      return items.length === 9 || undefined;
    });
    const own = await product.done<{ items: TaskRow[] }>(districtOffice, get('/api/v1/tasks?sort=indicatorCode'));
    expect(own.items.map(({ unitId, indicatorCode }) => [unitId, indicatorCode])).toEqual(indicatorCodes.map((code) => [DISTRICT, code]));
  });

  it('a contract is drafted from the split, signed, countersigned, and verified on every read', async () => {
    const drafted = await product.done(office, post('/api/v1/contracts', contractBody(splitId)));
    const path = `/api/v1/contracts/${drafted.id}`;
    const { fingerprint, content } = await product.done<ContractDocument>(`${DISTRICT}.leader`, get(`${path}?after=${drafted.position}`));
    expect(content.terms.map(({ indicatorCode }) => indicatorCode)).toEqual(indicatorCodes);

    const signed = await product.done(`${DISTRICT}.leader`, post(`${path}/signature`, { fingerprint }));
    await then(office, get(`${path}?after=${signed.position}`), {
      status: 200, body: { status: 'signed', verification: { content: 'valid', signature: 'valid', countersignature: 'missing' } },
    });
    const countersigned = await product.done(`${CITY}.leader`, post(`${path}/countersignature`, { fingerprint }));
    for (const account of [office, `${DISTRICT}.leader`]) {
      await then(account, get(`${path}?after=${countersigned.position}`), {
        status: 200, body: { status: 'in-force', fingerprint, verification: { content: 'valid', signature: 'valid', countersignature: 'valid' } },
      });
    }
  });

  it('a scheme says how results become scores', async () => {
    const { position } = await product.done(performanceOffice, post('/api/v1/schemes', schemeBody));
    await then(districtOffice, get(`/api/v1/schemes/${SCHEME}?after=${position}`), { status: 200, body: { id: 'clean.v1', campaigns: schemeBody.campaigns } });
  });

  it('results are reported by those who lead, verified by those who gain nothing, one of them late, one rejected first', async () => {
    const report = async (unitId: string, code: string, value: string, unit: string) => {
      await product.done(`${unitId}.district-office`, post(`/api/v1/tasks/${taskId(code, unitId)}/results`, result(value, unit)));
    };
    const verify = async (unitId: string, code: string, verdict: 'confirmed' | 'rejected') => {
      const body = { verdict, finding: '现场核查' };
      last = (await product.done(inspector, post(`/api/v1/tasks/${taskId(code, unitId)}/results/2013/verification`, body))).position;
    };
    for (const unitId of [DISTRICT, PEER]) {
      for (const code of indicatorCodes) await product.done(`${unitId}.district-office`, post(`/api/v1/tasks/${taskId(code, unitId)}/acceptance`, {}));
    }
    await product.clock('2013-06-20T02:00:00.000Z');
    await report(DISTRICT, 'CLN-01-01', '60.25', '处');
    await report(DISTRICT, 'CLN-01-02', '30', '%');
    await report(DISTRICT, 'CLN-01-03', '1', '');
    await report(PEER, 'CLN-01-01', '40', '处');
    await verify(PEER, 'CLN-01-01', 'rejected');
    await report(PEER, 'CLN-01-01', '39.75', '处');
    await product.clock('2013-07-03T02:00:00.000Z');
    await report(PEER, 'CLN-01-02', '45', '%');
    for (const code of indicatorCodes) await verify(DISTRICT, code, 'confirmed');
    for (const code of ['CLN-01-01', 'CLN-01-02']) await verify(PEER, code, 'confirmed');

    await then(districtOffice, get(`/api/v1/tasks/${taskId('CLN-01-01')}?after=${last}`), {
      status: 200, body: { status: 'verified', years: [{ year: 2013, status: 'verified', late: false }, { year: 2014, status: 'pending' }] },
    });
    await then(`${PEER}.district-office`, get(`/api/v1/tasks/${taskId('CLN-01-02', PEER)}`), { status: 200, body: { lateReports: 1 } });
    await then(`${PEER}.district-office`, get(`/api/v1/tasks/${taskId('CLN-01-01', PEER)}`), { status: 200, body: { reworks: 1 } });
  });

  it('a period that is over is scored, ranked and published', async () => {
    await product.clock('2013-07-15T02:00:00.000Z');
    await then(districtOffice, get(`/api/v1/rankings?schemeId=${SCHEME}&period=2013Q2`), { status: 404, body: { code: 'result-not-published' } });
    const { position } = await product.done(performanceOffice, post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2' }));
    const ranking = await product.done<Ranking>(districtOffice, get(`/api/v1/rankings?schemeId=${SCHEME}&period=2013Q2&after=${position}`));
    // District: 40 + 35 × 30/40 + 25. Peer: (40 less 5 of 100 for rework) + (35 less 10 of 100 for lateness) + 0, nothing reported.
    expect(ranking.groups.map(({ code, standings }) => [code, standings.map(({ unitId, rank, total }) => [unitId, rank, total])])).toEqual([
      ['districts', [[DISTRICT, 1, '91.25'], [PEER, 2, '69.50']]],
    ]);
    const trend = await product.done<{ points: unknown[] }>(districtOffice, get(`/api/v1/trend?schemeId=${SCHEME}&unitId=${PEER}`));
    expect(trend.points).toMatchObject([{ period: '2013Q2', total: '69.50', rank: 2 }]);
  });

  it('a score opens to its lines, those to their events, and each event opens for whoever it concerns', async () => {
    const score = await product.done<Score>(districtOffice, get(`/api/v1/scores/${DISTRICT}?schemeId=${SCHEME}&period=2013Q2`));
    expect(score.standing).toMatchObject({ total: '91.25', rank: 1 });
    const line = score.lines.find(({ indicatorCode }) => indicatorCode === 'CLN-01-02') as ScoreLine;
    expect(line).toMatchObject({ status: 'verified', measures: [{ value: '30', target: '40', points: '75' }] });

    const types: string[] = [];
    for (const id of line.eventIds) {
      const answer = await product.send(districtOffice, get(`/api/v1/events/${id}`));
      expect(answer.status).toBe(200);
      const event = JSON.parse(answer.text) as { id: string; subject: string; type: string };
      expect(event).toMatchObject({ id, subject: taskId('CLN-01-02') });
      types.push(event.type);
      await then(`${PEER}.district-office`, get(`/api/v1/events/${id}`), { status: 404 });
    }
    expect(types).toEqual(['zeren.task.TaskPublished.v1', 'zeren.task.ResultReported.v1', 'zeren.task.ResultVerified.v1']);
  });

  it('a task\'s history is replayed event by event, with the state before and after', async () => {
    const { events } = await product.done<History>(`${CITY}.auditor`, get(`/api/v1/history/task-${taskId('CLN-01-01', PEER)}`));
    expect(events.map(({ type, before, after }) => [type, before.status, after.status])).toEqual([
      ['TaskPublished', 'unpublished', 'published'],
      ['TaskAccepted', 'published', 'accepted'],
      ['ResultReported', 'accepted', 'accepted'],
      ['ResultRejected', 'accepted', 'accepted'],
      ['ResultReported', 'accepted', 'accepted'],
      ['ResultVerified', 'accepted', 'accepted'],
    ]);
    for (const [index, { before }] of events.entries()) expect(before).toEqual(index === 0 ? { status: 'unpublished' } : events[index - 1]?.after);
    expect(events[3]).toMatchObject({
      occurredAt: expect.stringMatching(/^2013-06-20T/) as string, actor: { tenantId: CITY, actorId: inspector, unitId: `${CITY}-supervision-office` },
    });
  });
});
