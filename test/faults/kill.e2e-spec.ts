import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import { CITY, indicatorCodes, openCity, PEER, DISTRICT, splitBody, type City } from '../e2e/city.js';
import { openFeed, type FedEvent } from '../e2e/feed-reader.js';
import { freePort } from '../e2e/free-port.js';
import { eventually, hasSaid, run, stop } from '../e2e/process.js';
import { newPlace, Product, runStandalone, START_WITHIN, startProduct, type Place } from '../e2e/product.js';

const office = `${CITY}.city-office`;
const integrator = `${CITY}.integrator`;

/** A process and all that descend from it. */
const withDescendants = (pid: number): number[] => {
  const pairs = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (of: number): number[] => pairs.filter(([, parent]) => parent === of).flatMap(([child = 0]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
};

/** A child may have ended by itself when its parent was killed before it. */
const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Ends every process of the product at once, as losing power does to processes: none gets to say goodbye. */
const killWhole = async ({ running }: Product): Promise<number> => {
  const pids = withDescendants(running.process.pid as number);
  for (const pid of pids) kill(pid);
  await running.ended;
  return pids.length;
};

/** A command of the load: what was sent, and its answer where one came. */
type Sent = { readonly key: string; readonly account: string; readonly request: HttpRequest; answer?: { status: number; body: { id: string; revision: number; position: string } } };

describe('the product, killed', () => {
  let place: Place;
  let product: Product;
  let city: City;
  const sent: Sent[] = [];

  const acknowledged = () => sent.filter(({ answer }) => answer !== undefined);
  const fed = async (): Promise<FedEvent[]> => {
    const feed = await openFeed(`${product.url}/api/v1/events`, { Authorization: `Bearer ${await product.token(integrator)}` });
    const events: FedEvent[] = [];
    const { length } = (await product.recorded()).filter(({ metadata }) => metadata.tenantId === CITY || metadata.sharedWith.includes(CITY));
    for (const { event } of await feed.events(length)) events.push(event);
    feed.close();
    return events;
  };

  /** Sends until told to stop or until nobody answers; each command under a key of its own. */
  const load = async (lane: number, ended: AbortSignal): Promise<void> => {
    for (let number = 0; !ended.aborted; number += 1) {
      const accepts = number === 0 && lane < 6;
      const [account, request] = accepts
        ? [`${lane < 3 ? DISTRICT : PEER}.district-office`, post(`/api/v1/tasks/${city.taskId(indicatorCodes[lane % 3] as string, lane < 3 ? DISTRICT : PEER)}/acceptance`, {})] as const
        : [office, post('/api/v1/splits', splitBody)] as const;
      const key = `load-${lane}-${number}`;
      const command: Sent = { key, account, request: request.with('Idempotency-Key', key) };
      sent.push(command);
      const answer = await product.as(account, command.request).then((ready) => product.http.send(ready)).catch(() => undefined);
      if (!answer || answer.status >= 300) return;
      command.answer = { status: answer.status, body: answer.body as NonNullable<Sent['answer']>['body'] };
    }
  };

  beforeAll(async () => {
    place = await newPlace();
    product = await startProduct(place);
    city = await openCity(product);
  }, START_WITHIN);

  afterAll(async () => {
    await product?.remove();
    rmSync(place.data, { recursive: true, force: true });
  }, 60_000);

  it('in the middle of a load, supervisor and all children at once, starts again on its data', async () => {
    const ended = new AbortController();
    const lanes = Array.from({ length: 16 }, (_, lane) => load(lane, ended.signal));
    await eventually('300 commands acknowledged', async () => acknowledged().length >= 300 || undefined);
    await product.leave();
    expect(await killWhole(product)).toBeGreaterThanOrEqual(5);
    ended.abort();
    await Promise.all(lanes);
    expect(sent.length).toBeGreaterThan(acknowledged().length);
    product = await startProduct(place);
  }, START_WITHIN);

  it('has every acknowledged command exactly once', async () => {
    const events = (await fed()).filter(({ type }) => /\.(SplitDrafted|TaskAccepted)\./.test(type));
    const places = events.map(({ subject, revision }) => `${subject} ${revision}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const missing = acknowledged().filter(({ answer }) => !places.includes(`${answer?.body.id} ${answer?.body.revision}`));
    expect(missing).toEqual([]);
  }, 60_000);

  it('answers each command sent again under its key as it did, and does once what it had not answered', async () => {
    const before = (await product.recorded()).length;
    let done = 0;
    for (const command of sent) {
      const body = await product.done(command.account, command.request);
      if (command.answer) expect(body).toEqual(command.answer.body);
      else done += 1;
    }
    expect(done).toBeGreaterThan(0);
    const events = await product.recorded();
    expect(events.length - before).toBeLessThanOrEqual(done);
    const drafted = events.filter(({ type }) => type === 'SplitDrafted');
    const accepted = events.filter(({ type }) => type === 'TaskAccepted');
    expect([drafted.length, accepted.length]).toEqual([1 + sent.length - 6, 6]);
  }, 60_000);

  it('has views that catch up with the store', async () => {
    const { position } = await product.done(office, post('/api/v1/splits', splitBody));
    const ids = new Set<string>();
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: { items: { id: string; ownerTenantId: string }[]; next?: string } =
        await product.done(office, get(`/api/v1/splits?limit=200&after=${position}${cursor && `&cursor=${cursor}`}`));
      for (const { ownerTenantId, id } of page.items) ids.add(`${ownerTenantId}_${id}`);
      cursor = page.next;
    }
    const drafted = (await product.recorded()).filter(({ type }) => type === 'SplitDrafted').map(({ stream }) => stream.replace('split-', ''));
    expect([...ids].sort()).toEqual(drafted.sort());
  }, 60_000);

  it('rebuilds every view to the same rows', async () => {
    const rebuild = run('apps/cli/bin/zeren.mjs', { ZEREN_DATA: place.data }, ['rebuild', '--verify']);
    expect({ code: await rebuild.ended, output: rebuild.output() }).toEqual({ code: 0, output: expect.stringMatching(/\d+ views compared, 0 differences\n$/) as string });
    expect(rebuild.output()).toMatch(/split_progress_v\d+ +[1-9]\d{2,} rows {2}0 differences/);
  }, 60_000);
});

describe('the product, told to stop', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it('refuses a second copy on its data folder, in one line and with exit code 1', async () => {
    const second = runStandalone({ data: product.place.data, port: await freePort() });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `The data folder ${product.place.data} is in use by another copy of Zeren: stop it, or choose another folder with ZEREN_DATA=<folder>\n`,
    );
  }, 60_000);

  it('has its port refused to another copy, in one line and with exit code 1', async () => {
    const second = runStandalone({ data: join(product.place.data, 'other'), port: product.place.port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(`Port ${product.place.port} is in use: stop what uses it, or choose another with PORT=<port>\n`);
  }, 60_000);

  it('finishes the requests in flight, ends its feeds, leaves nothing running, and starts again with all it answered', async () => {
    const token = await product.token(office);
    const feed = await openFeed(`${product.url}/api/v1/events`, { Authorization: `Bearer ${token}` });
    const feedEnded = (async () => {
      while (await feed.frame()) continue;
      return true;
    })();
    const body = JSON.stringify(splitBody);
    const inFlight = Array.from({ length: 5 }, () => halfSent(`${product.url}/api/v1/splits`, token, body));
    await Promise.all(inFlight.map(({ begun }) => begun));
    const pids = withDescendants(product.running.process.pid as number);

    const stopping = stop(product.running);
    expect(await feedEnded).toBe(true);
    for (const { finish } of inFlight) finish();
    const answers = await Promise.all(inFlight.map(({ answer }) => answer));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(await stopping).toBe(0);
    await eventually('every process gone', async () => pids.every((pid) => !isRunning(pid)) || undefined);

    product = await startProduct(product.place);
    const drafted = (await product.recorded()).filter(({ type }) => type === 'SplitDrafted').map(({ stream }) => stream.replace('split-', ''));
    expect(drafted.sort()).toEqual(answers.map(({ id }) => id).sort());
  }, START_WITHIN);

  it('while it is still starting leaves nothing behind, and starts whole the next time', async () => {
    const place = await newPlace();
    const first = runStandalone(place);
    await pause(1_000);
    const pids = withDescendants(first.process.pid as number);
    await stop(first, 'SIGINT');
    await eventually('every process gone', async () => pids.every((pid) => !isRunning(pid)) || undefined);
    const again = runStandalone(place);
    await hasSaid(again, 'Zeren is ready: ', START_WITHIN);
    expect(await stop(again)).toBe(0);
    rmSync(place.data, { recursive: true, force: true });
  }, START_WITHIN);
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A command whose body the client has not sent whole. */
const halfSent = (url: string, token: string, body: string) => {
  const half = Math.floor(body.length / 2);
  const sending = httpRequest(url, {
    method: 'POST',
    headers: {
      'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'Idempotency-Key': randomUUID(),
    },
  });
  const answer = new Promise<{ status: number | undefined; id: string }>((resolve, reject) => {
    sending.once('error', reject);
    sending.once('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode, id: (JSON.parse(text) as { id: string }).id }));
    });
  });
  // The server has the head of the request soon after its first bytes have left.
  const begun = new Promise<void>((resolve) => sending.write(body.slice(0, half), () => resolve())).then(() => pause(200));
  return { begun, answer, finish: () => sending.end(body.slice(half)) };
};
