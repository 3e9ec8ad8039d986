import { randomBytes } from 'node:crypto';
import { contractsRefusals, type ContractDocument, type ContractListed, type TermChangeKind } from '@zeren/contracts-domain';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import { contractsMigrations, ContractsModule, contractsTables } from './index.js';

const text = (zh: string, en = zh) => ({ zh, en });
const basis = { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号(1989)' };
const wording = {
  responsiblePostId: '511922.head', issuerPostId: '511900.head', title: text('南江县目标责任状'), legalBasis: [basis],
  clauses: [{ code: 'R1', kind: 'reward', legalBasis: null, text: text('通报表扬') }], period: { from: '2013-01-01', until: '2013-02-28' },
};
const body = { ...wording, responsibleUnitId: '511922', responsibleTenantId: '511922', splitId: '511900_split' };
const taskId = (code: string) => `511900_split.${code}~511922`;
const task = (code: string, value = '310'): TaskPublished['data'] => ({
  splitId: '511900_split', rowKey: `${code}~511922`, parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode: code, name: text(code),
  evidence: 'statistics', unitId: '511922', unitTenantId: '511922', supportingUnitIds: [], accountablePostId: '511922.head', level: 2, weight: '20',
  deadline: '2013-12-31T15:59:59.999Z', sharedWith: ['511922'], metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
  annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.999Z', targets: [{ metric: 'days', value }] }],
});
const values = (value: string) => [{ metric: 'days', value, unit: '天' }];

describe('a contract whose tasks change', () => {
  let house: House;
  const tokens = {} as Record<'office' | 'leader' | 'nanjiang' | 'successor', string>;
  const record = (code: string, event: object): Promise<bigint> =>
    house.record(`task-${taskId(code)}`, event as Parameters<House['record']>[1], { sharedWith: ['511922'] });

  /** As a client does: where a view is not yet there, it asks again. */
  const patiently = async (request: HttpRequest, attempts = 5): Promise<Awaited<ReturnType<House['http']['send']>>> => {
    const answer = await house.http.send(request);
    return answer.status === 503 && attempts > 1 ? patiently(request, attempts - 1) : answer;
  };
  const done = async (token: string, request: HttpRequest): Promise<{ id: string; position: string }> => {
    const answer = await patiently(request.as(token));
    expect({ isDone: answer.status < 300, body: answer.body as unknown }).toEqual({ isDone: true, body: expect.anything() as unknown });
    return answer.body as { id: string; position: string };
  };
  const read = async (id: string, after: string | bigint, token = tokens.office): Promise<ContractDocument> =>
    (await patiently(get(`/api/v1/contracts/${id}?after=${after}`).as(token))).body as ContractDocument;
  const listed = async (id: string, token = tokens.office): Promise<ContractListed | undefined> =>
    ((await patiently(get('/api/v1/contracts').as(token))).body as { items: ContractListed[] }).items.find((row) => `511900_${row.id}` === id);
  const kinds = ({ changes }: ContractDocument): [string, TermChangeKind][] => changes.map(({ indicatorCode, kind }) => [indicatorCode, kind]);

  let id: string;
  let fingerprint: string;

  const bothSign = async (print: string): Promise<string> => {
    await done(tokens.nanjiang, post(`/api/v1/contracts/${id}/signature`, { fingerprint: print }));
    return (await done(tokens.leader, post(`/api/v1/contracts/${id}/countersignature`, { fingerprint: print }))).position;
  };

  beforeAll(async () => {
    process.env['ZEREN_SIGNING_KEY'] = randomBytes(32).toString('base64');
    house = await startHouse(
      { name: 'accountability', modules: [ContractsModule], tables: contractsTables, refusals: contractsRefusals }, { migrations: contractsMigrations },
    );
    const leader = (tenantId: string, name: string) =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${name}`, unitId: tenantId, postId: `${tenantId}.head`, roles: ['leader'] });
    [tokens.office, tokens.leader, tokens.nanjiang, tokens.successor] = await Promise.all([
      house.tokenFor({ tenantId: '511900', actorId: '511900.office', unitId: '511900-creation-office', roles: ['city-office'] }),
      leader('511900', 'leader'), leader('511922', 'leader'), leader('511922', 'successor'),
    ]);
    const unit = (unitId: string, kind: string, level: number) => ({ unitId, code: unitId, name: text(unitId), kind, level, parentUnitId: null, validFrom: '1993-07-05' });
    await house.record('organisation-511900_register', { type: 'UnitsRegistered', data: { units: [unit('511900', 'government', 1), unit('511922', 'district', 2)] } }, { sharedWith: ['511922'] });
    for (const tenantId of ['511900', '511922']) {
      await house.record(`organisation-${tenantId}_register`, { type: 'PostFilled', data: { postId: `${tenantId}.head`, unitId: tenantId, officerId: `${tenantId}.leader`, from: '2012-01-01' } });
    }
    await house.record('split-511900_split', { type: 'SplitPublished', data: { rows: 3, hash: 'hash', chainTenantIds: [] } });
    for (const code of ['A-01', 'A-02']) await record(code, { type: 'TaskPublished', data: task(code) });
    const start = await record('A-03', { type: 'TaskPublished', data: task('A-03') });
    const drafted = await done(tokens.office, post(`/api/v1/contracts?after=${start}`, body));
    id = drafted.id;
    ({ fingerprint } = await read(id, drafted.position));
    await read(id, await bothSign(fingerprint));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('says so to both sides, in the list too, and holds as signed until both have signed an amendment with the present terms', async () => {
    expect(await listed(id)).toMatchObject({ changedTerms: 0 });
    await record('A-01', { type: 'TaskRevised', data: { version: 2, reason: '省里调整', document: '演示〔2013〕9号', content: task('A-01', '300'), droppedYears: [] } });
    await record('A-02', { type: 'TaskReturned', data: { number: 1, reason: '非本地职责', successor: null } });
    const position = await record('A-04', { type: 'TaskPublished', data: { ...task('A-04'), replaces: '511900_split.A-04~511921' } });
    for (const token of [tokens.office, tokens.nanjiang]) {
      const contract = await read(id, position, token);
      expect(contract).toMatchObject({ status: 'in-force', fingerprint, verification: { signature: 'valid', countersignature: 'valid' } });
      expect(kinds(contract)).toEqual([['A-01', 'revised'], ['A-02', 'returned'], ['A-04', 'added']]);
      expect(await listed(id, token)).toMatchObject({ changedTerms: 3 });
    }
    const amended = await done(tokens.office, post(`/api/v1/contracts/${id}/versions?after=${position}`, { ...wording, reason: '按任务现状修订' }));
    const waiting = await read(id, amended.position);
    expect(waiting.proposed?.content.terms.map(({ indicatorCode, targets }) => [indicatorCode, targets[0]?.annual[0]])).toEqual([
      ['A-01', { year: 2013, value: '300' }], ['A-03', { year: 2013, value: '310' }], ['A-04', { year: 2013, value: '310' }],
    ]);
    expect(waiting.changes).toHaveLength(3);
    expect((await read(id, await bothSign(waiting.proposed?.fingerprint ?? ''))).changes).toEqual([]);
    expect(await listed(id)).toMatchObject({ version: 2, changedTerms: 0 });
  });

  it('is handed over with interim progress and the predecessor\'s own figure, and settled with a figure for each and the terms that had changed', async () => {
    await record('A-01', { type: 'ProgressRecorded', data: { entry: 1, year: 2013, values: values('55'), measuredOn: '2013-02-20', evidenceIds: [], note: '', unitId: '511922' } });
    await record('A-01', { type: 'ProgressCorrected', data: { entry: 1, year: 2013, values: values('54'), reason: '笔误', unitId: '511922' } });
    const reported = (measuredOn: string) => ({
      type: 'ResultReported',
      data: { year: 2013, values: values('300'), measuredOn, dueAt: '2013-12-31T15:59:59.999Z', late: false, attempt: 1, reportingUnitId: '511922', note: '' },
    });
    await record('A-03', reported('2013-02-20'));
    await record('A-03', { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511900-x', finding: '' } });
    await house.record('organisation-511922_register', { type: 'PostVacated', data: { postId: '511922.head', unitId: '511922', officerId: '511922.leader', from: '2012-01-01', until: '2013-02-28' } });
    const filled = await house.record('organisation-511922_register', { type: 'PostFilled', data: { postId: '511922.head', unitId: '511922', officerId: '511922.successor', from: '2013-03-01' } });
    const { position } = await done(tokens.successor, post(`/api/v1/contracts/${id}/handovers?after=${filled}`));
    const predecessor = { postId: '511922.head', officerId: '511922.leader', from: '2013-01-01', until: '2013-03-01', verified: 1, reported: 0, rejected: 0 };
    expect((await read(id, position)).handovers).toMatchObject([
      { content: { figure: predecessor, progress: [{ taskId: taskId('A-03'), status: 'verified' }], interim: [{ taskId: taskId('A-01'), values: [{ value: '54' }] }] } },
    ]);
    await record('A-04', reported('2013-03-02'));
    const voided = await record('A-01', { type: 'TaskVoided', data: { number: 1, reason: '指标取消' } });
    const settlement = { code: 'R1', honoured: false, finding: '未达标', outcome: '不予表扬', document: null };
    const settled = await done(tokens.office, post(`/api/v1/contracts/${id}/settlements?after=${voided}`, settlement));
    const contract = await read(id, settled.position, tokens.nanjiang);
    expect(contract).toMatchObject({ status: 'settled', changes: [], settlements: [{ code: 'R1', changedTerms: [{ taskId: taskId('A-01'), kind: 'voided' }] }] });
    expect(contract.tenures).toEqual([predecessor, { postId: '511922.head', officerId: '511922.successor', from: '2013-03-02', until: null, verified: 0, reported: 1, rejected: 0 }]);
  });
});
