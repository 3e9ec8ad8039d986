import { get, startHouse, type House } from '@zeren/http/testing';
import { HTTP, type CloudEvent } from 'cloudevents';
import { IntegrationModule } from './index.js';
import { openFeed, type OpenFeed } from './testing/read-feed.js';

const EVENTS = 450;
const shared = { sharedWith: ['511902'] };

describe('the event feed', () => {
  let house: House;
  let city: string;
  let district: string;
  const feeds: OpenFeed[] = [];
  let stopped = false;

  const open = async (query = '', token = city, headers: Record<string, string> = {}): Promise<OpenFeed> => {
    const feed = await openFeed(`${house.url}/api/v1/events${query}`, { Authorization: `Bearer ${token}`, ...headers });
    feeds.push(feed);
    return feed;
  };

  beforeAll(async () => {
    const eventTypes = [{ category: 'task', type: 'TaskAccepted', version: 1 }, { category: 'task', type: 'TaskCompleted', version: 1 }];
    house = await startHouse({
      name: 'integration', modules: [IntegrationModule.register({ eventTypes })], tables: [], refusals: {},
      ownWork: { keptTo: ({ unitId }) => Promise.resolve(unitId.length > 6 ? [unitId] : undefined), categories: ['task'] },
    });
    [city, district] = await Promise.all([
      house.tokenFor({ tenantId: '511900', roles: ['integrator'] }),
      house.tokenFor({ tenantId: '511902', roles: ['integrator'] }),
    ]);
    for (let number = 1; number <= EVENTS; number += 1) {
      const type = number % 150 === 0 ? 'TaskCompleted' : 'TaskAccepted';
      await house.record(`task-511900_s.${number}`, { type, data: { number, note: '空气\n质量' } }, number <= 3 ? shared : {});
    }
  }, 120_000);

  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.close()));
  });


  afterAll(() => (stopped ? undefined : house?.stop()), 60_000);

  it('hands over all there is from the first event on, in order and without gaps', async () => {
    const feed = await open();
    expect(feed.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = await feed.events(EVENTS);
    expect(events.map(({ id }) => Number(id))).toEqual(Array.from({ length: EVENTS }, (_, index) => index + 1));
    expect(events.map(({ event }) => (event['data'] as { number: number }).number)).toEqual(events.map(({ id }) => Number(id)));
  });

  it('is of CloudEvents 1.0, by the official library', async () => {
    const events = (await (await open()).events(20)).map(({ event }) => event);
    for (const event of events) {
      const parsed = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) }) as CloudEvent<unknown>;
      expect(parsed.validate()).toBe(true);
      for (const attribute of Object.keys(event)) expect(attribute).toMatch(/^[a-z0-9]{1,20}$/);
    }
    expect(events[0]).toMatchObject({
      specversion: '1.0', type: 'zeren.task.TaskAccepted.v1', source: '/tenants/511900', subject: '511900_s.1',
      datacontenttype: 'application/json', sequence: '0000000000000001', revision: 0, data: { number: 1, note: '空气\n质量' },
    });
  });

  it('resumed after the last event one has misses nothing and repeats nothing', async () => {
    const first = await open();
    const seen = await first.events(123);
    await first.close();
    const resumed = await open('?after=1', city, { 'Last-Event-ID': seen.at(-1)?.id ?? '' });
    const [next] = await resumed.events(1);
    expect(next?.id).toBe('124');
    const [after] = await (await open('?after=440')).events(1);
    expect(after?.id).toBe('441');
  });

  it('goes on with each event as it is recorded', async () => {
    const feed = await open(`?after=${EVENTS}`);
    const position = await house.record('task-511900_s.live', { type: 'TaskAccepted', data: { number: 0 } });
    const [event] = await feed.events(1);
    expect(event?.event).toMatchObject({ subject: '511900_s.live', position: String(position) });
  });

  it('tells in which post somebody acted, of a deputy its own post too, and none where nobody acted in one', async () => {
    const posts = { postId: '511900-health.head', ownPostId: '511900-health.officer' };
    const feed = await open(`?after=${EVENTS + 1}`);
    await house.record('task-511900_s.deputy', { type: 'TaskAccepted', data: {} }, posts);
    await house.record('task-511900_s.clock', { type: 'TaskAccepted', data: {} });
    const [deputy, clock] = (await feed.events(2)).map(({ event }) => event);
    expect(deputy).toMatchObject({ actorpost: posts.postId, actorownpost: posts.ownPostId });
    expect(Object.keys(clock ?? {}).filter((name) => name.startsWith('actor'))).toEqual(['actor', 'actortenant']);
  });

  it('of another tenant has what is shared with it, counted from one, and nothing else', async () => {
    const feed = await open('', district);
    expect((await feed.events(3)).map(({ id, event }) => [id, event['subject']])).toEqual([['1', '511900_s.1'], ['2', '511900_s.2'], ['3', '511900_s.3']]);
    await house.record('task-511900_s.foreign', { type: 'TaskAccepted', data: {} });
    await house.record('task-511900_s.4', { type: 'TaskCompleted', data: {} }, shared);
    expect((await feed.events(1))[0]?.event['subject']).toBe('511900_s.4');
  });

  it('of some types passes over the others, and the reader’s place moves on with them', async () => {
    const feed = await open('?type=TaskCompleted');
    expect((await feed.events(3)).map(({ id }) => id)).toEqual(['150', '300', '450']);
    const whole = await open('?type=zeren.task.TaskCompleted.v1&type=Nothing&after=299');
    expect((await whole.events(1))[0]?.id).toBe('300');
    const none = await open('?type=Nothing');
    await none.frame();
    expect(await none.frame()).toEqual({ id: '200', data: undefined, comment: undefined });
  });

  it('is not for those without a token, nor from a place that is none', async () => {
    await house.http.given().when(get('/api/v1/events')).thenRefused(401, 'token-missing');
    await house.http.given().when(get('/api/v1/events').as(city).with('Last-Event-ID', 'x')).thenRefused(400, 'malformed-position', 'Last-Event-ID');
    await house.http.given().when(get('/api/v1/events?after=-1').as(city)).thenRefused(400, 'validation-failed', 'after');
  });

  it('opens a single event to those who may read it', async () => {
    const [event] = (await (await open('?after=9')).events(1));
    const id = String(event?.event['id']);
    const answer = await house.http.given().when(get(`/api/v1/events/${id}`).as(city)).then({ status: 200 });
    expect(answer.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
    expect(JSON.parse(answer.text)).toEqual(event?.event);
    await house.http.given().when(get(`/api/v1/events/${id}`).as(district)).thenRefused(404, 'not-found');
    await house.http.given().when(get('/api/v1/events/nonsense').as(city)).thenRefused(404, 'not-found');
  });

  it('is not for those who are kept to their own units; they see single events of the streams in which these act', async () => {
    const town = await house.tokenFor({ tenantId: '511902', unitId: '511902001', roles: ['officer'] });
    await house.http.given().when(get('/api/v1/events').as(town)).thenRefused(404, 'not-found');
    const of = async (stream: string) => {
      const events = [];
      for await (const event of house.store.read(stream)) events.push(event);
      return `/api/v1/events/${events[0]?.id}`;
    };
    await house.record('task-511902_town.1', { type: 'TaskAccepted', data: {} }, { unitId: '511902001' });
    await house.record('task-511902_other.1', { type: 'TaskAccepted', data: {} }, { unitId: '511902002' });
    const feed = await open('', district);
    for (let subject: unknown; subject !== '511902_other.1';) subject = (await feed.events(1))[0]?.event['subject'];
    await house.http.given().when(get(await of('task-511902_town.1')).as(town)).then({ status: 200 });
    await house.http.given().when(get(await of('task-511902_other.1')).as(town)).thenRefused(404, 'not-found');
  });

  it('names its types, and is described as AsyncAPI to anyone', async () => {
    const types = await house.http.given().when(get('/api/v1/event-types').as(city)).then({ status: 200 });
    expect(types.body.items[0]).toEqual({ category: 'task', type: 'TaskAccepted', version: 1, cloudEventType: 'zeren.task.TaskAccepted.v1' });
    await house.http.given().when(get('/asyncapi.json')).then({ status: 200, body: { asyncapi: '3.0.0' } });
  });

  it('ends whole when the service stops, and leaves no connection behind that would hold it up', async () => {
    const feed = await open(`?after=${EVENTS}`);
    expect(feed.headers.get('connection')).toBe('close');
    const rest = (async () => {
      for (let frame = await feed.frame(); frame; frame = await feed.frame()) expect(Number(frame.id ?? EVENTS + 1)).toBeGreaterThan(EVENTS);
      return 'ended';
    })();
    stopped = true;
    await house.stop();
    expect(await rest).toBe('ended');
  }, 60_000);
});
