import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import type { MatrixRow, MatrixVersionPublished, MatterCataloguePublished, RegisterEvent, TenantRegistered, UnitVersion } from '@zeren/organisation-domain';
import type { Bench, Section } from '../bench.js';
import { newEvents } from '../city.js';
import { newProduct, startReference } from '../engines.js';
import { percentile, times } from '../measuring.js';
import { limitRow, milliseconds } from '../row.js';

const CITY = '511900';
const SINCE = '2000-01-01';
const UNITS_AN_EVENT = 500;
/** The map of all villages and classes is there within so long. */
const MAP_WITHIN_MS = 2_000;

type Division = { readonly code: string; readonly name_zh: string; readonly level: number; readonly parent: string | null };
type Matter = { readonly code: string; readonly kind: 'event' | 'component'; readonly major: string; readonly name_zh: string; readonly name_en: string };

const text = (zh: string) => ({ zh, en: zh });
const read = <T>({ root }: Bench, file: string): T => JSON.parse(readFileSync(join(root, 'apps/cli/data', file), 'utf8')) as T;

const kinds = { 3: 'district', 4: 'town', 5: 'village' } as const;

/** Both demonstration cities' districts, towns and villages under one city, and eight departments. */
const unitsOf = (divisions: readonly Division[]): UnitVersion[] => [
  { unitId: CITY, code: CITY, name: text('市'), kind: 'government', level: 1, parentUnitId: null, validFrom: SINCE },
  ...Array.from({ length: 8 }, (_, index): UnitVersion => ({ unitId: `${CITY}-d${index}`, code: null, name: text(`部门${index}`), kind: 'department', level: 1, parentUnitId: CITY, validFrom: SINCE })),
  ...divisions.filter(({ level }) => level >= 3).map(({ code, name_zh, level, parent }): UnitVersion => ({
    unitId: code, code, name: text(name_zh), kind: kinds[level as 3 | 4 | 5], level: level - 1, parentUnitId: level === 3 ? CITY : parent, validFrom: SINCE,
  })),
];

const catalogueOf = (majors: readonly string[], matters: readonly Matter[]): MatterCataloguePublished => ({
  type: 'MatterCataloguePublished',
  data: {
    version: 1, validFrom: SINCE, document: '1', defaultTerm: { value: 5, unit: 'working-day' }, districtTenantIds: [],
    majors: majors.map((code) => ({ code, kind: matters.find(({ major }) => major === code)?.kind ?? 'event', name: text(code) })),
    classes: matters.map(({ code, kind, major, name_zh, name_en }) => ({
      code, kind, majorCode: major, name: { zh: name_zh, en: name_en }, filingCondition: null, stages: [{ code: '1', name: text('处置'), term: { value: 5, unit: 'working-day' } }], limits: 'default',
      closingCondition: null, urgent: false, source: null,
    })),
  },
});

const rowOf = (rowId: string, areaUnitId: string, matterCode: string, leadUnitId: string, claim: MatrixRow['claim'] = 'block'): MatrixRow =>
  ({ rowId, areaUnitId, matterCode, claim, leadUnitId, supportingUnitIds: [], officerPostId: null, validFrom: '2013-01-01', validUntil: null });

/** A department for each major class, some claimed twice; each town for two classes of its own, each tenth village for one. */
const rowsOf = (majors: readonly string[], matters: readonly Matter[], divisions: readonly Division[]): MatrixRow[] => {
  const department = (index: number): string => `${CITY}-d${index % 8}`;
  const [towns, villages] = [4, 5].map((level) => divisions.filter((division) => division.level === level)) as [Division[], Division[]];
  const entries = [
    ...majors.slice(2).map((major, index) => [CITY, major, department(index), 'line'] as const),
    ...majors.slice(0, 4).map((major, index) => [CITY, major, department(index + 3), 'line'] as const),
    ...towns.flatMap(({ code }, index) => [0, 40].map((offset) => [code, matters[(index + offset) % matters.length]?.code ?? '', code, 'block'] as const)),
    ...villages.filter((_, index) => index % 10 === 0).map(({ code, parent }, index) => [code, matters[index % matters.length]?.code ?? '', parent ?? CITY, 'block'] as const),
  ];
  return entries.map(([area, matter, lead, claim], index) => rowOf(`1.${index + 1}`, area, matter, lead, claim));
};

const versionOf = (version: number, added: readonly MatrixRow[]): MatrixVersionPublished => ({
  type: 'MatrixVersionPublished', data: { version, cause: 'change', from: '2013-01-01', reason: '测量', document: null, added, ended: [], cell: null, districtTenantIds: [] },
});

const layDown = async (store: EventStore, bench: Bench): Promise<{ readonly cells: number; readonly villages: readonly string[]; readonly code: string }> => {
  const { divisions } = read<{ divisions: Division[] }>(bench, 'divisions.json');
  const { matters, major_classes } = read<{ matters: Matter[]; major_classes: { code: string }[] }>(bench, 'matters.json');
  const majors = major_classes.map(({ code }) => code);
  const tenant: TenantRegistered = { type: 'TenantRegistered', data: { tenantId: CITY, name: text('市'), kind: 'city', parentTenantId: null, levels: [], timeZone: 'Asia/Shanghai' } };
  const units = unitsOf(divisions);
  const register: RegisterEvent[] = [
    { type: 'RegisterOpened', data: { tenantId: CITY, kind: 'city', parentTenantId: null, levels: 5 } },
    ...Array.from({ length: Math.ceil(units.length / UNITS_AN_EVENT) }, (_, part): RegisterEvent =>
      ({ type: 'UnitsRegistered', data: { units: units.slice(part * UNITS_AN_EVENT, (part + 1) * UNITS_AN_EVENT) } })),
  ];
  await store.append(`tenant-platform_${CITY}`, newEvents('platform', [tenant], [CITY]), 'no-stream');
  for (const event of register) await store.append(`organisation-${CITY}_register`, newEvents(CITY, [event]), 'any');
  await store.append(`matters-${CITY}_catalogue`, newEvents(CITY, [catalogueOf(majors, matters)]), 'no-stream');
  await store.append(`matrix-${CITY}_matrix`, newEvents(CITY, [versionOf(1, rowsOf(majors, matters, divisions))]), 'no-stream');
  const villages = divisions.filter(({ level }) => level === 5).map(({ code }) => code);
  return { cells: villages.length * matters.length, villages, code: matters.at(-1)?.code ?? '' };
};

/** The map of vacuums and overlaps over every village and class, over HTTP: cold, after each change of the matrix, and opened to its cells. */
export const matrix: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_matrix');
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  const { cells, villages, code } = await layDown(store, bench);
  await product.start('projector');
  const platform = await product.start('platform');
  const headers = { authorization: `Bearer ${await product.issuer.tokenFor({ tenantId: CITY, roles: ['city-office'] })}` };
  const get = async (path: string): Promise<{ matrixVersion?: number; total?: number; area?: { total: { cells: number } } }> => {
    const answer = await fetch(`${platform.url}/api/v1/responsibility-map${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Awaited<ReturnType<typeof get>>;
  };
  const [cold] = await times(1, async () => {
    const found = await get('');
    if (found.area?.total.cells !== cells) throw new Error(`${found.area?.total.cells} cells are counted, not ${cells}`);
  });
  const runs = bench.quick ? 10 : 40;
  const changed: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const ruled = rowOf(`${run + 2}.1`, villages[run * 7] ?? CITY, code, `${CITY}-d1`);
    await store.append(`matrix-${CITY}_matrix`, newEvents(CITY, [versionOf(run + 2, [ruled])]), 'any');
    changed.push(...await times(1, async () => {
      if ((await get('')).matrixVersion !== run + 2) throw new Error('The map is behind the matrix');
    }));
  }
  const opened = await times(runs, () => get('/cells?limit=50&matterCode=E01'));

  const reference = await startReference(bench, stage, 'hello');
  const hello = await times(200, async () => (await fetch(reference.url)).arrayBuffer());
  const machine = `Nest + Fastify hello: p95 ${milliseconds(percentile(hello, 0.95))}`;
  const all = cells.toLocaleString('en-US');
  return [
    limitRow(`map of ${all} cells, first read of the service`, cold ?? Number.NaN, machine, MAP_WITHIN_MS),
    limitRow(`map of ${all} cells, right after the matrix changed, p95`, percentile(changed, 0.95), machine, MAP_WITHIN_MS),
    limitRow('a count opened to its cells, p95', percentile(opened, 0.95), machine, MAP_WITHIN_MS),
  ];
};
