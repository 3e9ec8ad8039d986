import { setTimeout as delay } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { onboardingSheets, organisationRefusals, siteSheet, type OnboardingSheet } from '@zeren/organisation-domain';
import ExcelJS from 'exceljs';
import { OrganisationModule, organisationPolicies, organisationTables, type ImportDryRun } from '../index.js';
import { writeSheets } from './import-workbook.js';

const text = (zh: string, en = zh) => ({ zh, en });
const panjin = {
  tenantId: '211100', name: text('盘锦市', 'Panjin'), kind: 'city', parentTenantId: null, timeZone: 'Asia/Shanghai',
  levels: [text('市', 'City'), text('县区', 'District'), text('镇街', 'Town'), text('网格', 'Grid'), text('社区村', 'Community')],
};
const SINCE = '1984-06-01';
const kinds = ['政府', '县区', '镇街', '网格', '村社区'];
const division = (id: string, nameZh: string, level: number, parent: string | null, said: object = {}) =>
  ({ id, code: id, nameZh, kind: kinds[level - 1], level, parent, from: SINCE, ...said });
const city = {
  divisions: [
    division('211100', '盘锦市', 1, null), division('211103', '兴隆台区', 2, '211100'),
    division('211104', '大洼县', 2, '211100', { code: '211121' }),
    division('211104', '大洼区', 2, '211100', { from: '2016-03-20', reason: '撤县设区' }),
    division('211103001', '振兴街道', 3, '211103'), division('211103001-g01', '第一网格', 4, '211103001', { code: null }),
    division('211103001001', '世纪社区', 5, '211103001-g01'),
  ],
  departments: [{ id: '211100-creation-office', nameZh: '市创城办', kind: '办公室', parent: '211100', from: SINCE }],
  posts: [{ id: '211100-creation-office.head', unit: '211100-creation-office', nameZh: '主任', kind: '主要负责人', from: SINCE, holder: '211100.city-office', holderFrom: '2012-01-01' }],
  externalParties: [{ id: '211100-x-liaohe-oilfield', nameZh: '辽河油田公司', nameEn: 'Liaohe Oilfield Company', from: SINCE }],
  populations: [{ unit: '211103', people: 529394, on: '2020-11-01', source: '第七次全国人口普查' }],
  calendar: [{ date: '2013-02-11', kind: '放假', document: '国办发明电〔2012〕33号' }, { date: '2013-02-16', kind: '上班', document: '国办发明电〔2012〕33号' }],
};

/** Rows as a workbook in a language. */
const workbookOf = (rows: Partial<Record<OnboardingSheet, readonly object[]>>, language: 'zh' | 'en' = 'zh') =>
  writeSheets((Object.keys(onboardingSheets) as OnboardingSheet[]).map((code) => ({
    definition: onboardingSheets[code],
    rows: (rows[code] ?? []).map((row) => onboardingSheets[code].columns.map(({ code: column }) => String((row as Record<string, unknown>)[column] ?? ''))),
  })), language);

describe('the onboarding of a city over HTTP', () => {
  let house: House;
  const tokens: Record<string, string> = {};
  const send = (request: HttpRequest, who = 'city') => house.http.send(request.as(tokens[who] as string));
  const upload = (file: Buffer, query = '', who = 'city') =>
    send(post(`/api/v1/organisation/imports/workbook${query}`, file).with('Content-Type', 'application/octet-stream'), who);
  const dryRun = async (file: Buffer) => (await upload(file, '?dryRun=true')).body as ImportDryRun;
  const items = async (path: string, who = 'city'): Promise<Record<string, unknown>[]> => {
    const answer = await send(get(`/api/v1/${path}`), who);
    if (answer.status === 503) return items(path, who);
    expect(answer.status).toBe(200);
    return (answer.body as { items: Record<string, unknown>[] }).items;
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [OrganisationModule], tables: organisationTables, refusals: organisationRefusals }, { policies: organisationPolicies });
    const people = {
      operator: { tenantId: 'platform', actorId: 'platform.operator', roles: ['operator'] },
      city: { tenantId: '211100', actorId: '211100.city-office', unitId: '211100-creation-office', roles: ['city-office'] },
      district: { tenantId: '211103', actorId: '211103.district-office', roles: ['district-office'] },
      foreign: { tenantId: '511900', actorId: '511900.city-office', roles: ['city-office'] },
      officer: { tenantId: '211100', actorId: '211100.officer', roles: ['officer'] },
    } as const;
    for (const [name, caller] of Object.entries(people)) tokens[name] = await house.tokenFor(caller);
    for (const tenant of [panjin, { ...panjin, tenantId: '211103', name: text('兴隆台区'), kind: 'district', parentTenantId: '211100' }]) {
      expect((await send(post('/api/v1/tenants', tenant), 'operator')).status).toBe(201);
    }
    house.setClock('2013-03-01T02:00:00.000Z');
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a template is there in the reader\'s language, with the choices offered', async () => {
    const answer = await send(get('/api/v1/organisation/imports/template').with('Accept-Language', 'en'));
    expect({ status: answer.status, name: answer.headers['content-disposition'] }).toEqual({ status: 200, name: 'attachment; filename="register-template.xlsx"' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await workbookOf({}, 'en') as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Divisions', 'Departments', 'Posts', 'External parties', 'Populations', 'Working calendar']);
    expect(book.getWorksheet('Divisions')?.getCell('E2').dataValidation).toMatchObject({ formulae: ['"Government,District,Town,Village,Grid"'] });
  });

  it('a dry run says every error at its cell and every change it would make, and changes nothing', async () => {
    const wrong = await dryRun(await workbookOf({ ...city, posts: [{ ...city.posts[0], unit: '211199', kind: '局长', from: '2012年13月1日' }] }));
    expect(wrong).toMatchObject({
      errorCount: 2,
      errors: [
        { field: '岗位!F2', sheet: text('岗位', 'Posts'), row: 2, column: 'F', code: 'cell-date', text: { zh: '“2012年13月1日”不是日期,请写成 2014-06-30。' } },
        { field: '岗位!E2', code: 'cell-choice', text: { zh: '“局长”不在可选值之内:主要负责人、分管负责人、经办。' } },
      ],
    });
    const right = await dryRun(await workbookOf(city));
    expect(right).toMatchObject({
      errorCount: 0, rows: { units: 9, posts: 1, populations: 1, workingDays: 2 },
      counts: { 'unit-registered': 8, 'unit-changed': 1, 'post-created': 1, 'post-filled': 1, 'population-recorded': 1, 'working-year-published': 1 },
    });
    expect(right.changes).toContainEqual(expect.objectContaining({ what: 'unit-changed', reason: '撤县设区' }));
    expect(await items('units')).toEqual([]);
  });

  it('an import with an error is refused whole, each error at its place', async () => {
    const rows = { ...city, divisions: [...city.divisions, division('211103001001', '世纪社区', 5, '211103001')] };
    expect((await send(post('/api/v1/organisation/imports', rows).with('Accept-Language', 'en'))).body).toMatchObject({
      status: 422, code: 'import-refused', detail: 'The file has 1 errors; nothing was imported.',
      errors: [{ field: 'divisions[7].parent', code: 'unit-in-two-places', detail: expect.stringContaining('a unit is in one place on a day') as string }],
    });
    expect((await upload(await workbookOf(rows))).body).toMatchObject({ code: 'import-refused', errors: [{ field: '区划!G9', code: 'unit-in-two-places' }] });
    expect((await send(post('/api/v1/organisation/imports', { divisions: [{ ...city.divisions[0], colour: 'red' }] }))).body)
      .toMatchObject({ code: 'import-refused', errors: [{ field: 'divisions[0]', code: 'sheet-column-unknown' }] });
    expect((await upload(Buffer.from('not a workbook'))).body).toMatchObject({ status: 422, code: 'spreadsheet-invalid' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await workbookOf(city) as unknown as ArrayBuffer);
    book.getWorksheet('区划')?.mergeCells('C3:D4');
    expect((await upload(Buffer.from(await book.xlsx.writeBuffer()))).body).toMatchObject({ status: 422, code: 'sheet-merged', field: 'C3:D4', detail: '单元格 C3:D4 已合并,请取消合并。' });
    expect(await items('units')).toEqual([]);
  });

  it('enters divisions down to the grid, departments, posts and external parties, and again changes nothing', async () => {
    const { body } = await upload(await workbookOf(city)) as { body: { revision: number; position: string } };
    expect((await items(`units?after=${body.position}`)).map(({ unitId }) => unitId)).toEqual([
      '211100', '211100-creation-office', '211100-x-liaohe-oilfield', '211103', '211103001', '211103001-g01', '211103001001', '211104',
    ]);
    expect((await upload(await workbookOf(city))).body).toMatchObject({ revision: body.revision });
    expect((await send(post('/api/v1/organisation/imports', city))).body).toMatchObject({ revision: body.revision });
    expect(await items('posts?unitId=211100-creation-office')).toMatchObject([{ holder: { officerId: '211100.city-office', from: '2012-01-01' } }]);
  });

  it('publishes the years of its calendar, by which the city and its districts count', async () => {
    const year = { year: 2013, version: 1, holidays: ['2013-02-11'], makeUpWorkdays: ['2013-02-16'], document: '国办发明电〔2012〕33号' };
    expect((await send(get('/api/v1/calendar'))).body).toMatchObject({ years: [{ ...year, by: 'tenant' }] });
    expect((await send(get('/api/v1/calendar'), 'district')).body).toMatchObject({ years: [{ ...year, by: 'city' }] });
    const twice = { calendar: [...city.calendar, { date: '2013-02-11', kind: 'work', document: '国办发明电〔2012〕33号' }] };
    expect((await send(post('/api/v1/organisation/imports', twice))).body).toMatchObject({ code: 'import-refused', errors: [{ field: 'calendar[2].date', code: 'rest-and-work' }] });
  });

  it('tells what a unit was and will be: Dawa is a county until 2016 and a district from then on', async () => {
    expect(await items('units/211104/versions')).toMatchObject([
      { code: '211121', name: text('大洼县'), validUntil: '2016-03-19' }, { code: '211104', name: text('大洼区'), validFrom: '2016-03-20' },
    ]);
    expect(await items('units?kind=district&on=2016-03-19')).toMatchObject([{ unitId: '211103' }, { code: '211121' }]);
    expect(await items('units?kind=district&on=2016-03-20')).toMatchObject([{ unitId: '211103' }, { code: '211104' }]);
    expect(await items('reorganisations')).toEqual([{ day: '2016-03-20', units: 1 }]);
  });

  it('keeps populations with their day and source, for the city and its districts and no other city', async () => {
    const { body } = await send(post('/api/v1/organisation/populations', { populations: [{ unitId: '211103', people: 512000, on: '2010-11-01', source: '第六次全国人口普查' }] })) as { body: { position: string } };
    const counted = [{ people: 529394, countedOn: '2020-11-01' }, { people: 512000, countedOn: '2010-11-01', source: '第六次全国人口普查' }];
    expect(await items(`populations?unitId=211103&after=${body.position}`)).toMatchObject(counted);
    expect(await items('populations', 'district')).toMatchObject(counted);
    expect(await items('populations', 'foreign')).toEqual([]);
  });

  it('gives the register back as a workbook that changes nothing when it is read again, formulas neutralised', async () => {
    const named = { ...city.externalParties[0], id: '211100-x-sum', nameZh: '=SUM(A1)', nameEn: '@x' };
    expect((await send(post('/api/v1/organisation/imports', { externalParties: [named] }))).status).toBe(200);
    const served = await fetch(`${house.url}/api/v1/organisation/imports/workbook`, { headers: { authorization: `Bearer ${tokens['city']}`, 'accept-language': 'en' } });
    const file = Buffer.from(await served.arrayBuffer());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    expect(book.getWorksheet('External parties')?.getCell('B3').value).toBe('\'=SUM(A1)');
    expect(await dryRun(file)).toMatchObject({ errorCount: 0, changes: [], rows: { units: 10, posts: 1, populations: 2, workingDays: 2 } });
  });

  it('of a district\'s own offices and posts hangs under what its city keeps', async () => {
    const own = {
      departments: [{ id: '211103-creation-office', nameZh: '创城办', kind: '办公室', parent: '211103', from: SINCE }],
      posts: [{ id: '211103001-g01.officer', unit: '211103001-g01', nameZh: '网格员', kind: '经办', from: SINCE, holder: '211103001-g01.officer' }],
    };
    const { body } = await send(post('/api/v1/organisation/imports', own), 'district') as { body: { position: string } };
    expect(await items(`units?level=2&kind=office&after=${body.position}`, 'district')).toMatchObject([{ unitId: '211103-creation-office', level: 2 }]);
    expect((await send(post('/api/v1/organisation/imports', { departments: [{ ...own.departments[0], id: '211104-office', parent: '211104' }] }), 'district')).body)
      .toMatchObject({ code: 'import-refused', errors: [{ field: 'departments[0].id', code: 'unit-outside-tenant' }] });
  });

  it('takes 10,000 rows, more than one append holds', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ ...division(`211104001-v${n}`, `第${n}社区居民委员会`, 5, '211104001'), code: null }));
    const file = await workbookOf({ divisions: [division('211104001', '大洼街道', 3, '211104'), ...many] });
    const { status, body } = await upload(file) as { status: number; body: { position: string; revision: number } };
    expect(status).toBe(200);
    expect(await items(`units?parentUnitId=211104001&limit=200&after=${body.position}`)).toHaveLength(200);
    expect((await upload(file)).body).toMatchObject({ revision: body.revision });
  }, 90_000);

  describe('the register of sites', () => {
    const market = {
      number: 'PJ-1', name: text('兴隆市场'), siteType: 'market', point: { latitude: '41.12', longitude: '122.07' }, address: '石油大街',
      areaUnitId: '211103001001', ownerUnitId: '211100-x-liaohe-oilfield', validFrom: '2012-01-01',
    };
    const { number: _, ...version } = market;
    const sheet = (...rows: readonly (readonly string[])[]) => writeSheets([{ definition: siteSheet, rows }], 'zh');
    const uploadSites = (file: Buffer, query = '', who = 'city') => send(post(`/api/v1/site-sheets${query}`, file).with('Content-Type', 'application/octet-stream'), who);
    const row = ['PJ-2', '采油一场', '', '闲置油田场地', '211103', '211100-x-liaohe-oilfield', '41.2', '122.1', '', '2012-01-01', ''];

    const entered = async (number: string): Promise<void> => {
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if ((await send(get(`/api/v1/sites/211100_${number}`))).status === 200) return;
        await delay(100);
      }
      throw new Error(`${number} was not entered`);
    };

    it('holds sites with type, place, area, owner and history, for the city and the district in which they lie', async () => {
      const { status, body } = await send(post('/api/v1/sites', market)) as { status: number; body: { id: string; position: string } };
      expect({ status, id: body.id }).toEqual({ status: 201, id: '211100_PJ-1' });
      const changed = await send(post('/api/v1/sites/211100_PJ-1/versions', { ...version, siteType: 'park', validFrom: '2013-02-01', reason: '改建' })) as { body: { position: string } };
      expect((await send(get(`/api/v1/sites/211100_PJ-1?after=${changed.body.position}`), 'district')).body).toMatchObject({
        siteType: 'park', ownerUnitId: '211100-x-liaohe-oilfield', versions: [{ siteType: 'market', validUntil: '2013-01-31' }, { siteType: 'park', reason: '改建' }],
      });
      expect(await items('sites', 'foreign')).toEqual([]);
      expect((await send(get('/api/v1/sites/211100_PJ-1'), 'foreign')).status).toBe(404);
    });

    it('is filtered by type, area, owner and name', async () => {
      const of = async (query: string) => (await items(`sites?${query}`)).map(({ id }) => id);
      expect(await of('siteType=park')).toEqual(['PJ-1']);
      expect(await of('areaUnitId=211103')).toEqual(['PJ-1']);
      expect(await of('areaUnitId=211104')).toEqual([]);
      expect(await of('ownerUnitId=211100-x-liaohe-oilfield&search=' + encodeURIComponent('兴隆'))).toEqual(['PJ-1']);
      expect(await of('status=closed')).toEqual([]);
    });

    it('is read from a workbook, each error at its cell, and again changes nothing', async () => {
      const wrong = await sheet(['PJ-3', '采油二场', '', '闲置油田场地', '511902', '211100-x-nobody', '41.2', '122.1', '', '2012-01-01', ''], [...row.slice(0, 6), '四十一', '122.1', '', '2012-01-01', '']);
      expect((await uploadSites(wrong, '?dryRun=true')).body).toMatchObject({ errorCount: 1, errors: [{ row: 3, column: 'G', code: 'cell-number' }] });
      expect((await uploadSites(await sheet(['PJ-3', '采油二场', '', '闲置油田场地', '511902', '211100', '41.2', '122.1', '', '2012-01-01', '']))).body)
        .toMatchObject({ status: 422, code: 'sites-refused', errors: [{ field: 'E2', code: 'site-area-unknown' }] });
      expect((await uploadSites(await sheet(row))).body).toMatchObject({ rows: 1, registered: 1, changed: 0, errorCount: 0, errors: [] });
      await entered('PJ-2');
      expect((await uploadSites(await sheet(row))).body).toMatchObject({ registered: 0, changed: 0 });
    });

    it('is read from a workbook as one batch: all of it or nothing, and nothing twice', async () => {
      const rows = Array.from({ length: 40 }, (_, at) => [`PJ-B${at}`, `背街${at}`, '', '背街小巷', '211103001', '211100', '41.1', '122.0', '', '2012-01-01', '']);
      const wrong = await sheet(...rows, ['PJ-BX', '背街', '', '背街小巷', '511902', '211100', '41.1', '122.0', '', '2012-01-01', '']);
      expect((await uploadSites(wrong)).body).toMatchObject({ status: 422, code: 'sites-refused' });
      const file = await sheet(...rows);
      const [first, again] = await Promise.all([uploadSites(file), uploadSites(file)]);
      expect([first.status, again.status]).toEqual([200, 200]);
      await entered('PJ-B39');
      expect(await items('sites?search=PJ-B&limit=200')).toHaveLength(40);
      expect(await items('sites?search=PJ-BX')).toEqual([]);
      expect(await items('sites?search=PJ-B39')).toMatchObject([{ ownerUnitId: '211100', versions: [{ reason: null }] }]);
      const types: string[] = [];
      for await (const { type } of house.store.read('site-211100_PJ-B39')) types.push(type);
      expect(types).toEqual(['SiteRegistered']);
    });

    it('is closed by the tenant that keeps it alone', async () => {
      const closure = { closedOn: '2013-02-28', reason: '拆除' };
      expect((await send(post('/api/v1/sites/211100_PJ-2/closure', closure), 'district')).status).toBe(404);
      const { body } = await send(post('/api/v1/sites/211100_PJ-2/closure', closure)) as { body: { position: string } };
      expect(await items(`sites?status=closed&after=${body.position}`)).toMatchObject([{ id: 'PJ-2', versions: [{ validUntil: '2013-02-28' }] }]);
      expect((await send(post('/api/v1/sites', { ...market, number: 'PJ-9' }), 'officer')).body).toMatchObject({ status: 403, code: 'role-not-allowed' });
    });
  });

  it('is the office\'s work, nobody else\'s', async () => {
    expect((await send(post('/api/v1/organisation/imports', city), 'officer')).body).toMatchObject({ status: 403, code: 'role-not-allowed' });
    expect((await send(post('/api/v1/organisation/imports', city), 'foreign')).body).toMatchObject({ code: 'tenant-not-registered' });
  });
});
