import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import type { MatrixVersionPublished, MatterCataloguePublished, RegisterEvent } from '@zeren/organisation-domain';
import { projectorUrl } from '@zeren/read-model';
import type { Due, RequestFiled } from '@zeren/requests-domain';
import { Client } from 'pg';
import type { Bench, Section } from '../bench.js';
import { inFlight, newEvents } from '../city.js';
import { newDatabase, newProduct, startReference, type Product, type Running } from '../engines.js';
import { load } from '../load.js';
import { alternate, percentile, times } from '../measuring.js';
import { limitRow, milliseconds, ratioRow } from '../row.js';
import type { Stage } from '../stage.js';

const CITY = '511900';
const TOWN = '511902001';
const SINCE = '2000-01-01';
const PAGE_WITHIN_MS = 50;
const FOUND_WITHIN_MS = 1_000;
const FAR = '2114-12-31T15:59:59.999Z';
const DUE = '2014-01-02T02:00:00.000Z';

const text = (zh: string) => ({ zh, en: zh });
const split = JSON.stringify({ title: text('任务分解'), cycle: { kind: 'routine', from: '2013-01-01', until: '2015-12-31' }, deepestLevel: 2 });
const bodyOf = (more: object = {}): string =>
  JSON.stringify({ channel: 'patrol', subject: '巷口暴露垃圾', matterCode: 'E01-03', place: { areaUnitId: TOWN }, disclosure: 'anonymous', ...more });

const unit = (unitId: string, kind: 'government' | 'district' | 'town', level: number, parentUnitId: string | null) =>
  ({ unitId, code: unitId, name: text(unitId), kind, level, parentUnitId, validFrom: SINCE });
const register: readonly RegisterEvent[] = [
  { type: 'RegisterOpened', data: { tenantId: CITY, kind: 'city', parentTenantId: null, levels: 5 } },
  { type: 'UnitsRegistered', data: { units: [unit(CITY, 'government', 1, null), unit('511902', 'district', 2, CITY), unit(TOWN, 'town', 3, '511902')] } },
];
const catalogue: MatterCataloguePublished = {
  type: 'MatterCataloguePublished',
  data: {
    version: 1, validFrom: SINCE, document: '1', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容') }], districtTenantIds: [],
    classes: [{
      code: 'E01-03', kind: 'event', majorCode: 'E01', name: text('暴露垃圾'), filingCondition: null, stages: [{ code: '1', name: text('处置'), term: { value: 4, unit: 'working-hour' } }],
      limits: 'published', closingCondition: null, urgent: false, source: null,
    }],
  },
};
const matrix: MatrixVersionPublished = {
  type: 'MatrixVersionPublished',
  data: {
    version: 1, cause: 'import', from: SINCE, reason: '测量', document: null, ended: [], cell: null, districtTenantIds: [],
    added: [{ rowId: '1.1', areaUnitId: '511902', matterCode: 'E01', claim: 'block', leadUnitId: TOWN, supportingUnitIds: [], officerPostId: null, validFrom: SINCE, validUntil: null }],
  },
};

const layDown = async (store: EventStore): Promise<void> => {
  await store.append(`organisation-${CITY}_register`, newEvents(CITY, register), 'no-stream');
  await store.append(`matters-${CITY}_catalogue`, newEvents(CITY, [catalogue]), 'no-stream');
  await store.append(`matrix-${CITY}_matrix`, newEvents(CITY, [matrix]), 'no-stream');
};

const dueAt = (at: string): Due => ({ at, term: { value: 30, unit: 'minute' }, provisional: false, from: '2014-01-01T02:00:00.000Z', remindAt: at, escalateAt: FAR });

/** Open requests, of which one in a hundred has passed its deadline; all others end in a hundred years. */
const fileMany = async (store: EventStore, count: number): Promise<bigint> => {
  let last = 0n;
  await inFlight(Array.from({ length: count }, (_, index) => index), async (index) => {
    const data: RequestFiled['data'] = {
      ownerTenantId: CITY, receipt: `20140101-${String(index).padStart(7, 'a')}`, receiptSecretHash: 'a'.repeat(64), channel: 'hotline', kind: 'citizen', subject: `第 ${index} 件`, words: null,
      place: { areaUnitId: TOWN, point: null, siteId: null }, disclosure: 'anonymous', requesterId: null, photos: [], integrations: [], urgentReason: null, source: null,
      filedAt: '2014-01-01T02:00:00.000Z', matterCode: 'E01-03', acceptBy: dueAt(index % 100 === 0 ? DUE : FAR),
    };
    const { position } = await store.append(`request-${CITY}_r${index}`, newEvents(CITY, [{ type: 'RequestFiled', data }]), 'no-stream');
    if (position > last) last = position;
  });
  return last;
};

const untilTrue = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 600_000; !(await isSo());) {
    if (Date.now() > end) throw new Error(`${what} did not come about`);
    await pause(250);
  }
};

const asked = async (stage: Stage, { databaseUrl }: Product): Promise<Client> => {
  const client = new Client({ connectionString: projectorUrl(databaseUrl) });
  await client.connect();
  return stage.keep(client, (open) => open.end());
};

type Filed = { readonly product: Product; readonly store: EventStore; readonly platform: Running; readonly headers: Readonly<Record<string, string>> };

/** A town of a city whose matrix answers for it, on engines of its own, and the service at which requests are filed. */
const town = async (bench: Bench, stage: Stage, database: string): Promise<Filed> => {
  const product = await newProduct(bench, stage, database);
  await (await product.start('projector')).stop();
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  await layDown(store);
  const headers = { authorization: `Bearer ${await product.issuer.tokenFor({ tenantId: CITY, roles: ['hotline'] })}` };
  return { product, store, platform: await product.start('platform'), headers };
};

/** Filing over HTTP: validated, routed by the matrix and durably stored. */
export const filing: Section = async (bench, stage) => {
  const { platform, headers } = await town(bench, stage, 'bench_filing');
  const save = await startReference(bench, stage, 'save', await newDatabase(bench, stage, 'bench_filing_save'));
  // An answer under 64 connections may take longer than the quick run's slice of a second.
  const seconds = Math.max(bench.sliceSeconds, 3);
  const saving = () => load({ url: save.url, seconds, requests: [{ method: 'POST', path: '/splits', body: split }] });
  const filed = (body: string) => () => load({ url: platform.url, seconds, headers, requests: [{ method: 'POST', path: '/api/v1/requests', body }] });
  const name = 'Nest + Fastify + TypeORM save';
  return [
    ratioRow('requests: filed, taken on and routed at once', name, await alternate(bench.turns, filed(bodyOf()), saving), { atLeast: 2 }),
    ratioRow('requests: the same with words sealed under a new key', name, await alternate(bench.turns, filed(bodyOf({ words: '多日未清' })), saving), { atLeast: 0.25 }),
  ];
};

/** Queues and the clock over a hundred thousand open requests, with two projectors at work. */
export const requests: Section = async (bench, stage) => {
  const { product, store, platform, headers } = await town(bench, stage, 'bench_requests');
  const count = bench.quick ? 10_000 : 100_000;
  const position = await fileMany(store, count);
  const workers = [await product.start('projector'), await product.start('projector')];
  const database = await asked(stage, product);
  await untilTrue('the board', async () => {
    const { rows } = await database.query<{ position: string }>("select position from checkpoint where name = 'request_board_v2'");
    return BigInt(rows[0]?.position ?? -1) >= position;
  });
  const remindersOf = async (): Promise<number> => {
    let found = 0;
    for await (const event of store.readAll()) if (event.type === 'DeadlineReminded' && event.stream.startsWith(`request-${CITY}_r`)) found += 1;
    return found;
  };
  await untilTrue('every reminder', async () => (await remindersOf()) >= count / 100);
  await pause(12_000);
  const reminders = await remindersOf();
  if (reminders !== count / 100) throw new Error(`${reminders} reminders for ${count / 100} deadlines`);
  for (const worker of workers) await worker.stop();

  const finding = await times(40, () => database.query(
    'select owner_tenant_id, id, next_heed_at, revision from request_board_v2 where next_heed_at <= $1::timestamptz order by next_heed_at limit 5000', [DUE],
  ));
  const queue = (query: string) => times(bench.quick ? 100 : 400, async () => {
    const answer = await fetch(`${platform.url}/api/v1/requests?limit=50&${query}`, { headers });
    if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
    await answer.arrayBuffer();
  });
  const [lane, overdue] = [await queue('lane=to-accept'), await queue('lane=overdue')];
  const reference = await startReference(bench, stage, 'hello');
  const hello = await times(200, async () => (await fetch(reference.url)).arrayBuffer());
  const machine = `Nest + Fastify hello: p95 ${milliseconds(percentile(hello, 0.95))}`;
  const all = count.toLocaleString('en-US');
  return [
    limitRow(`queue of 50 of ${all} requests by lane, p95`, percentile(lane, 0.95), machine, PAGE_WITHIN_MS),
    limitRow(`queue of 50 overdue of ${all} requests, p95`, percentile(overdue, 0.95), machine, PAGE_WITHIN_MS),
    limitRow(`the clock finds what is due of ${all} open deadlines, p95`, percentile(finding, 0.95), machine, FOUND_WITHIN_MS),
  ];
};
