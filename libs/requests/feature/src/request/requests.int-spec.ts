import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeciderRepository } from '@zeren/event-store';
import type { ClockJob } from '@zeren/http';
import { get, post, startHouse, type House } from '@zeren/http/testing';
import type { Event } from '@zeren/kernel';
import { organisationRefusals, type UnitKind } from '@zeren/organisation-domain';
import { requesterRefusals, requestRefusals, type RequestRow } from '@zeren/requests-domain';
import { RequestsModule, requestsClockJobs, requestsMigrations, requestsPolicies, requestsTables } from '../index.js';

const text = (zh: string) => ({ zh, en: zh });
const unit = (unitId: string, kind: UnitKind, level: number | null, parentUnitId: string | null) =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: '2000-01-01' });
const opened = (tenantId: string, parentTenantId: string | null) =>
  ({ type: 'RegisterOpened', data: { tenantId, kind: parentTenantId ? 'district' : 'city', parentTenantId, levels: 5 } });
const matter = (code: string, stages: [string, number, string][]) => ({
  code, kind: 'event', majorCode: 'E01', name: text(code), filingCondition: null, limits: 'published', closingCondition: null, urgent: false, source: null,
  stages: stages.map(([stage, value, unitOf]) => ({ code: stage, name: text(stage), term: { value, unit: unitOf } })),
});
const row = (rowId: string, areaUnitId: string, matterCode: string, leadUnitId: string, claim = 'block') =>
  ({ rowId, areaUnitId, matterCode, claim, leadUnitId, supportingUnitIds: [], officerPostId: null, validFrom: '2010-01-01', validUntil: null });

const cityUnits = [
  unit('511900', 'government', 1, null), unit('511900-urban', 'department', 1, '511900'), unit('511900-hotline', 'office', 1, '511900'), unit('511902', 'district', 2, '511900'),
  unit('511903', 'district', 2, '511900'), unit('511902001', 'town', 3, '511902'), unit('511902002', 'town', 3, '511902'), unit('511903001', 'town', 3, '511903'),
];

const people = {
  hotline: { tenantId: '511900', actorId: '511900.hotline', unitId: '511900-hotline', roles: ['hotline'] },
  town: { tenantId: '511902', actorId: '511902001.officer', unitId: '511902001', roles: ['officer'] },
  grid: { tenantId: '511902', actorId: '511902001-g01.officer', unitId: '511902001-g01', roles: ['officer'] },
  bazhou: { tenantId: '511902', actorId: '511902.district-office', unitId: '511902-office', roles: ['district-office'] },
  enyang: { tenantId: '511903', actorId: '511903.district-office', unitId: '511903', roles: ['district-office'] },
  urban: { tenantId: '511900', actorId: '511900-urban.officer', unitId: '511900-urban', roles: ['officer'] },
  foreign: { tenantId: '211100', actorId: '211100.hotline', unitId: '211100', roles: ['hotline'] },
} as const;
type Person = keyof typeof people;

/** The same job, by a worker that dies after so many commands. */
const dyingAfter = (job: ClockJob, commands: number): ClockJob => ({
  ...job,
  run: (now, { repository, database }) => {
    let left = commands;
    const dying = Object.assign(Object.create(repository) as DeciderRepository, {
      execute: (...of: Parameters<DeciderRepository['execute']>) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return repository.execute(...of);
      },
    });
    return job.run(now, { repository: dying, database });
  },
});

describe('requests over HTTP', () => {
  let house: House;
  const tokens = {} as Record<Person, string>;

  const record = (stream: string, event: Event, sharedWith: readonly string[] = []) => house.record(stream, event, { sharedWith });
  const send = async (who: Person, path: string, body: object = {}) => {
    const answer = await house.http.send(post(`/api/v1/requests${path}`, body).as(tokens[who]));
    return { status: answer.status, body: answer.body as { id: string; position: string; code?: string } };
  };
  const done = async (who: Person, path: string, body: object = {}) => {
    const { status, body: said } = await send(who, path, body);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const rowOf = async (who: Person, id: string, after = '0'): Promise<RequestRow> =>
    (await house.http.given().when(get(`/api/v1/requests/${id}?after=${after}`).as(tokens[who])).then({ status: 200 })).body as RequestRow;
  const listed = async (who: Person, query: string): Promise<string[]> => {
    const { body } = await house.http.given().when(get(`/api/v1/requests?${query}`).as(tokens[who])).then({ status: 200 });
    return (body as { items: RequestRow[] }).items.map(({ ownerTenantId, id }) => `${ownerTenantId}_${id}`);
  };
  const file = (said: object = {}) => done('hotline', '', {
    channel: 'hotline', subject: '巷口暴露垃圾', matterCode: 'E01-01', place: { areaUnitId: '511902001' }, disclosure: 'confidential', words: '我家门口',
    contact: { name: '某人', phone: '13800000000' }, ...said,
  });

  beforeAll(async () => {
    process.env['ZEREN_PERSONAL_KEY'] = randomBytes(32).toString('base64');
    process.env['ZEREN_DATA'] = mkdtempSync(join(tmpdir(), 'zeren-requests-'));
    house = await startHouse(
      { name: 'platform', modules: [RequestsModule], tables: requestsTables, refusals: { ...organisationRefusals, ...requestRefusals, ...requesterRefusals } },
      { policies: requestsPolicies, migrations: requestsMigrations },
    );
    for (const [name, caller] of Object.entries(people)) tokens[name as Person] = await house.tokenFor(caller);
    const districts = ['511902', '511903'];
    await record('organisation-511900_register', opened('511900', null), districts);
    await record('organisation-511900_register', { type: 'UnitsRegistered', data: { units: cityUnits } }, districts);
    await record('organisation-511902_register', opened('511902', '511900'), ['511900']);
    await record('organisation-511902_register', {
      type: 'UnitsRegistered', data: { units: [unit('511902-office', 'office', 2, '511902'), unit('511902001-g01', 'grid', 5, '511902001'), unit('511902001001', 'village', 4, '511902001')] },
    }, ['511900']);
    await record('organisation-511903_register', opened('511903', '511900'), ['511900']);
    await record('calendar-511900_calendar', { type: 'WorkingYearPublished', data: { year: 2013, holidays: [], makeUpWorkdays: [], version: 1, document: '国办发明电〔2012〕33号' } });
    await record('matters-511900_catalogue', {
      type: 'MatterCataloguePublished',
      data: {
        version: 1, validFrom: '2010-01-01', document: '1', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容') }],
        classes: [matter('E01-01', [['1', 4, 'working-hour']]), matter('E01-02', [['1', 7, 'working-day']])], districtTenantIds: districts,
      },
    }, districts);
    await record('matrix-511900_matrix', {
      type: 'MatrixVersionPublished',
      data: {
        version: 1, cause: 'import', from: '2010-01-01', reason: '建立', document: null, ended: [], cell: null, districtTenantIds: districts,
        added: [row('1.1', '511902', 'E01-01', '511902001'), row('1.2', '511903001', 'E01-01', '511903001'), row('1.3', '511903001', 'E01-01', '511900-urban', 'line')],
      },
    }, districts);
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a request filed on the phone reaches the town by the matrix, is handled, verified, answered, rated and closed', async () => {
    const { id, position } = await file();
    const filed = await rowOf('hotline', id, position);
    expect(filed).toMatchObject({
      status: 'dispatched', lane: 'in-hand', leadUnitId: '511902001', dueAt: '2013-03-01T08:00:00.000Z', isProvisional: false,
      request: { assignment: { route: { by: 'matrix', matrixVersion: 1, rowId: '1.1' } }, content: { disclosure: 'confidential' } },
    });
    expect(JSON.stringify(filed)).not.toMatch(/13800000000|我家门口/);
    expect(await listed('town', 'lane=mine')).toEqual([id]);
    expect(await listed('grid', '')).toEqual([]);
    await done('town', `/${id}/taking`);
    await done('town', `/${id}/stages`, { stageCode: '1' });
    house.setClock('2013-03-01T03:00:00.000Z');
    await done('town', `/${id}/report`, { outcome: 'solved', answer: '<b>已清运</b>', point: { latitude: '31.85', longitude: '106.75' } });
    expect((await send('town', `/${id}/verification`, { note: '' })).body.code).toBe('role-not-allowed');
    await done('bazhou', `/${id}/verification`, { note: '现场已看' });
    await done('hotline', `/${id}/feedback`, { way: 'phone' });
    expect((await send('hotline', `/${id}/closure`)).body.code).toBe('not-called-back');
    await done('hotline', `/${id}/rating`, { satisfied: true, words: '很快' });
    expect((await send('hotline', `/${id}/rating`, { satisfied: false })).body.code).toBe('rated-already');
    const closed = await done('hotline', `/${id}/closure`);
    expect(await rowOf('hotline', id, closed.position)).toMatchObject({
      status: 'closed', lane: 'ended', request: { outcome: 'solved', report: { answer: '<b>已清运</b>' }, clocks: [{ unitId: '511902001', heldMinutes: 60 }] },
    });
    expect(await rowOf('bazhou', id, closed.position)).toMatchObject({ status: 'closed', lane: 'ended' });
    for (const other of ['enyang', 'foreign'] as const) await house.http.given().when(get(`/api/v1/requests/${id}`).as(tokens[other])).thenRefused(404, 'not-found');
  });

  it('what the matrix names two units for is arbitrated, and the ruling becomes a version of the matrix', async () => {
    house.setClock('2013-03-04T01:00:00.000Z');
    const { id, position } = await file({ place: { areaUnitId: '511903001' } });
    expect(await rowOf('hotline', id, position)).toMatchObject({ lane: 'unowned', request: { unowned: { why: 'overlap', claimants: [{ unitId: '511903001' }, { unitId: '511900-urban' }] } } });
    expect((await send('urban', `/${id}/ruling`, { leadUnitId: '511903001', reason: '属地', intoMatrix: true })).status).toBe(403);
    const ruled = await done('hotline', `/${id}/ruling`, { leadUnitId: '511903001', supportingUnitIds: ['511900-urban'], reason: '属地为主', intoMatrix: true });
    expect(await rowOf('enyang', id, ruled.position)).toMatchObject({ lane: 'in-hand', leadUnitId: '511903001' });
    let next = { status: 'unowned' } as Pick<RequestRow, 'status'>;
    for (let attempt = 0; attempt < 50 && next.status !== 'dispatched'; attempt += 1) {
      const again = await file({ place: { areaUnitId: '511903001' } });
      next = await rowOf('hotline', again.id, again.position);
    }
    expect(next.status).toBe('dispatched');
  });

  it('a return within the day is arbitrated; whoever it was taken from keeps what it knew', async () => {
    house.setClock('2013-03-05T01:00:00.000Z');
    const { id } = await file();
    await done('town', `/${id}/return`, { reason: '不在本镇' });
    await done('hotline', `/${id}/return-decision`, { decision: 'accepted', reason: '核实' });
    const given = await done('hotline', `/${id}/dispatch`, { byHand: { leadUnitId: '511900-urban', reason: '城区主干道' } });
    expect(await rowOf('urban', id, given.position)).toMatchObject({ leadUnitId: '511900-urban', request: { round: 2 } });
    expect(await rowOf('bazhou', id, given.position)).toMatchObject({ lane: 'away', leadUnitId: null });
    expect((await send('town', `/${id}/taking`)).status).toBe(404);
  });

  it('a deferral that a unit asks for waits with the dispatching side, and is granted for less', async () => {
    house.setClock('2013-03-05T02:00:00.000Z');
    const { id } = await file();
    const asked = await done('town', `/${id}/deferral-application`, { until: '2013-03-15T09:00:00.000Z', reason: '汛期' });
    expect(await rowOf('town', id, asked.position)).toMatchObject({ lane: 'in-hand', isDeferralAsked: true, dueAt: '2013-03-05T08:00:00.000Z' });
    expect(await listed('hotline', 'lane=deferral-asked')).toEqual([id]);
    const { body } = await house.http.given().when(get(`/api/v1/requests/lanes?after=${asked.position}`).as(tokens['hotline'])).then({ status: 200 });
    expect(body).toMatchObject({ counts: { 'deferral-asked': 1 } });
    expect((await send('bazhou', `/${id}/deferral-decision`, { decision: 'granted', reason: '' })).body.code).toBe('request-not-owner');
    const granted = await done('hotline', `/${id}/deferral-decision`, { decision: 'granted', until: '2013-03-08T01:00:00.000Z', reason: '三天足够' });
    expect(await rowOf('town', id, granted.position)).toMatchObject({
      isDeferralAsked: false, dueAt: '2013-03-08T07:00:00.000Z', request: { deferralsAsked: [{ status: 'granted', grantedUntil: '2013-03-08T01:00:00.000Z', answer: '三天足够' }] },
    });
  });

  it('a dispute is mediated by a unit that stands at the level whose turn it is', async () => {
    house.setClock('2013-03-05T03:00:00.000Z');
    const { id } = await file({ kind: 'dispute' });
    await done('town', `/${id}/taking`);
    const begin = (level: string, mediatingUnitId: string) => send('town', `/${id}/mediation`, { level, mediatingUnitId });
    expect((await begin('village', '511902001')).body.code).toBe('mediator-wrong');
    expect((await begin('village', 'nowhere')).body.code).toBe('mediator-wrong');
    expect((await begin('village', '511902001001')).status).toBe(200);
    await done('town', `/${id}/mediation-failure`, { reason: '各执一词' });
    expect((await begin('town', '511902001')).status).toBe(200);
    const agreed = await done('town', `/${id}/agreement`, { document: '调字3号', revisitBy: '2013-04-01' });
    expect(await rowOf('town', id, agreed.position)).toMatchObject({
      request: { mediation: { status: 'agreed', level: 'town', document: '调字3号', failed: [{ level: 'village', mediatingUnitId: '511902001001', reason: '各执一词' }] } },
    });
  });

  it('the clock reminds and goes one level up, once, however often it runs', async () => {
    house.setClock('2013-03-06T01:00:00.000Z');
    const { id, position } = await file();
    await rowOf('hotline', id, position);
    house.setClock('2013-03-08T01:00:00.000Z');
    await Promise.all([house.tick(requestsClockJobs), house.tick(requestsClockJobs)]);
    await house.tick(requestsClockJobs);
    const marks = async () => (await rowOf('hotline', id)).steps.map(({ type }) => type).filter((type) => type.startsWith('Deadline'));
    for (let attempt = 0; attempt < 50 && (await marks()).length < 2; attempt += 1) await new Promise((later) => setTimeout(later, 100));
    expect(await marks()).toEqual(['DeadlineReminded', 'DeadlineEscalated']);
    expect(await listed('hotline', 'lane=overdue')).toContain(id);
  });

  it('the clock does nothing twice with two at work, nor after one died in the middle', async () => {
    house.setClock('2013-03-18T01:00:00.000Z');
    const filed = await Promise.all(Array.from({ length: 12 }, () => file({ atOnce: false })));
    for (const { id, position } of filed) await rowOf('hotline', id, position);
    house.setClock('2013-03-20T01:00:00.000Z');
    await expect(house.tick(requestsClockJobs.map((job) => dyingAfter(job, 5)))).rejects.toThrow('killed');
    await Promise.all([house.tick(requestsClockJobs), house.tick(requestsClockJobs)]);
    for (const { id } of filed) {
      const events: string[] = [];
      for await (const { type } of house.store.read(`request-${id}`)) events.push(type);
      expect(events).toEqual(['RequestFiled', 'DeadlineReminded', 'DeadlineEscalated']);
    }
  });

  it('who asked the same elsewhere is kept at the end of all mergers', async () => {
    house.setClock('2013-03-11T01:00:00.000Z');
    const [first, second, third] = [await file({ atOnce: false }), await file({ atOnce: false }), await file({ atOnce: false })];
    await done('hotline', `/${second.id}/merge`, { intoRequestId: first.id, reason: '同一事项' });
    await done('hotline', `/${third.id}/merge`, { intoRequestId: second.id, reason: '同一事项' });
    const joined = async () => (await rowOf('hotline', first.id)).request.joined.map(({ fromRequestId }) => fromRequestId);
    for (let attempt = 0; attempt < 50 && (await joined()).length < 2; attempt += 1) await new Promise((later) => setTimeout(later, 100));
    expect((await joined()).sort()).toEqual([second.id, third.id].sort());
    expect((await send('hotline', `/${second.id}/acceptance`, { matterCode: 'E01-01' })).body.code).toBe('request-merged');
  });

  it('finds by lane, area, class, part of the subject and receipt, page by page, and counts each lane, of one of the four integrations too', async () => {
    const { id, position } = await file({ subject: '100%的井盖', integrations: ['problem-goal'], urgentReason: '车辆多' });
    const found = await rowOf('hotline', id, position);
    for (const query of [`search=${encodeURIComponent('0%的井')}`, `search=${found.receipt}`, 'integration=problem-goal', 'areaUnitId=511902&lane=in-hand&sort=-filedAt&limit=1']) {
      expect(await listed('hotline', query)).toEqual([id]);
    }
    expect(await listed('foreign', '')).toEqual([]);
    const { body } = await house.http.given().when(get('/api/v1/requests/lanes').as(tokens['hotline'])).then({ status: 200 });
    expect((body as { counts: Record<string, number> }).counts['in-hand']).toBeGreaterThan(1);
    const cut = await house.http.given().when(get('/api/v1/requests/lanes?integration=problem-goal').as(tokens['hotline'])).then({ status: 200 });
    expect(cut.body).toMatchObject({ counts: { 'in-hand': 1, 'to-dispatch': 0 } });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await house.http.given().when(get(`/api/v1/requests?limit=3${cursor}`).as(tokens['hotline'])).then({ status: 200 });
      const { items, next } = page.body as { items: RequestRow[]; next?: string };
      seen.push(...items.map((item) => item.id));
      cursor = next === undefined ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('refuses an unknown class, a place outside, an unknown unit, and a filing by somebody of another city', async () => {
    expect((await send('hotline', '', { channel: 'hotline', subject: '垃圾', matterCode: 'X9', place: { areaUnitId: '511902001' } })).body.code).toBe('matter-unknown');
    expect((await send('hotline', '', { channel: 'hotline', subject: '垃圾', place: { areaUnitId: '211102' } })).body.code).toBe('place-outside');
    expect((await send('hotline', '', { channel: 'hotline', subject: '垃圾', place: { areaUnitId: '511902001', point: { latitude: '91', longitude: '0' } } })).status).toBe(400);
    const { id } = await file({ atOnce: false });
    await done('hotline', `/${id}/acceptance`, { matterCode: 'E01-02' });
    expect((await send('hotline', `/${id}/dispatch`, { byHand: { leadUnitId: 'nowhere', reason: '指派' } })).body.code).toBe('handling-unit-unknown');
    expect((await send('foreign', `/${id}/acceptance`, { matterCode: 'E01-02' })).status).toBe(404);
  });

  it('a deadline before its year is published is provisional, and counted anew once it is', async () => {
    house.setClock('2013-12-31T09:00:00.000Z');
    const { id } = await file({ atOnce: false });
    await done('hotline', `/${id}/acceptance`, { matterCode: 'E01-02' });
    const given = await done('hotline', `/${id}/dispatch`, { byHand: { leadUnitId: '511902001', supportingUnitIds: ['511900-urban'], reason: '属地' } });
    expect(await rowOf('hotline', id, given.position)).toMatchObject({ isProvisional: true, dueAt: '2014-01-09T10:00:00.000Z' });
    expect((await send('hotline', `/${id}/deadlines`)).body.code).toBe('year-not-published');
    await record('calendar-511900_calendar', { type: 'WorkingYearPublished', data: { year: 2014, holidays: ['2014-01-01'], makeUpWorkdays: [], version: 1, document: '国办发明电〔2013〕28号' } });
    for (let attempt = 0; attempt < 50 && (await rowOf('hotline', id)).isProvisional; attempt += 1) await new Promise((later) => setTimeout(later, 100));
    expect(await rowOf('hotline', id)).toMatchObject({ isProvisional: false, dueAt: '2014-01-10T10:00:00.000Z', steps: expect.arrayContaining([expect.objectContaining({ type: 'DeadlinesRecomputed' })]) as unknown });
    house.setClock('2014-01-10T02:00:00.000Z');
    const part = await done('urban', `/${id}/part`, { unitId: '511900-urban', note: '管线已移' });
    const figures = await house.http.given().when(get(`/api/v1/request-figures?by=unit&unitId=511900-urban&from=2013-12-31&after=${part.position}`).as(tokens['hotline'])).then({ status: 200 });
    expect(figures.body).toMatchObject({ lines: expect.arrayContaining([expect.objectContaining({ key: '511900-urban', counts: expect.objectContaining({ onTime: 1, late: 0 }) as unknown })]) as unknown });
  });
});
