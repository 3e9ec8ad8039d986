import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import type { EvidenceEvent } from '@zeren/evidence-domain';
import type { Event } from '@zeren/kernel';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import type { Bench, Section } from '../bench.js';
import { inFlight, newEvents } from '../city.js';
import { newProduct, startReference } from '../engines.js';
import { alternate, percentile, perSecond, times } from '../measuring.js';
import { comparisonRow, limitRow, milliseconds, type Row } from '../row.js';
import type { Stage } from '../stage.js';

const CITY = '511900';
const CAMPAIGN = `${CITY}_env`;
const DISTRICT = '511902';
/** Bazhong's 139 towns, each with a task for each of 302 indicators: 41,978 demands. */
const towns: Readonly<Record<string, number>> = { '511902': 29, '511903': 28, '511921': 28, '511922': 27, '511923': 27 };
const INDICATORS = 302;
const PAGE_WITHIN_MS = 100;
const GIVEN_UP_AFTER_MS = 300_000;
/** Pictures as a phone's after it was scaled for sending; all different, for equal ones are one file. */
const PICTURES = 24;
const [WIDTH, HEIGHT] = [1_600, 1_200];
const SENDERS = 4;
const PACKED = 32;
const PACKED_BYTES = 1024 * 1024;
const PACKED_UNDER = 'ENV-PACK';

const code = (indicator: number): string => `ENV-${String(indicator).padStart(3, '0')}`;
type Demand = { readonly id: string; readonly district: string; readonly unitId: string; readonly indicator: number };

const demands = (share: number): Demand[] => Object.entries(towns).flatMap(([district, count]) =>
  Array.from({ length: Math.max(1, Math.round(count * share)) }, (_, town) => `${district}${String(town + 1).padStart(3, '0')}`)
    .flatMap((unitId) => Array.from({ length: INDICATORS }, (_, indicator) => ({ id: `${district}_full.${code(indicator)}~${unitId}`, district, unitId, indicator }))));

const published = ({ indicator, unitId, district }: Demand): Event => ({
  type: 'TaskPublished',
  data: {
    splitId: `${district}_full`, rowKey: `${code(indicator)}~${unitId}`, parentTaskId: null, ancestors: [], campaignId: CAMPAIGN, indicatorCode: code(indicator),
    name: { zh: `城市环境指标第${indicator}项达标`, en: `Urban environment indicator ${indicator} is met` }, evidence: indicator % 2 === 0 ? 'field' : 'document', unitId,
    unitTenantId: district, supportingUnitIds: [], accountablePostId: `${unitId}.head`, level: 3, weight: '1',
    metrics: [{ code: 'share', unit: '%', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [{ year: 2114, dueAt: '2114-12-31T15:59:59.000Z', targets: [{ metric: 'share', value: '60' }] }],
    deadline: `2115-0${1 + (indicator % 9)}-28T15:59:59.000Z`, sharedWith: [CITY],
  },
});

const filed = ({ id, indicator, unitId }: Demand): EvidenceEvent => ({
  type: 'EvidenceFiled',
  data: {
    unitId, title: '佐证', format: indicator % 2 === 0 ? 'photo' : 'issued-document', file: { hash: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', name: 'a.jpg' },
    capture: { at: null, place: null, placeName: null, from: null }, credits: [{ campaignId: CAMPAIGN, indicatorCode: code(indicator), taskId: id }], reusedFrom: null,
  },
});

const opened = (): Event => ({
  type: 'CampaignOpened',
  data: {
    name: { zh: '环境保护模范城市', en: 'Environmental model city' }, standardId: `${CITY}_ENV.v1`, grade: { zh: '国家级', en: 'national' }, leadUnitId: CITY,
    approval: { authority: 'city', document: '1' }, milestones: [], firstYear: 2013, lastYear: 2014,
    weights: [...Array.from({ length: INDICATORS }, (_, indicator) => code(indicator)), PACKED_UNDER].map((indicatorCode) => ({ indicatorCode, weight: '1' })), weightsSource: { zh: '测试', en: 'bench' },
    participantTenantIds: Object.keys(towns),
  },
});

/** A full city's demands, and for every third of them two pieces on file. Gives the last position. */
const fill = async (store: EventStore, all: readonly Demand[]): Promise<bigint> => {
  let last = 0n;
  const append = async (stream: string, tenantId: string, event: Event, sharedWith: readonly string[]): Promise<void> => {
    const { position } = await store.append(stream, newEvents(tenantId, [event], sharedWith), 'no-stream');
    if (position > last) last = position;
  };
  await append(`campaign-${CAMPAIGN}`, CITY, opened(), Object.keys(towns));
  await inFlight(all, (demand) => append(`task-${demand.id}`, demand.district, published(demand), [CITY]));
  const proved = all.filter((_, at) => at % 3 === 0).flatMap((demand, at) => [0, 1].map((piece) => ({ demand, id: `${demand.district}_p${at}-${piece}` })));
  await inFlight(proved, ({ demand, id }) => append(`evidence-${id}`, demand.district, filed(demand), [CITY]));
  return last;
};

/** Noise of a picture's grain over a coloured ground: neither a picture that costs nothing nor one no camera takes. */
const picture = async (): Promise<Buffer> => {
  const grain = await sharp(randomBytes((WIDTH / 8) * (HEIGHT / 8) * 3), { raw: { width: WIDTH / 8, height: HEIGHT / 8, channels: 3 } }).resize(WIDTH, HEIGHT).toBuffer();
  return sharp(grain, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).jpeg({ quality: 92 }).withExif({ IFD0: { Make: 'Telephone' } }).toBuffer();
};

type Answer = { readonly status: number; readonly text: string };
type Service = { readonly url: string; readonly token: string };

const filing = async ({ url, token }: Service, bytes: Buffer, said: Readonly<Record<string, string>>): Promise<Answer> => {
  const query = new URLSearchParams({ title: 'bench', unitId: DISTRICT, ...said });
  const answer = await fetch(`${url}/api/v1/evidence?${query.toString()}`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes),
  });
  return { status: answer.status, text: await answer.text() };
};

const done = ({ status, text }: Answer): Answer => {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return { status, text };
};

/** Pictures taken in, checked, written anew, hashed, kept and recorded; beside the plain library that only writes them anew. */
const uploads = async ({ turns, sliceSeconds }: Bench, service: Service): Promise<Row> => {
  const pictures = await Promise.all(Array.from({ length: PICTURES }, picture));
  let sent = 0;
  const next = (): Buffer => pictures[(sent += 1) % PICTURES] as Buffer;
  const ours = () => perSecond(SENDERS, sliceSeconds, async () => {
    const bytes = next();
    done(await filing(service, bytes, { fileName: 'a.jpg', mediaType: 'image/jpeg', format: 'photo', indicator: `${CAMPAIGN}:${code(sent % INDICATORS)}` }));
  });
  const theirs = () => perSecond(SENDERS, sliceSeconds, () => sharp(next()).autoOrient().jpeg({ quality: 90 }).toBuffer());
  return comparisonRow(`photos of ${WIDTH} × ${HEIGHT} filed, ${SENDERS} at once`, 'plain sharp', await alternate(turns, ours, theirs));
};

const emptied = async (content: AsyncIterable<Uint8Array>): Promise<number> => {
  let bytes = 0;
  for await (const chunk of content) bytes += chunk.length;
  return bytes;
};

const megabytes = (figure: number): string => `${figure.toFixed(0)} MB/s`;

/** A pack streamed with every file verified; beside the plain library that packs the same files unread. */
const packing = async ({ turns }: Bench, stage: Stage, service: Service): Promise<Row> => {
  const folder = await stage.folder();
  for (let number = 0; number < PACKED; number += 1) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(PACKED_BYTES)]);
    await writeFile(join(folder, String(number)), bytes);
    done(await filing(service, bytes, { fileName: `${number}.pdf`, mediaType: 'application/pdf', format: 'issued-document', indicator: `${CAMPAIGN}:${PACKED_UNDER}` }));
  }
  const rate = async (pack: () => Promise<AsyncIterable<Uint8Array>>): Promise<number> => {
    const begun = performance.now();
    return (await emptied(await pack())) / 1_000 / (performance.now() - begun);
  };
  const ours = () => rate(async () => {
    const answer = await fetch(`${service.url}/api/v1/evidence-packs?campaignId=${CAMPAIGN}&indicatorCode=${PACKED_UNDER}`, { headers: { authorization: `Bearer ${service.token}` } });
    if (!answer.ok || !answer.body) throw new Error(`pack: ${answer.status} ${await answer.text()}`);
    return answer.body;
  });
  const theirs = () => rate(async () => {
    const zip = new ZipFile();
    for (let number = 0; number < PACKED; number += 1) zip.addBuffer(await readFile(join(folder, String(number))), String(number), { compress: false });
    zip.end();
    return zip.outputStream as NodeJS.ReadableStream as AsyncIterable<Buffer>;
  });
  return comparisonRow(`pack of ${PACKED} files of 1 MB, each verified`, 'plain yazl in one process', await alternate(turns, ours, theirs), megabytes);
};

/** The full city's missing-evidence list and figures, and files on their way in and out. */
export const evidence: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_evidence');
  await product.start('projector');
  const platform = await product.start('platform');
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  const all = demands(bench.quick ? 0.1 : 1);
  const last = await fill(store, all);
  const [city, district] = await Promise.all([
    product.issuer.tokenFor({ tenantId: CITY, roles: ['city-office'] }), product.issuer.tokenFor({ tenantId: DISTRICT, roles: ['district-office'] }),
  ]);
  const read = async (path: string): Promise<void> => {
    const answer = await fetch(`${platform.url}/api/v1/evidence${path}`, { headers: { authorization: `Bearer ${city}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  for (const begun = performance.now(); ; await pause(500)) {
    const isThere = await read(`/figures?after=${last}`).then(() => true, () => false);
    if (isThere) break;
    if (performance.now() - begun > GIVEN_UP_AFTER_MS) throw new Error('The demands were not there after five minutes');
  }

  const reference = await startReference(bench, stage, 'hello');
  const hello = await times(200, async () => (await fetch(reference.url)).arrayBuffer());
  const machine = `Nest + Fastify hello: p95 ${milliseconds(percentile(hello, 0.95))}`;
  const questions: Readonly<Record<string, string>> = {
    'figures of each campaign': '/figures', 'missing, by deadline': '/demands?limit=50&sort=deadline', 'missing, by indicator': '/demands?limit=50',
    'missing of one unit': '/demands?limit=50&unitId=511902001', 'missing of one indicator': `/demands?limit=50&indicatorCode=${code(7)}&sort=unitId`,
    'missing at a level that lacks nothing': '/demands?limit=50&level=1&sort=deadline', 'complete, by deadline': '/demands?limit=50&state=met&sort=deadline',
  };
  const rows: Row[] = [];
  for (const [name, path] of Object.entries(questions)) {
    const figures = await times(bench.quick ? 20 : 60, () => read(path));
    rows.push(limitRow(`${all.length.toLocaleString('en-US')} demands: ${name}, p95`, percentile(figures, 0.95), machine, PAGE_WITHIN_MS));
  }
  const service = { url: platform.url, token: district };
  return [...rows, await uploads(bench, service), await packing(bench, stage, service)];
};
