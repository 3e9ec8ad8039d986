import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { apportion } from '@zeren/kernel';
import { tasksRefusals, type SplitRow } from '@zeren/tasks-domain';
import { aCampaign, aCitySplit, aDistrictRow, annualTargetsOf, aRow, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';
import { readSplitSheet } from './spreadsheet-reader.js';
import { writeSplitWorkbook } from './spreadsheet-writer.js';

const said = { titleZh: '任务分解', titleEn: 'Split', kind: 'routine', from: '2013-01-01', until: '2014-12-31', deepestLevel: '3' };
const IMPORTED_WITHIN_MS = 30_000;

describe('splits as spreadsheets, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;

  const answerOf = (request: HttpRequest) => house.http.send(request.as(office));
  const upload = (file: Buffer, more: Record<string, string> = {}, language = 'zh') =>
    post(`/api/v1/split-spreadsheets?${new URLSearchParams({ ...said, ...more }).toString()}`, file).with('Content-Type', 'application/octet-stream').with('Accept-Language', language);
  const fileOf = (rows: readonly SplitRow[]) => writeSplitWorkbook(rows, [2013, 2014], 'zh');
  const splits = async () => ((await answerOf(get('/api/v1/splits?limit=200'))).body as { items: { id: string; rows: number }[] }).items;

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    [office, district] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.city-office`, unitId: `${CITY}-creation-office`, roles: ['city-office'] }),
      house.tokenFor({ tenantId: DISTRICT, actorId: `${DISTRICT}.district-office`, unitId: `${DISTRICT}-creation-office`, roles: ['district-office'] }),
    ]);
    await house.record(`campaign-${CITY}_env`, aCampaign({ participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a template is there in the reader\'s language', async () => {
    const answer = await house.http.send(get('/api/v1/split-spreadsheets/template?firstYear=2013&lastYear=2015').as(office).with('Accept-Language', 'en'));
    expect({ status: answer.status, name: answer.headers['content-disposition'] }).toEqual({ status: 200, name: 'attachment; filename="split-template.xlsx"' });
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(4_000);
  });

  it('a dry run drafts nothing and says every error at its cell, in both languages', async () => {
    const rows = aCitySplit().map((row, index) => (index === 1 ? { ...row, weight: '60' } : row));
    const answer = await answerOf(upload(await fileOf(rows), { dryRun: 'true' }));
    expect(answer.body).toEqual({ rows: 3, errors: [{ row: 3, column: 'M', code: 'weights-not-100', text: { zh: '同级权重合计为 99.5,须恰为 100。', en: 'The weights sum to 99.5; they must sum to exactly 100.' } }] });
    expect((await answerOf(upload(await fileOf(aCitySplit()), { dryRun: 'true' }))).body).toEqual({ rows: 3, errors: [] });
    expect(await splits()).toEqual([]);
  });

  it('an import with an error is refused whole, each error with its cell in the reader\'s language', async () => {
    const rows = aCitySplit().map((row, index) => (index === 1 ? { ...row, evidence: 'photo' as SplitRow['evidence'] } : row));
    const { status, body } = await answerOf(upload(await fileOf(rows), {}, 'en'));
    expect({ status, body: body as unknown }).toMatchObject({
      status: 422, body: { code: 'spreadsheet-refused', errors: [{ field: 'G3', code: 'cell-choice', detail: '“photo” is none of the choices: document, field, survey, statistics.' }] },
    });
    expect(await splits()).toEqual([]);
  });

  it('what is no spreadsheet is refused, and so is a body of another kind', async () => {
    expect((await answerOf(upload(Buffer.from('not a workbook')))).body).toMatchObject({ status: 422, code: 'spreadsheet-invalid' });
    expect((await answerOf(post(`/api/v1/split-spreadsheets?${new URLSearchParams(said).toString()}`, { rows: [] }))).body).toMatchObject({ status: 400, code: 'spreadsheet-invalid' });
  });

  it('an import drafts the split, and the same file again is the same split: nothing is doubled', async () => {
    const file = await fileOf(aCitySplit());
    const first = (await answerOf(upload(file).with('Idempotency-Key', 'once'))).body as { id: string; position: string; revision: number };
    const again = (await answerOf(upload(file).with('Idempotency-Key', 'twice'))).body as typeof first;
    expect([again.id, again.revision]).toEqual([first.id, first.revision]);
    await answerOf(get(`/api/v1/splits/${first.id}?after=${first.position}`));
    expect(await splits()).toMatchObject([{ rows: 3 }]);
    const approval = await answerOf(post(`/api/v1/splits/${first.id}/approval`, { document: '1号' }));
    expect(approval.status).toBe(200);
  });

  it('a split is exported as it stands, to its own tenant alone', async () => {
    const [split] = await splits();
    const path = `/api/v1/splits/${CITY}_${split?.id}/spreadsheet`;
    const exported = await fetch(`${house.url}${path}`, { headers: { 'Authorization': `Bearer ${office}`, 'Accept-Language': 'en' } });
    const lines = readSplitSheet(Buffer.from(await exported.arrayBuffer()));
    expect(lines).toHaveLength(4);
    expect([...(lines[0]?.cells.values() ?? [])].map(({ text }) => text)).toContain('Lead unit');
    await house.http.given().when(get(path).as(district)).thenRefused(404, 'not-found');
  });

  it(`10,000 rows are imported within ${IMPORTED_WITHIN_MS / 1_000} s`, async () => {
    const units = 9_999;
    const [weights, shares] = [apportion('100', Array.from({ length: units }, () => '1'), 6), apportion('100', Array.from({ length: units }, () => '1'), 4)];
    const rows = [aRow({ supportingUnitIds: [] }), ...Array.from({ length: units }, (_, index) => aDistrictRow(`${DISTRICT}-${index}`, {
      unitTenantId: DISTRICT, weight: weights[index] as string, annualTargets: annualTargetsOf(shares[index] as string),
    }))];
    const file = await fileOf(rows);
    const begun = performance.now();
    const { status } = await answerOf(upload(file));
    expect(status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(IMPORTED_WITHIN_MS);
  }, 120_000);
});
