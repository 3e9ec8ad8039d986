import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { contractsRefusals, type ContractBatchRow, type ContractBoardRow, type ContractDocument, type SignatureKeyRow, type VetoClauseRow } from '@zeren/contracts-domain';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import { contractsMigrations, ContractsModule, contractsTables } from './index.js';

const text = (zh: string, en = zh) => ({ zh, en });
const basis = { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号(1989)' };
const wording = {
  responsiblePostId: '511922.head', issuerPostId: '511900.head', title: text('南江县目标责任状', 'Contract of Nanjiang'), legalBasis: [basis],
  clauses: [
    { code: 'R1', kind: 'reward', legalBasis: null, text: text('通报表扬', 'Praised in a bulletin') },
    { code: 'P1', kind: 'penalty', legalBasis: null, text: text('通报批评', 'Criticised in a bulletin') },
  ],
  period: { from: '2013-01-01', until: '2013-12-31' },
};
const body = { ...wording, responsibleUnitId: '511922', responsibleTenantId: '511922', splitId: '511900_split' };

const task = (unitId: string, level: number, ancestors: TaskPublished['data']['ancestors'], splitId = '511900_split'): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    splitId, rowKey: `ENV~${unitId}`, parentTaskId: null, ancestors, campaignId: '511900_env', indicatorCode: 'ENV', name: text('空气', 'Air'),
    evidence: 'statistics', unitId, unitTenantId: '511922', supportingUnitIds: [], accountablePostId: `${unitId}.head`, level, weight: '20',
    deadline: '2013-12-31T15:59:59.999Z', sharedWith: ['511922'], metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.999Z', targets: [{ metric: 'days', value: '310' }] }],
  },
});
const cityTask = '511900_split.ENV~511922';
const publish = async (house: House, tenantId: string): Promise<void> => {
  await house.record(`split-${tenantId}_split`, { type: 'SplitDrafted', data: { title: text('分解'), cycle: { kind: 'routine', from: '2013-01-01', until: '2013-12-31' }, deepestLevel: 3 } });
  await house.record(`split-${tenantId}_split`, { type: 'SplitRowsAdded', data: { part: 1, rows: [{}] } });
  await house.record(`split-${tenantId}_split`, { type: 'SplitPublished', data: { rows: 1, hash: 'hash', chainTenantIds: [] } });
};

describe('the life of a contract over HTTP', () => {
  let house: House;
  const tokens = {} as Record<'office' | 'leader' | 'nanjiang' | 'secretary' | 'nanjiangOffice' | 'successor' | 'town', string>;
  let start: string;

  beforeAll(async () => {
    process.env['ZEREN_SIGNING_KEY'] = randomBytes(32).toString('base64');
    house = await startHouse(
      { name: 'accountability', modules: [ContractsModule], tables: contractsTables, refusals: contractsRefusals }, { migrations: contractsMigrations },
    );
    const leader = (tenantId: string, name: string, post: string, unitId = tenantId) =>
      house.tokenFor({ tenantId, actorId: `${unitId}.${name}`, unitId, postId: `${unitId}.${post}`, roles: ['leader'] });
    const office = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.office`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [tokens.office, tokens.leader, tokens.nanjiang, tokens.secretary, tokens.nanjiangOffice, tokens.successor, tokens.town] = await Promise.all([
      office('511900', 'city-office'), leader('511900', 'leader', 'head'), leader('511922', 'leader', 'head'), leader('511922', 'secretary', 'secretary'),
      office('511922', 'district-office'), leader('511922', 'successor', 'head'), leader('511922', 'leader', 'head', '511922001'),
    ]);
    const unit = (unitId: string, kind: string, level: number, parentUnitId: string | null) =>
      ({ unitId, code: unitId, name: text(`单位${unitId}`), kind, level, parentUnitId, validFrom: '1993-07-05' });
    await house.record('organisation-511900_register', {
      type: 'UnitsRegistered',
      data: {
        units: [unit('511900', 'government', 1, null), unit('511922', 'district', 2, '511900'), unit('511922001', 'town', 3, '511922'), unit('511922001001', 'village', 4, '511922001')],
      },
    }, { sharedWith: ['511922'] });
    const holds = (unitId: string, post: string, name: string) =>
      ({ type: 'PostFilled', data: { postId: `${unitId}.${post}`, unitId, officerId: `${unitId}.${name}`, from: '2012-01-01' } });
    await house.record('organisation-511900_register', holds('511900', 'head', 'leader'));
    await house.record('organisation-511922_register', holds('511922', 'head', 'leader'));
    await house.record('organisation-511922_register', holds('511922', 'secretary', 'secretary'));
    await house.record('organisation-511922_register', holds('511922001', 'head', 'leader'));
    await publish(house, '511900');
    await publish(house, '511922');
    await house.record(`task-${cityTask}`, task('511922', 2, []), { sharedWith: ['511922'] });
    start = String(await house.record('task-511922_split.ENV~511922001', task('511922001', 3, [{ taskId: cityTask, unitId: '511922' }], '511922_split')));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  /** As a client does: where a view is not yet there, it asks again. */
  const patiently = async (request: HttpRequest, attempts = 5): Promise<Awaited<ReturnType<House['http']['send']>>> => {
    const answer = await house.http.send(request);
    return answer.status === 503 && attempts > 1 ? patiently(request, attempts - 1) : answer;
  };
  const done = async (token: string, request: HttpRequest): Promise<{ id: string; position: string }> => {
    const answer = await patiently(request.as(token));
    expect({ status: answer.status < 300, body: answer.body as unknown }).toEqual({ status: true, body: expect.anything() as unknown });
    return answer.body as { id: string; position: string };
  };
  const read = async <T = ContractDocument>(path: string, token = tokens.office): Promise<T> => {
    const answer = await patiently(get(path).as(token));
    expect(answer.status).toBe(200);
    return answer.body as T;
  };
  const at = (id: string, after: string) => `/api/v1/contracts/${id}?after=${after}`;
  const drafted = async (said: object = {}) => {
    const { id, position } = await done(tokens.office, post(`/api/v1/contracts?after=${start}`, { ...body, ...said }));
    return { id, path: `/api/v1/contracts/${id}`, fingerprint: (await read(at(id, position))).fingerprint };
  };
  const inForce = async () => {
    const { id, path, fingerprint } = await drafted();
    await done(tokens.nanjiang, post(`${path}/signature`, { fingerprint }));
    const { position } = await done(tokens.leader, post(`${path}/countersignature`, { fingerprint }));
    return { id, path, fingerprint, position };
  };

  it('contracts are issued in one go to all units that lead tasks of a split, each once, however often the batch is run', async () => {
    const template = {
      splitId: '511922_split', title: text('{unit}责任状', 'Contract of {unit}'), issuerPostId: '511922.head', responsiblePost: 'head', legalBasis: [basis],
      clauses: wording.clauses, period: wording.period,
    };
    const batch = post(`/api/v1/contract-batches?after=${start}`, template).as(tokens.nanjiangOffice).with('Idempotency-Key', 'batch');
    const { id, position } = await done(tokens.nanjiangOffice, batch);
    const row = await read<ContractBatchRow>(`/api/v1/contract-batches/${id}?after=${position}`, tokens.nanjiangOffice);
    expect(row).toMatchObject({ status: 'done', parties: [{ unitId: '511922001' }], results: [{ unitId: '511922001', code: null }] });
    const contractId = row.results[0]?.contractId;
    expect((await read(`/api/v1/contracts/${contractId}`, tokens.nanjiangOffice)).content.title.zh).toBe('单位511922001责任状');
    await done(tokens.nanjiangOffice, batch);
    await done(tokens.nanjiangOffice, post(`/api/v1/contract-batches/${id}/continuation`, {}));
    const again = await done(tokens.nanjiangOffice, post('/api/v1/contract-batches', template));
    const second = await read<ContractBatchRow>(`/api/v1/contract-batches/${again.id}?after=${again.position}`, tokens.nanjiangOffice);
    expect(second.results).toEqual([{ unitId: '511922001', contractId, code: null }]);
  });

  it('a batch says of each unit why it has no contract, and can be gone on with', async () => {
    const template = {
      splitId: '511900_split', title: text('{unit}责任状'), issuerPostId: '511900.head', responsiblePost: 'head', legalBasis: [], clauses: [], period: wording.period,
    };
    const { id, position } = await done(tokens.office, post(`/api/v1/contract-batches?after=${start}`, template));
    expect(await read(`/api/v1/contract-batches/${id}?after=${position}`)).toMatchObject({ status: 'done', results: [{ unitId: '511922', contractId: null, code: 'contract-without-basis' }] });
    await drafted();
    const gone = await done(tokens.office, post(`/api/v1/contract-batches/${id}/continuation`, {}));
    expect(await read(`/api/v1/contract-batches/${id}?after=${gone.position}`)).toMatchObject({ results: [{ unitId: '511922', code: null }] });
    await house.http.given().when(post('/api/v1/contract-batches', { ...template, splitId: '511900_none' }).as(tokens.office)).thenRefused(409, 'batch-without-parties', 'splitId');
  });

  it('veto clauses stand in a register with their legal basis', async () => {
    const veto = { code: 'V1', kind: 'veto', legalBasis: basis, text: text('取消资格', 'Barred') };
    const { position } = await done(tokens.office, post(`/api/v1/contracts?after=${start}`, { ...body, clauses: [veto] }));
    const { items } = await read<{ items: VetoClauseRow[] }>(`/api/v1/veto-clauses?after=${position}`, tokens.nanjiang);
    expect(items).toMatchObject([{ code: 'V1', basisTitle: basis.title, basisNumber: basis.number, responsibleUnitId: '511922' }]);
  });

  it('a draft is returned with remarks and answered by a new version, which both then sign', async () => {
    const { id, path, fingerprint } = await drafted();
    await done(tokens.nanjiangOffice, post(`${path}/remarks`, { fingerprint, remarks: '期限过长' }));
    await house.http.given().when(post(`${path}/signature`, { fingerprint }).as(tokens.nanjiang)).thenRefused(409, 'remarks-unanswered');
    const period = { from: '2013-01-01', until: '2013-06-30' };
    const { position } = await done(tokens.office, post(`${path}/versions`, { ...wording, period, reason: '缩短期限' }));
    const second = await read(at(id, position), tokens.nanjiangOffice);
    expect(second).toMatchObject({
      status: 'drafted', content: { version: 2, period }, earlier: [{ fingerprint }], negotiations: [{ remarks: '期限过长', answer: { answer: '缩短期限' } }],
    });
    await house.http.given().when(post(`${path}/signature`, { fingerprint }).as(tokens.nanjiang)).thenRefused(409, 'fingerprint-differs');
    await done(tokens.nanjiang, post(`${path}/signature`, { fingerprint: second.fingerprint }));
  });

  it('a contract in force is amended: the old version holds until both have signed the new one, and keeps its signatures', async () => {
    const { id, path, fingerprint } = await inForce();
    const amended = await done(tokens.office, post(`${path}/versions`, { ...wording, clauses: wording.clauses.slice(0, 1), reason: '取消一条' }));
    const waiting = await read(at(id, amended.position));
    expect(waiting).toMatchObject({ status: 'in-force', fingerprint, proposed: { reason: '取消一条' }, verification: { signature: 'valid', proposed: { content: 'valid', signature: 'missing' } } });
    const next = waiting.proposed?.fingerprint;
    await done(tokens.nanjiang, post(`${path}/signature`, { fingerprint: next }));
    const { position } = await done(tokens.leader, post(`${path}/countersignature`, { fingerprint: next }));
    expect(await read(at(id, position))).toMatchObject({
      status: 'in-force', fingerprint: next, proposed: null,
      verification: { version: 2, signature: 'valid', countersignature: 'valid', earlier: [{ version: 1, signature: 'valid', countersignature: 'valid' }] },
    });
  });

  it('both heads sign where both are named, each with the seal of the unit', async () => {
    const { id, path, fingerprint } = await drafted({ responsibleSecondPostId: '511922.secretary' });
    await done(tokens.secretary, post(`${path}/signature`, { fingerprint }));
    await house.http.given().when(post(`${path}/countersignature`, { fingerprint }).as(tokens.leader)).thenRefused(409, 'contract-not-signed');
    const { position } = await done(tokens.nanjiang, post(`${path}/signature`, { fingerprint }));
    expect(await read(at(id, position))).toMatchObject({
      status: 'signed', verification: { signature: 'valid', given: [{ postId: '511922.secretary', seal: 'valid' }, { postId: '511922.head', seal: 'valid' }] },
    });
  });

  it('who has not signed is listed, the longest waiting first, and reminded at most once a day', async () => {
    const { id, path } = await drafted();
    await done(tokens.office, post(`${path}/reminders`, { side: 'signature' }));
    await house.http.given().when(post(`${path}/reminders`, { side: 'signature' }).as(tokens.office)).thenRefused(409, 'reminded-today', 'side');
    await house.http.given().when(post(`${path}/reminders`, { side: 'signature' }).as(tokens.nanjiangOffice)).thenRefused(409, 'not-the-issuer');
    const { position } = await done(tokens.nanjiangOffice, post(`${path}/remarks`, { fingerprint: (await read(path)).fingerprint, remarks: '请核目标' }));
    const { items } = await read<{ items: ContractBoardRow[] }>(`/api/v1/contracts?awaitedSide=signature&after=${position}`, tokens.nanjiang);
    expect(items.find((row) => `511900_${row.id}` === id)).toMatchObject({
      awaitedPostIds: ['511922.head'], awaitedSince: '2013-03-01', remindedOn: '2013-03-01', reminders: 1, isReturned: true,
    });
    expect(items.every(({ awaitedSide }) => awaitedSide === 'signature')).toBe(true);
  });

  it('is passed on to a town from the contract above, with what the village assists in and the funds for it', async () => {
    const parent = await inForce();
    const own = {
      ...body, responsibleUnitId: '511922001', responsiblePostId: '511922001.head', issuerPostId: '511922.head', splitId: '511922_split', parentContractId: parent.id,
      assistance: [{ code: 'A1', unitId: '511922001001', text: text('巡查', 'Patrols'), funds: '1200.50', fundsSource: '镇财政预算' }],
    };
    const { id, position } = await done(tokens.nanjiangOffice, post(`/api/v1/contracts?after=${parent.position}`, own));
    expect((await read(at(id, position), tokens.nanjiangOffice)).content).toMatchObject({
      parentContractId: parent.id, assistance: [{ unitName: text('单位511922001001'), funds: '1200.50' }],
    });
    const { items } = await read<{ items: ContractBoardRow[] }>(`/api/v1/contracts?parentContractId=${parent.id}`, tokens.nanjiangOffice);
    expect(items).toHaveLength(1);
    await house.http.given().when(post('/api/v1/contracts', { ...own, period: { from: '2013-01-01', until: '2014-12-31' } }).as(tokens.nanjiangOffice))
      .thenRefused(409, 'period-outside-parent', 'period');
    await house.http.given().when(post('/api/v1/contracts', { ...own, parentContractId: '511900_aaaaaaaaaaaaaaaa' }).as(tokens.nanjiangOffice))
      .thenRefused(409, 'parent-not-in-force', 'parentContractId');
  });

  it('is signed outside the platform with the officer\'s own key, once an office has confirmed it', async () => {
    const { id, path, fingerprint } = await drafted();
    const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const brought = await done(tokens.nanjiang, post('/api/v1/signature-keys', { pem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() }));
    const { items } = await read<{ items: SignatureKeyRow[] }>(`/api/v1/signature-keys?after=${brought.position}`, tokens.nanjiangOffice);
    const bytes = await house.http.send(get(`${path}/signed-bytes`).as(tokens.nanjiang));
    expect(createHash('sha256').update(bytes.text).digest('hex')).toBe(fingerprint);
    const external = { keyId: items[0]?.keyId, value: sign('sha256', Buffer.from(bytes.text), pair.privateKey).toString('base64') };
    const signIt = (said: object = {}) => post(`${path}/signature`, { fingerprint, external: { ...external, ...said } }).as(tokens.nanjiang);
    await house.http.given().when(signIt()).thenRefused(409, 'key-not-confirmed', 'keyId');
    await house.http.given().when(post(`/api/v1/signature-keys/${brought.id}/confirmation`, { how: '当面核验' }).as(tokens.nanjiang)).thenRefused(403, 'role-not-allowed');
    await done(tokens.nanjiangOffice, post(`/api/v1/signature-keys/${brought.id}/confirmation`, { how: '当面核验' }));
    await house.http.given().when(signIt({ value: sign('sha256', Buffer.from('{}'), pair.privateKey).toString('base64') })).thenRefused(409, 'signature-invalid');
    const { position } = await done(tokens.nanjiang, signIt());
    expect(await read(at(id, position))).toMatchObject({ signatures: [{ signature: { algorithm: 'ECDSA-P256-SHA256' } }], verification: { signature: 'valid', given: [{ seal: 'valid' }] } });
  });

  it('is printed as a document whose code leads to a check that needs no token and tells neither terms nor persons', async () => {
    const { id, path, fingerprint, position } = await inForce();
    await read(at(id, position));
    const document = await house.http.send(get(`${path}/document.pdf`).as(tokens.nanjiang));
    expect([document.status, document.headers['content-type']]).toEqual([200, 'application/pdf']);
    await house.http.given().when(get(`${path}/document.pdf`)).thenRefused(401, 'token-missing');
    await house.http.given().when(get(`${path}/document.pdf?version=7`).as(tokens.nanjiang)).thenRefused(404, 'not-found');
    const genuine = await house.http.send(get(`${path}/genuineness?v=1&f=${fingerprint}`));
    expect(genuine.body).toEqual({
      genuine: true, title: wording.title, issuer: text('单位511900'), responsible: text('单位511922'), version: 1, standing: 'current', status: 'in-force',
      isFullySigned: true, period: wording.period, content: 'valid',
      signatures: [{ side: 'signature', signature: 'valid', seal: 'valid' }, { side: 'countersignature', signature: 'valid', seal: 'valid' }],
    });
    for (const wrong of [`${path}/genuineness?v=1&f=${'0'.repeat(64)}`, `${path}/genuineness?v=2&f=${fingerprint}`, `/api/v1/contracts/511900_aaaaaaaaaaaaaaaa/genuineness?v=1&f=${fingerprint}`]) {
      expect((await house.http.send(get(wrong))).body).toEqual({ genuine: false });
    }
  });

  it('is found breached, terminated, settled clause by clause, archived, and then at rest', async () => {
    const { id, path } = await inForce();
    await done(tokens.office, post(`${path}/breach`, { finding: '逾期', clauseCodes: ['P1'] }));
    const reward = { code: 'R1', honoured: false, finding: '未达标', outcome: '不予表扬', document: null };
    await house.http.given().when(post(`${path}/settlements`, reward).as(tokens.office)).thenRefused(409, 'period-not-over');
    await done(tokens.office, post(`${path}/termination`, { reason: '机构改革' }));
    await done(tokens.office, post(`${path}/settlements`, reward));
    const penalty = { code: 'P1', honoured: true, finding: '逾期属实', outcome: '通报批评', document: null };
    await house.http.given().when(post(`${path}/settlements`, penalty).as(tokens.office)).thenRefused(409, 'decision-required', 'document');
    await done(tokens.office, post(`${path}/settlements`, { ...penalty, document: '巴委通〔2013〕3号' }));
    await house.http.given().when(post(`${path}/settlements`, { ...penalty, document: '另一文号' }).as(tokens.office)).thenRefused(409, 'clause-settled', 'code');
    const { position } = await done(tokens.office, post(`${path}/archive`, { archiveNumber: '2013-001' }));
    expect(await read(at(id, position), tokens.nanjiang)).toMatchObject({
      status: 'archived', settlements: [{ code: 'R1', honoured: false }, { code: 'P1', honoured: true }], termination: { reason: '机构改革' }, archive: { archiveNumber: '2013-001' },
    });
    await house.http.given().when(post(`${path}/versions`, { ...wording, reason: '再改' }).as(tokens.office)).thenRefused(409, 'contract-closed');
    await house.http.given().when(post(`${path}/termination`, { reason: '再来' }).as(tokens.office)).thenRefused(409, 'contract-closed');
  });

  it('shows a missing handover when the post has a new holder, until the successor signs it with the progress of that day', async () => {
    const { id, path } = await inForce();
    await house.record(`task-${cityTask}`, {
      type: 'ResultReported',
      data: { year: 2013, values: [{ metric: 'days', value: '300', unit: '天' }], measuredOn: '2013-03-01', dueAt: '2013-12-31T15:59:59.999Z', late: false, attempt: 1, reportingUnitId: '511922', note: '' },
    }, { sharedWith: ['511922'] });
    await house.record('organisation-511922_register', {
      type: 'PostVacated', data: { postId: '511922.head', unitId: '511922', officerId: '511922.leader', from: '2012-01-01', until: '2013-02-28' },
    });
    const filled = await house.record('organisation-511922_register', {
      type: 'PostFilled', data: { postId: '511922.head', unitId: '511922', officerId: '511922.successor', from: '2013-03-01' },
    });
    const handOver = post(`${path}/handovers?after=${filled}`);
    await house.http.given().when(handOver.as(tokens.nanjiang)).thenRefused(409, 'signatory-not-in-post');
    expect((await read(path)).responsibilities[0]).toEqual({
      side: 'signature', postId: '511922.head', answeringId: '511922.leader', holderId: '511922.successor', isHandoverMissing: true,
    });
    const { position } = await done(tokens.successor, handOver);
    const document = await read(at(id, position));
    expect(document).toMatchObject({
      handovers: [{ content: { predecessorId: '511922.leader', successorId: '511922.successor', handedOverOn: '2013-03-01', progress: [{ taskId: cityTask, year: 2013, status: 'reported' }] } }],
      verification: { handovers: ['valid'] },
    });
    expect(document.responsibilities[0]).toMatchObject({ answeringId: '511922.successor', isHandoverMissing: false });
  });
});
