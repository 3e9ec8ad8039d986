import { get, post, type HttpRequest } from '@zeren/http/testing';
import { batchBody, CITY, citySplit, contractBody, dispatchJointTask, DISTRICT, draftSplit, drawSample, openCity, ownKey, PEER, postWork, projectBody, SCHEME, schemeBody, splitBody, STRANGER } from './city.js';
import { openFeed, type FedEvent } from './feed-reader.js';
import { openFrontDoor } from './front-door-routes.js';
import { openGovernance } from './governance-routes.js';
import { type Product, START_WITHIN, startProduct } from './product.js';
import { commissionMock, openToAssessors } from './readiness-routes.js';
import { openRequests } from './request-routes.js';
import { experienceBody, filing, nothing, openRoutes, routes, siteBody, surveyBody, trainingBody, type Holdings, type Outsider } from './routes.js';

const office = `${CITY}.city-office`;
const performance = `${CITY}.performance-office`;
const strangersOffice = `${STRANGER}.district-office`;
const cases = Object.entries(routes).map(([name, route]) => ({ name, ...route }));
const FEED = 'GET /api/v1/events';
/** What the platform's operators may read: who is on it, and who they are themselves. */
const openToOperators = ['GET /api/v1/tenants', 'GET /api/v1/tenants/{id}', 'GET /api/v1/me', 'GET /api/v1/demonstration'];

/** What an outsider must never read: the city's ids and names. */
const ofTheCity = /511900|511902|511903|巴中|巴州|恩阳|Bazhong|Bazhou|Enyang|清洁城市|Clean city/;

type Answer = Awaited<ReturnType<Product['send']>>;

/** An answer without what differs from request to request by nature. */
const essence = ({ status, body }: Answer): unknown => {
  const { instance: _, traceId: __, ...rest } = body as Record<string, unknown>;
  return { status, ...rest };
};

describe('between tenants', () => {
  let product: Product;
  let holdings: Holdings;

  const ask = (account: string, request: HttpRequest): Promise<Answer> => product.send(account, request);
  const ofOwners = async () => (await product.recorded()).filter(({ metadata }) => metadata.tenantId !== STRANGER).map(({ id }) => id);
  const fed = async (account: string, count: number): Promise<FedEvent[]> => {
    const feed = await openFeed(`${product.url}/api/v1/events`, { Authorization: `Bearer ${await product.token(account)}` });
    const events = await feed.events(count);
    feed.close();
    return events.map(({ event }) => event);
  };

  beforeAll(async () => {
    product = await startProduct();
    const city = await openCity(product);
    const contract = await product.done(office, post('/api/v1/contracts', contractBody(city.splitId)));
    const { fingerprint } = await product.done<{ fingerprint: string }>(office, get(`/api/v1/contracts/${contract.id}?after=${contract.position}`));
    const withdrawn = await product.done(office, post('/api/v1/contracts', contractBody(city.splitId, PEER)));
    await product.done(office, post(`/api/v1/contracts/${withdrawn.id}/termination`, { reason: '重新起草' }));
    const key = await product.done(`${CITY}.leader`, post('/api/v1/signature-keys', { pem: ownKey }));
    const batch = await product.done(office, post('/api/v1/contract-batches', batchBody(city.splitId)));
    const draft = await product.done(office, post('/api/v1/splits', { ...splitBody, cycle: { kind: 'key', from: '2013-01-01', until: '2013-12-31' } }));
    await product.done(performance, post('/api/v1/schemes', schemeBody));
    await product.done(performance, post('/api/v1/assessments', { schemeId: SCHEME, period: '2012Q4' }));
    const evidence = await product.done(office, filing('旧台账', 'CLN-01-01'));
    const better = await product.done(office, filing('新台账', 'CLN-01-01', 'CLN-01-02'));
    await product.done(office, get(`/api/v1/evidence?after=${better.position}`));
    const survey = await product.done(office, post('/api/v1/surveys', surveyBody));
    const training = await product.done(office, post('/api/v1/trainings', trainingBody));
    const experience = await product.done(`${DISTRICT}.district-office`, post('/api/v1/experiences', experienceBody));
    const site = await product.done(office, post('/api/v1/sites', { ...siteBody, number: 'TIDY-0' }));
    await product.done(office, get(`/api/v1/sites/${site.id}?after=${site.position}`));
    const mock = await commissionMock(product);
    const task = (await product.recorded()).find(({ type }) => type === 'TaskPublished');
    holdings = { ...city, contractId: contract.id, fingerprint, withdrawnId: withdrawn.id, batchId: batch.id, keyId: key.id, draftId: draft.id, eventId: task?.id ?? '', evidenceId: evidence.id, betterId: better.id, surveyId: survey.id, trainingId: training.id, experienceId: experience.id, mockId: mock.id, ...(await drawSample(product, city)), ...(await postWork(product)), ...(await openGovernance(product)), ...(await openRequests(product)), ...(await openFrontDoor(product)),
      projectId: (await product.done(office, post('/api/v1/projects', projectBody))).id, jointTaskId: await dispatchJointTask(product) };
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it('every route stands in the table that is tried here', async () => {
    const answer = await product.http.send(get('/openapi.json'));
    const { paths } = answer.body as { paths: Record<string, Record<string, unknown>> };
    const served = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(served.sort()).toEqual([...Object.keys(routes), ...openRoutes].sort());
  });

  it.each(cases)('nobody may without a token: $name', async ({ request }) => {
    await product.http.given().when(request(holdings)).thenRefused(401, 'token-missing');
  });

  describe('an outsider', () => {
    const isKept: Readonly<Record<Extract<Outsider, string>, (answer: Answer, ofNothing: () => Promise<Answer>) => Promise<void> | void>> = {
      hidden: async (answer, ofNothing) => {
        expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status: 404, code: 'not-found' });
        expect(essence(answer)).toEqual(essence(await ofNothing()));
      },
      own: (answer) => {
        expect(answer.status).toBeLessThan(300);
        expect(answer.text).not.toMatch(ofTheCity);
      },
      role: (answer) => expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status: 403, code: 'role-not-allowed' }),
      everybody: (answer) => {
        expect(answer.status).toBe(200);
        expect(answer.text).not.toMatch(ofTheCity);
      },
    };

    it.each(cases.filter(({ name }) => name !== FEED))('learns and changes nothing: $name', async ({ other, request, outsider }) => {
      const before = await ofOwners();
      const answer = await ask(other, request(holdings));
      if (typeof outsider === 'string') await isKept[outsider](answer, () => ask(other, request(nothing)));
      else expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status: 409, code: outsider.refused });
      expect(await ofOwners()).toEqual(before);
    });

    it(`learns and changes nothing: ${FEED}`, async () => {
      const own = (await product.recorded()).filter(({ metadata }) => metadata.tenantId === STRANGER);
      const registered = (await product.recorded()).filter(({ stream }) => stream === `tenant-platform_${STRANGER}`);
      const events = await fed(`${STRANGER}.integrator`, own.length + registered.length);
      expect(events.map(({ id }) => id).sort()).toEqual([...own, ...registered].map(({ id }) => id).sort());
    });
  });

  describe('the operator of the platform', () => {
    it.each(cases.filter(({ name }) => name.startsWith('GET ') && name !== FEED && !openToOperators.includes(name)))('sees no business data: $name', async ({ request }) => {
      await product.http.given().when(await product.as('platform.operator', request(holdings))).thenRefused(404, 'not-found');
    });

    it.each(openToOperators)('may see what is of no tenant\'s business: %s', async (name) => {
      const route = routes[name] as (typeof routes)[string];
      expect((await ask('platform.operator', route.request(holdings))).status).toBe(200);
    });
  });

  describe('a third-party assessor', () => {
    it.each(cases.filter(({ name }) => name.startsWith('GET ') && name !== FEED && !openToAssessors.includes(name)))('sees nothing but its assignment: $name', async ({ request }) => {
      await product.http.given().when(await product.as(`${CITY}.assessor`, request(holdings))).thenRefused(404, 'not-found');
    });
  });

  describe('a district', () => {
    const peersOffice = `${PEER}.district-office`;

    it('has its peers\' tasks and contracts hidden from it, to read and to act on', async () => {
      const { taskId, contractId, fingerprint } = holdings;
      const requests = [
        get(`/api/v1/tasks/${taskId('CLN-01-01')}`), get(`/api/v1/tasks/${taskId('CLN-01-01')}/ancestors`), get(`/api/v1/history/task-${taskId('CLN-01-01')}`),
        get(`/api/v1/contracts/${contractId}`), post(`/api/v1/tasks/${taskId('CLN-01-01')}/acceptance`, {}),
      ];
      for (const request of requests) await product.http.given().when(await product.as(peersOffice, request)).thenRefused(404, 'not-found');
      const sign = post(`/api/v1/contracts/${contractId}/signature`, { fingerprint });
      await product.http.given().when(await product.as(`${PEER}.leader`, sign)).thenRefused(404, 'not-found');
    });

    it('sees of a task dispatched to it what is above neither it nor its peers', async () => {
      const { items } = await product.done<{ items: { unitTenantId: string }[] }>(peersOffice, get('/api/v1/tasks?limit=200'));
      expect(items.map(({ unitTenantId }) => unitTenantId)).toEqual([PEER, PEER, PEER]);
      expect((await ask(peersOffice, get(`/api/v1/tasks/${holdings.taskId('CLN-01-01', PEER)}/ancestors`))).body).toEqual({ items: [] });
    });

    it('sees no part of a split it takes part in, nor of the city\'s ranking before it is published', async () => {
      await product.http.given().when(await product.as(peersOffice, get(`/api/v1/splits/${holdings.splitId}`))).thenRefused(404, 'not-found');
      const ranking = get(`/api/v1/rankings?schemeId=${SCHEME}&period=2013Q1`);
      await product.http.given().when(await product.as(peersOffice, ranking)).thenRefused(404, 'result-not-published');
    });
  });

  describe('another tenant\'s ids in a body', () => {
    const refusedSplit = async (account: string, change: object, code: string, field: string) => {
      const [row] = citySplit();
      const id = await draftSplit(product, [{ ...row, ...change } as (ReturnType<typeof citySplit>)[number]], account);
      await product.http.given().when(await product.as(account, post(`/api/v1/splits/${id}/approval`, { document: '1号' }))).thenRefused(409, code, field);
    };

    it('a task of its cannot be split further', () =>
      refusedSplit(strangersOffice, { parentTaskId: holdings.taskId('CLN-01-01') }, 'parent-task-unknown', 'rows[CLN-01-01].parentTaskId'));

    it('a peer\'s task cannot be split further', () =>
      refusedSplit(`${PEER}.district-office`, { parentTaskId: holdings.taskId('CLN-01-01') }, 'parent-task-unknown', 'rows[CLN-01-01].parentTaskId'));

    it('a campaign of its is unknown', () =>
      refusedSplit(strangersOffice, {}, 'campaign-unknown', 'rows[CLN-01-01].campaignId'));

    it('no campaign is opened against a standard of its', async () => {
      const before = await ofOwners();
      const body = { ...(routes['POST /api/v1/campaigns']?.request(holdings).body as object), id: 'foreign', standardId: `${STRANGER}_CLN.v1` };
      await product.http.given().when(await product.as(office, post('/api/v1/campaigns', body))).thenRefused(404, 'not-found');
      expect(await ofOwners()).toEqual(before);
    });

    it('no contract is drafted for a unit of its', async () => {
      const body = { ...contractBody(holdings.splitId), responsibleUnitId: STRANGER, responsibleTenantId: STRANGER, responsiblePostId: `${STRANGER}.head` };
      await product.http.given().when(await product.as(office, post('/api/v1/contracts', body))).thenRefused(409, 'party-unknown', 'responsibleUnitId');
    });

    it('no period of a scheme of its is published', async () => {
      const body = { schemeId: `${STRANGER}_clean.v1`, period: '2012' };
      await product.http.given().when(await product.as(performance, post('/api/v1/assessments', body))).thenRefused(404, 'not-found');
    });
  });

  describe('the owner', () => {
    it.each(cases.filter(({ name }) => name !== FEED))('may: $name', async ({ owner, request }) => {
      const answer = await ask(owner, request(holdings));
      expect({ status: answer.status, body: answer.status < 300 ? undefined : (answer.body as unknown) }).toEqual({ status: answer.status, body: undefined });
    });

    it(`may: ${FEED}`, async () => {
      expect((await fed(`${CITY}.integrator`, 20)).every(({ source }) => source.startsWith('/tenants/'))).toBe(true);
    });
  });
});
