import { randomBytes } from 'node:crypto';
import { contractsRefusals, type ContractDocument } from '@zeren/contracts-domain';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { createDataSource } from '@zeren/read-model';
import type { UnitKind } from '@zeren/organisation-domain';
import type { TaskPublished } from '@zeren/tasks-domain';
import { contractsMigrations, ContractsModule, contractsTables } from './index.js';

const INDICATORS = 302;
const text = (zh: string, en = zh) => ({ zh, en });
const basis = { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号(1989)' };
const body = {
  responsibleUnitId: '511922', responsibleTenantId: '511922', responsiblePostId: '511922.head', issuerPostId: '511900.head',
  title: text('南江县“五创联动”目标责任状(2013—2015)', 'Responsibility contract of Nanjiang, 2013–2015'),
  splitId: '511900_split', legalBasis: [basis],
  clauses: [
    { code: 'R1', kind: 'reward', legalBasis: null, text: text('通报表扬', 'Praised in a bulletin') },
    { code: 'V1', kind: 'veto', legalBasis: basis, text: text('取消评先资格', 'Barred from awards') },
  ],
  period: { from: '2013-01-01', until: '2015-12-31' },
};

const taskPublished = (indicatorCode: string, unitId: string): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    splitId: '511900_split', rowKey: `${indicatorCode}~${unitId}`, parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode,
    name: text(`建成区绿化覆盖率达到国家规定标准的指标${indicatorCode}`, `Share of green cover in the built-up area, indicator ${indicatorCode}`),
    evidence: 'statistics', unitId, unitTenantId: unitId, supportingUnitIds: [], accountablePostId: `${unitId}.head`, level: 2, weight: '19.8675',
    deadline: '2015-12-31T15:59:59.999Z', sharedWith: [unitId],
    metrics: [{ code: 'm1', unit: '平方公里', direction: 'at-least', distribution: 'share' }],
    annualTargets: [2013, 2014, 2015].map((year) => ({ year, dueAt: `${year}-12-31T15:59:59.999Z`, targets: [{ metric: 'm1', value: '12.3456' }] })),
  },
});

type Response = Awaited<ReturnType<House['http']['send']>>;

describe('contracts over HTTP', () => {
  let house: House;
  const tokens = {} as Record<'office' | 'leader' | 'nanjiang' | 'successor' | 'foreign', string>;

  const unit = (unitId: string, zh: string, kind: UnitKind, level: number) =>
    ({ unitId, code: unitId, name: text(zh), kind, level, parentUnitId: level === 1 ? null : '511900', validFrom: '1993-07-05' });
  const held = (unitId: string, officerId: string, from: string) =>
    ({ type: 'PostFilled', data: { postId: `${unitId}.head`, unitId, officerId, from } });

  beforeAll(async () => {
    process.env['ZEREN_SIGNING_KEY'] = randomBytes(32).toString('base64');
    house = await startHouse(
      { name: 'accountability', modules: [ContractsModule], tables: contractsTables, refusals: contractsRefusals }, { migrations: contractsMigrations },
    );
    const leader = (tenantId: string, actorId: string) =>
      house.tokenFor({ tenantId, actorId, unitId: tenantId, postId: `${tenantId}.head`, roles: ['leader'] });
    [tokens.office, tokens.leader, tokens.nanjiang, tokens.successor, tokens.foreign] = await Promise.all([
      house.tokenFor({ tenantId: '511900', actorId: '511900.city-office', unitId: '511900-creation-office', roles: ['city-office'] }),
      leader('511900', '511900.leader'),
      leader('511922', '511922.leader'),
      leader('511922', '511922.successor'),
      leader('511921', '511921.leader'),
    ]);
    const shared = { sharedWith: ['511922', '511921'] };
    await house.record('organisation-511900_register', {
      type: 'UnitsRegistered',
      data: { units: [unit('511900', '巴中市', 'government', 1), unit('511922', '南江县', 'district', 2), unit('511921', '通江县', 'district', 2)] },
    }, shared);
    await house.record('organisation-511900_register', held('511900', '511900.leader', '2012-01-01'), shared);
    await house.record('organisation-511922_register', held('511922', '511922.leader', '2012-01-01'), { sharedWith: ['511900'] });
    await house.record('split-511900_split', {
      type: 'SplitDrafted',
      data: { title: text('分解'), cycle: { kind: 'routine', from: '2013-01-01', until: '2015-12-31' }, deepestLevel: 2 },
    });
    await house.record('split-511900_split', { type: 'SplitRowsAdded', data: { part: 1, rows: Array.from({ length: INDICATORS }, () => ({})) } });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const draft = (said: object = {}) => post('/api/v1/contracts', { ...body, ...said }).as(tokens.office);
  /** As a client does: where a view is not yet there, it asks again. */
  const patiently = async (request: HttpRequest): Promise<Response> => {
    const answer = await house.http.send(request);
    return answer.status === 503 ? patiently(request) : answer;
  };
  const drafted = async (after: string): Promise<{ id: string; position: string }> => {
    const answer = await patiently(post(`/api/v1/contracts?after=${after}`, body).as(tokens.office));
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as { id: string; position: string };
  };
  const read = async (id: string, after: string, token = tokens.office): Promise<ContractDocument> => {
    const answer = await patiently(get(`/api/v1/contracts/${id}?after=${after}`).as(token));
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body as ContractDocument;
  };
  const sign = (id: string, side: 'signature' | 'countersignature', fingerprint: string, token: string) =>
    post(`/api/v1/contracts/${id}/${side}`, { fingerprint }).as(token);

  it('none is drafted from a split that is not published, or whose tasks are still coming in', async () => {
    await house.http.given().when(draft()).thenRefused(409, 'split-not-published', 'splitId');
    const published = { type: 'SplitPublished', data: { rows: INDICATORS, hash: 'hash', chainTenantIds: [] } };
    const position = await house.record('split-511900_split', published);
    await house.http.given().when(post(`/api/v1/contracts?after=${position}`, body).as(tokens.office)).thenRefused(503, 'view-not-ready');
  });

  describe('of a published split', () => {
    let last: string;
    let contract: { id: string; position: string };
    let fingerprint: string;

    beforeAll(async () => {
      let position = 0n;
      for (let n = 1; n <= INDICATORS; n += 1) {
        const code = `CIV-${String(n).padStart(3, '0')}`;
        position = await house.record(`task-511900_split.${code}~511922`, taskPublished(code, '511922'), { sharedWith: ['511922'] });
      }
      last = String(position);
      contract = await drafted(last);
      fingerprint = (await read(contract.id, contract.position)).fingerprint;
    }, 60_000);

    it('one is drafted with all 302 tasks, their targets, and the names of the parties', async () => {
      const document = await read(contract.id, contract.position);
      expect(document.status).toBe('drafted');
      expect(document.content.terms).toHaveLength(INDICATORS);
      expect(document.content.terms[0]).toMatchObject({ indicatorCode: 'CIV-001', targets: [{ metric: 'm1', annual: [{ year: 2013 }, { year: 2014 }, { year: 2015 }] }] });
      expect(document.content.issuer).toEqual({ tenantId: '511900', unitId: '511900', unitName: text('巴中市'), postId: '511900.head' });
      expect(document.content.responsible.unitName).toEqual(text('南江县'));
      expect(document.verification).toMatchObject({ content: 'valid', signature: 'missing', countersignature: 'missing' });
      expect(Buffer.byteLength(JSON.stringify(document.content))).toBeLessThan(200_000);
    });

    it('one drafted twice with the same key is one', async () => {
      const keyed = draft().with('Idempotency-Key', 'once');
      const first = await house.http.send(keyed);
      const again = await house.http.send(keyed);
      expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
      await house.http.given().when(draft({ title: text('另一份') }).with('Idempotency-Key', 'once')).thenRefused(422, 'idempotency-key-reused');
    });

    it('one is seen by both parties and by no other tenant', async () => {
      expect((await read(contract.id, contract.position, tokens.nanjiang)).fingerprint).toBe(fingerprint);
      const listed = await house.http.send(get('/api/v1/contracts?status=drafted').as(tokens.nanjiang));
      expect((listed.body as { items: { id: string; terms: number }[] }).items.map(({ id, terms }) => [`511900_${id}`, terms])).toContainEqual([contract.id, INDICATORS]);
      expect((await house.http.send(get('/api/v1/contracts').as(tokens.foreign))).body).toEqual({ items: [] });
      await house.http.given().when(get(`/api/v1/contracts/${contract.id}`).as(tokens.foreign)).thenRefused(404, 'not-found');
      await house.http.given().when(sign(contract.id, 'signature', fingerprint, tokens.foreign)).thenRefused(404, 'not-found');
    });

    it('one is signed, then countersigned, and verifies', async () => {
      const { id } = contract;
      await house.http.given().when(sign(id, 'countersignature', fingerprint, tokens.leader)).thenRefused(409, 'contract-not-signed');
      const signed = await house.http.given().when(sign(id, 'signature', fingerprint, tokens.nanjiang)).then({ status: 200, headers: { ETag: '"1"' } });
      await house.http.given().when(sign(id, 'signature', fingerprint, tokens.nanjiang)).then({ status: 200, headers: { ETag: '"1"' } });
      const halfway = await read(id, (signed.body as { position: string }).position);
      expect(halfway).toMatchObject({ status: 'signed', verification: { content: 'valid', signature: 'valid', countersignature: 'missing' } });
      expect(halfway.signatures).toMatchObject([{ officerId: '511922.leader', postId: '511922.head', signedOn: '2013-03-01', fingerprint, seal: { unitId: '511922' } }]);
      const countersigned = await house.http.given().when(sign(id, 'countersignature', fingerprint, tokens.leader)).then({ status: 200, headers: { ETag: '"2"' } });
      const { position } = countersigned.body as { position: string };
      for (const token of [tokens.office, tokens.nanjiang]) {
        const document = await read(id, position, token);
        expect(document).toMatchObject({
          status: 'in-force', verification: { content: 'valid', signature: 'valid', countersignature: 'valid', given: [{ seal: 'valid' }, { seal: 'valid' }] },
        });
      }
    });

    it('one altered in the view after it was signed no longer verifies', async () => {
      const { id, position } = await drafted(last);
      const { fingerprint: own } = await read(id, position);
      const signed = await house.http.given().when(sign(id, 'signature', own, tokens.nanjiang)).then({ status: 200 });
      const { position: after } = signed.body as { position: string };
      await read(id, after);
      await asOwner(
        `update contract_document_v2 set content = jsonb_set(content, '{terms,0,weight}', '"1"') where id = $1`, [id.split('_')[1]],
      );
      const document = await read(id, after);
      expect(document.verification).toMatchObject({ content: 'invalid', signature: 'invalid', countersignature: 'missing' });
    });

    it('one is not signed by someone not in the post on that day', async () => {
      const { id, position } = await drafted(last);
      const { fingerprint: own } = await read(id, position);
      const problem = await house.http.given().when(sign(id, 'signature', own, tokens.successor)).thenRefused(409, 'signatory-not-in-post');
      expect(problem.detail).toContain('511922.successor');
      await house.record('organisation-511922_register', {
        type: 'PostVacated', data: { postId: '511922.head', unitId: '511922', officerId: '511922.leader', from: '2012-01-01', until: '2013-02-28' },
      });
      const filled = await house.record('organisation-511922_register', held('511922', '511922.successor', '2013-03-01'));
      const after = (token: string) => post(`/api/v1/contracts/${id}/signature?after=${filled}`, { fingerprint: own }).as(token);
      await house.http.given().when(after(tokens.nanjiang)).thenRefused(409, 'signatory-not-in-post');
      await house.http.given().when(after(tokens.successor)).then({ status: 200 });
    });

    it('one is signed over no other fingerprint, and not by the wrong party', async () => {
      const { id, position } = await drafted(last);
      const { fingerprint: own } = await read(id, position);
      await house.http.given().when(sign(id, 'signature', '0'.repeat(64), tokens.successor)).thenRefused(409, 'fingerprint-differs', 'fingerprint');
      await house.http.given().when(sign(id, 'signature', own, tokens.leader)).thenRefused(409, 'not-the-signatory');
      await house.http.given().when(sign(id, 'signature', own, tokens.office)).thenRefused(403, 'role-not-allowed');
      await house.http.given().when(sign(id, 'signature', own, tokens.successor).with('If-Match', '"5"')).thenRefused(412, 'revision-mismatch');
    });

    it.each([
      ['without a basis', { legalBasis: [] }, 409, 'contract-without-basis', 'legalBasis'],
      ['with a veto without a basis', { clauses: [{ ...body.clauses[1], legalBasis: null }] }, 409, 'veto-without-basis', 'clauses[0].legalBasis'],
      ['for a unit that leads nothing', { responsibleUnitId: '511921', responsibleTenantId: '511921', responsiblePostId: '511921.head' }, 409, 'contract-without-tasks', 'splitId'],
      ['for a unit nobody knows', { responsibleUnitId: '511999' }, 409, 'party-unknown', 'responsibleUnitId'],
      ['with a field nobody knows', { colour: 'red' }, 400, 'validation-failed', 'colour'],
      ['over a split of another tenant', { splitId: '511921_split' }, 409, 'split-not-published', 'splitId'],
    ] as const)('one %s is refused', async (...[, said, status, code, field]) => {
      await house.http.given().when(draft(said)).thenRefused(status, code, field);
    });
  });

  const asOwner = async <Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const database = await createDataSource(house.databaseUrl, [], { poolSize: 1 }).initialize();
    try {
      return await database.query<Row[]>(statement, [...values]);
    } finally {
      await database.destroy();
    }
  };

  it('private keys are stored encrypted, one for each officer who signed', async () => {
    const rows = await asOwner<{ officer_id: string; private_key: Buffer }>('select officer_id, private_key from signature_key order by officer_id');
    expect(rows.map(({ officer_id }) => officer_id)).toEqual(['511900.leader', '511922.leader', '511922.successor']);
    for (const { private_key } of rows) expect(private_key.includes(Buffer.from('302e020100300506032b6570', 'hex'))).toBe(false);
  });
});
