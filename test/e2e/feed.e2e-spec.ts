import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get, post } from '@zeren/http/testing';
import { readersOf } from '@zeren/kernel';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { CITY, DISTRICT, indicatorCodes, openCity, PEER, splitBody, type City } from './city.js';
import { openFeed, type Feed, type FedEvent } from './feed-reader.js';
import { eventually } from './process.js';
import { type Product, START_WITHIN, startProduct } from './product.js';

const integrator = `${CITY}.integrator`;
const office = `${CITY}.city-office`;

type Fed = { readonly place: string; readonly event: FedEvent };

describe('the event feed', () => {
  let product: Product;
  let city: City;
  let silent: Feed;
  const feeds: Feed[] = [];

  const open = async (query = '', account = integrator, headers: Record<string, string> = {}): Promise<Feed> => {
    const feed = await openFeed(`${product.url}/api/v1/events${query}`, { Authorization: `Bearer ${await product.token(account)}`, ...headers });
    feeds.push(feed);
    return feed;
  };
  /** The ids of what a tenant may read, in store order. */
  const readableBy = async (tenantId: string): Promise<string[]> =>
    (await product.recorded()).filter((event) => readersOf(event).includes(tenantId)).map(({ id }) => id);
  const all = async (account = integrator, tenantId = CITY): Promise<Fed[]> => (await open('', account)).events((await readableBy(tenantId)).length);

  beforeAll(async () => {
    product = await startProduct();
    city = await openCity(product);
    // The peer's feed falls silent from here on.
    silent = await open(`?after=${(await all(`${PEER}.integrator`, PEER)).length}`, `${PEER}.integrator`);
  }, START_WITHIN);

  afterAll(async () => {
    for (const feed of feeds) feed.close();
    await product?.remove();
  }, 60_000);

  it('is a stream of server-sent events that no proxy keeps', async () => {
    const { answer } = await open();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('carries every event of the tenant and no other, in store order, its places without gaps', async () => {
    for (const [account, tenantId] of [[integrator, CITY], [`${DISTRICT}.integrator`, DISTRICT], [`${PEER}.integrator`, PEER]] as const) {
      const events = await all(account, tenantId);
      expect(events.map(({ event }) => event.id)).toEqual(await readableBy(tenantId));
      expect(events.map(({ place }) => Number(place))).toEqual(events.map((_, index) => index + 1));
    }
  });

  it('is of CloudEvents 1.0 by its published JSON schema', async () => {
    const ajv = new Ajv({ strictSchema: false, allowUnionTypes: true });
    formats.default(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(join(__dirname, 'cloud-events-schema.json'), 'utf8')) as object);
    const events = (await all()).map(({ event }) => event);
    expect(events.length).toBeGreaterThan(15);
    for (const event of events) {
      expect({ event: valid(event) ? undefined : event, errors: valid.errors }).toEqual({ event: undefined, errors: null });
      for (const attribute of Object.keys(event)) expect(attribute).toMatch(/^[a-z0-9]{1,20}$/);
    }
    expect(valid({ ...events[0], time: 'yesterday' })).toBe(false);
    expect(valid({ ...events[0], source: undefined })).toBe(false);
  });

  it('names each type as the list of types does', async () => {
    const { items } = await product.done<{ items: { cloudEventType: string }[] }>(integrator, get('/api/v1/event-types'));
    const listed = items.map(({ cloudEventType }) => cloudEventType);
    for (const { event } of await all()) expect(listed).toContain(event.type);
  });

  it('left and resumed again and again while commands run misses nothing and doubles nothing', async () => {
    const commands = 120;
    const run = Array.from({ length: 8 }, async (_, lane) => {
      for (let number = lane; number < commands; number += 8) {
        await product.done(office, post('/api/v1/splits', splitBody).with('Idempotency-Key', `feed-${number}`));
      }
    });
    const seen: Fed[] = [];
    const expected = (await readableBy(CITY)).length + commands;
    while (seen.length < expected) {
      const feed = await open('', integrator, { 'Last-Event-ID': seen.at(-1)?.place ?? '0' });
      seen.push(...(await feed.events(Math.min(17, expected - seen.length))));
      feed.close();
    }
    await Promise.all(run);
    expect(seen.map(({ event }) => event.id)).toEqual(await readableBy(CITY));
    expect(seen.map(({ place }) => Number(place))).toEqual(seen.map((_, index) => index + 1));
  });

  it('Last-Event-ID goes before ?after=, as a browser that reconnects needs it', async () => {
    const [first] = await (await open('?after=2', integrator, { 'Last-Event-ID': '5' })).events(1);
    expect(first?.place).toBe('6');
  });

  it('of chosen types passes over the others, and resumes past them', async () => {
    const wanted = 'zeren.task.TaskPublished.v1';
    const places = (await all()).filter(({ event }) => event.type === wanted).map(({ place }) => place);
    expect(places).toHaveLength(9);
    for (const type of ['TaskPublished', wanted]) {
      const events = await (await open(`?type=${type}&type=TaskCompleted`)).events(9);
      expect(events.map(({ place }) => place)).toEqual(places);
    }
    const [next] = await (await open('?type=TaskPublished', integrator, { 'Last-Event-ID': places[3] ?? '' })).events(1);
    expect(next?.place).toBe(places[4]);
  });

  it('brings an event to both sides of it, live', async () => {
    const live = async (account: string, tenantId: string) => open(`?after=${(await readableBy(tenantId)).length}`, account);
    const [above, below] = await Promise.all([live(integrator, CITY), live(`${DISTRICT}.integrator`, DISTRICT)]);
    await product.done(`${DISTRICT}.district-office`, post(`/api/v1/tasks/${city.taskId(indicatorCodes[0] as string)}/acceptance`, {}));
    const [[seenAbove], [seenBelow]] = await Promise.all([above.events(1), below.events(1)]);
    expect(seenAbove?.event).toMatchObject({ type: 'zeren.task.TaskAccepted.v1', subject: city.taskId('CLN-01-01'), actortenant: DISTRICT });
    expect(seenBelow?.event.id).toBe(seenAbove?.event.id);
  });

  it('keeps a silent connection alive with a comment', async () => {
    const heartbeat = await eventually('a heartbeat', async () => {
      const frame = await silent.frame();
      if (!frame) throw new Error('The feed ended');
      expect(frame.data).toBeUndefined();
      return frame.comment;
    }, 20_000);
    expect(heartbeat).toBe('heartbeat');
  });
});
