import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { get, post } from '@zeren/http/testing';
import { apportion, type RecordedEvent } from '@zeren/kernel';
import type { SplitRow } from '@zeren/tasks-domain';
import { CITY, citySplit, DISTRICT, openCity, splitBody, type City } from '../e2e/city.js';
import { eventually } from '../e2e/process.js';
import { newPlace, START_WITHIN, startProduct, type Place, type Product } from '../e2e/product.js';

const ROWS = 3_000;
const ROWS_A_PART = 500;
const POSTS_A_CALL = 1_000;
const PUBLISHED_WITHIN_MS = 180_000;
const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;

/** A process and all that descend from it, at once. */
const killWhole = async ({ running }: Product): Promise<void> => {
  const pairs = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (of: number): number[] => pairs.filter(([, parent]) => parent === of).flatMap(([child = 0]) => [child, ...below(child)]);
  for (const pid of [running.process.pid as number, ...below(running.process.pid as number)]) process.kill(pid, 'SIGKILL');
  await running.ended;
};

describe('the publication of a batch, killed in the middle', () => {
  let place: Place;
  let product: Product;
  let city: City;
  let id: string;

  const tasksRecorded = async (): Promise<RecordedEvent[]> =>
    (await product.recorded()).filter(({ type, stream }) => type === 'TaskPublished' && stream.startsWith(`task-${id}.`));

  /** The district's task, split among thousands of units of its own. */
  const rows = (): SplitRow[] => {
    const parent = citySplit().find(({ key }) => key === `CLN-01-02~${DISTRICT}`) as SplitRow;
    const weights = apportion('100', Array.from({ length: ROWS }, () => '1'), 6);
    return weights.map((weight, index) => ({
      ...parent, key: `u${index}`, parentKey: null, parentTaskId: city.taskId('CLN-01-02'), unitId: `${DISTRICT}-u${index}`, unitTenantId: DISTRICT,
      accountablePostId: `${DISTRICT}-u${index}.head`, level: 3, weight,
    }));
  };

  beforeAll(async () => {
    place = await newPlace();
    product = await startProduct(place);
    city = await openCity(product);
    const units = rows().map(({ unitId }) => ({ unitId, code: null, name: { zh: unitId, en: unitId }, kind: 'town', level: 3, parentUnitId: DISTRICT, validFrom: '2012-01-01' }));
    await product.done(districtOffice, post('/api/v1/organisation/units', { units }));
    for (let from = 0; from < ROWS; from += POSTS_A_CALL) {
      const posts = units.slice(from, from + POSTS_A_CALL).map(({ unitId }) => ({ postId: `${unitId}.head`, unitId, name: { zh: '负责人', en: 'Head' }, kind: 'head', validFrom: '2012-01-01' }));
      await product.done(districtOffice, post('/api/v1/organisation/posts', { posts, holders: [] }));
    }
    ({ id } = await product.done(districtOffice, post('/api/v1/splits', splitBody)));
    const all = rows();
    for (let part = 0; part * ROWS_A_PART < ROWS; part += 1) {
      await product.done(districtOffice, post(`/api/v1/splits/${id}/rows`, { part: part + 1, rows: all.slice(part * ROWS_A_PART, (part + 1) * ROWS_A_PART) }));
    }
    await product.done(districtOffice, post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕3号' }));
  }, START_WITHIN + 60_000);

  afterAll(async () => {
    await product?.remove();
    rmSync(place.data, { recursive: true, force: true });
  }, 60_000);

  it('goes on after the start, and misses no task and doubles none', async () => {
    await product.done(districtOffice, post(`/api/v1/splits/${id}/publication`, {}));
    await eventually('some tasks', async () => (await tasksRecorded()).length > 0 || undefined);
    await product.leave();
    await killWhole(product);
    const killedAt = new Date().toISOString();
    product = await startProduct(place);
    const end = Date.now() + PUBLISHED_WITHIN_MS;
    for (let published = 0; published < ROWS && Date.now() < end;) {
      await pause(200);
      ({ tasksPublished: published } = await product.done<{ tasksPublished: number }>(districtOffice, get(`/api/v1/splits/${id}`)));
    }
    const tasks = await tasksRecorded();
    expect([tasks.length, new Set(tasks.map(({ stream }) => stream)).size]).toEqual([ROWS, ROWS]);
    const before = tasks.filter(({ recordedAt }) => recordedAt < killedAt).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(ROWS);
  }, START_WITHIN + PUBLISHED_WITHIN_MS);

  it('is seen whole by the district, and by the city that dispatched the work', async () => {
    const count = async (account: string): Promise<number> => {
      let seen = 0;
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page: { items: unknown[]; next?: string } = await product.done(account, get(`/api/v1/tasks?limit=200&parentTaskId=${encodeURIComponent(city.taskId('CLN-01-02'))}${cursor && `&cursor=${cursor}`}`));
        seen += page.items.length;
        cursor = page.next;
      }
      return seen;
    };
    expect([await count(districtOffice), await count(office)]).toEqual([ROWS, ROWS]);
  }, 60_000);
});
