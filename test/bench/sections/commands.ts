import { connectEventStore } from '@zeren/event-store';
import type { Bench, Section } from '../bench.js';
import { city, publishTasks } from '../city.js';
import { newDatabase, newProduct, startReference, type Running } from '../engines.js';
import { load } from '../load.js';
import { alternate } from '../measuring.js';
import { notMeasured, ratioRow, type Row } from '../row.js';
import type { Stage } from '../stage.js';

const split = JSON.stringify({
  title: { zh: '二〇一三至二〇一五年环境保护任务分解', en: 'Environmental tasks for 2013 to 2015' },
  cycle: { kind: 'routine', from: '2013-01-01', until: '2015-12-31' },
  deepestLevel: 2,
});
const report = JSON.stringify({ year: 2013, values: [{ metric: 'share', value: '87.5', unit: '%' }], measuredOn: '2013-12-20', note: 'measured by the monitoring station' });

const FASTIFY = 'Nest + Fastify + TypeORM save';
const EXPRESS = 'Nest + Express + TypeORM save';
const EXPRESS_PACKAGE = '@nestjs/platform-express';

const isInstalled = (name: string): boolean => {
  try {
    return import.meta.resolve(name) !== '';
  } catch {
    return false;
  }
};

/** Commands over HTTP: validated, decided, durably appended; first without, then with the projector at work beside. */
export const commands: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_commands');
  await (await product.start('projector')).stop();
  const api = await product.start('tasks');
  const seconds = bench.sliceSeconds;
  const token = async (tenantId: string, role: 'city-office' | 'officer') => ({ authorization: `Bearer ${await product.issuer.tokenFor({ tenantId, roles: [role] })}` });
  const office = await token('511900', 'city-office');
  const create = () => load({ url: api.url, seconds, headers: office, requests: [{ method: 'POST', path: '/api/v1/splits', body: split }] });
  const work = await workOnTasks(bench, stage, product.eventStore, api, (tenantId) => token(tenantId, 'officer'));
  const save = await saving(bench, stage, 'save');

  const rows = [
    ratioRow('commands: create (API and event store)', FASTIFY, await alternate(bench.turns, create, save), { atLeast: 2 }),
    ratioRow('commands: accept and report a task', FASTIFY, await alternate(bench.turns, work, save), { atLeast: 2 }),
    await againstExpress(bench, stage, create),
  ];
  await product.start('projector');
  return [...rows, ratioRow('commands: create, projector at work beside', FASTIFY, await alternate(bench.turns, create, save), { atLeast: 2 })];
};

const saving = async (bench: Bench, stage: Stage, kind: 'save' | 'save-express') => {
  const { url } = await startReference(bench, stage, kind, await newDatabase(bench, stage, `bench_${kind.replace('-', '_')}`));
  return () => load({ url, seconds: bench.sliceSeconds, requests: [{ method: 'POST', path: '/splits', body: split }] });
};

const againstExpress = async (bench: Bench, stage: Stage, create: () => Promise<number>): Promise<Row> => {
  const shape = 'commands: create (API and event store)';
  if (!isInstalled(EXPRESS_PACKAGE)) return notMeasured(shape, '≥ 3 ×', `${EXPRESS}: ${EXPRESS_PACKAGE} is not installed`);
  return ratioRow(shape, EXPRESS, await alternate(bench.turns, create, await saving(bench, stage, 'save-express')), { atLeast: 3 });
};

/** Each connection takes a task of its own, accepts it and reports on it. */
const workOnTasks = async (
  bench: Bench, stage: Stage, eventStore: Running, api: Running, headersOf: (tenantId: string) => Promise<Record<string, string>>,
) => {
  const store = stage.keep(connectEventStore(eventStore.url), (open) => open.dispose());
  const of = city(0);
  const district = of.districts[0] as string;
  const headers = await headersOf(district);
  let batches = 0;
  const tasks: string[] = [];
  const publish = async (): Promise<void> => {
    tasks.push(...await publishTasks(store, { ...of, districts: [district] }, `b${(batches += 1)}`));
  };
  const next = (): string => tasks.pop() ?? '511900_none';
  return async () => {
    while (tasks.length < bench.sliceSeconds * 2_500) await publish();
    return load({
      url: api.url, seconds: bench.sliceSeconds, headers,
      requests: [
        { method: 'POST', path: (round) => `/api/v1/tasks/${(round.subject = next())}/acceptance` },
        { method: 'POST', path: ({ subject }) => `/api/v1/tasks/${subject}/results`, body: report },
      ],
    });
  };
};
