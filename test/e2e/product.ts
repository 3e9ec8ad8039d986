import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import { put, specifyHttp, type HttpRequest, type HttpSpecification } from '@zeren/http/testing';
import type { RecordedEvent } from '@zeren/kernel';
import { freePort } from './free-port.js';
import { hasSaid, run, stop, type Running } from './process.js';

export const START_WITHIN = 120_000;
const PATIENCE = 30_000;

type Answer = Awaited<ReturnType<HttpSpecification['send']>>;

/** Where it keeps its data and serves; the same place again finds the same data. */
export type Place = { readonly data: string; readonly port: number };

/** A folder and a port of a test's own. */
export const newPlace = async (): Promise<Place> => ({ data: mkdtempSync(join(tmpdir(), 'zeren-e2e-')), port: await freePort() });

/** Starts the built standalone at a place, without the demonstration city. */
export const runStandalone = ({ data, port }: Place): Running =>
  run('dist/standalone/main.js', { ZEREN_DATA: data, PORT: String(port), ZEREN_DEMO: 'off' });

/** The whole product as its users meet it: built, running, on embedded engines, with the demonstration's accounts. */
export class Product {
  readonly url: string;
  readonly http: HttpSpecification;
  private readonly tokens = new Map<string, Promise<string>>();
  private store: EventStore | undefined;

  constructor(readonly place: Place, readonly running: Running) {
    this.url = `http://127.0.0.1:${place.port}`;
    this.http = specifyHttp(this.url);
  }

  /** The account's access token, by client credentials. */
  token(account: string): Promise<string> {
    const known = this.tokens.get(account) ?? this.askForToken(account);
    this.tokens.set(account, known);
    return known;
  }

  /** The request as an account sends it. */
  async as(account: string, request: HttpRequest): Promise<HttpRequest> {
    return request.as(await this.token(account));
  }

  /** Sends as an account; asks again, as a client does, where a view is not yet there. */
  async send(account: string, request: HttpRequest): Promise<Answer> {
    const sent = await this.as(account, request);
    for (const end = Date.now() + PATIENCE; ; await pause(100)) {
      const answer = await this.http.send(sent);
      if (answer.status !== 503 || Date.now() > end) return answer;
    }
  }

  /** Sends what must succeed, and gives the body of the answer. */
  async done<Body = { id: string; revision: number; position: string }>(account: string, request: HttpRequest): Promise<Body> {
    const answer = await this.send(account, request);
    if (answer.status >= 300) throw new Error(`${account}: ${request.method} ${request.path} was answered ${answer.status} ${answer.text}`);
    return answer.body as Body;
  }

  /** Advances the demonstration's clock, UTC. */
  async clock(now: string): Promise<void> {
    await this.done('platform.operator', put('/api/v1/demonstration/clock', { now }));
  }

  /** Every event recorded so far, as the store has it; what auditors' reads record is left out. */
  async recorded(): Promise<RecordedEvent[]> {
    this.store ??= connectEventStore(this.engines().eventStoreUrl);
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readAll()) if (event.type !== 'AuditRead') events.push(event);
    return events;
  }

  /** Where its engines listen. */
  engines(): { readonly pid: number; readonly eventStoreUrl: string; readonly databaseUrl: string } {
    return JSON.parse(readFileSync(join(this.place.data, 'running.json'), 'utf8')) as ReturnType<Product['engines']>;
  }

  /** Lets go of its engines, so that they can be stopped or killed. */
  async leave(): Promise<void> {
    await this.store?.dispose();
    this.store = undefined;
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.leave();
    await stop(this.running);
    rmSync(this.place.data, { recursive: true, force: true });
  }

  private async askForToken(account: string): Promise<string> {
    const secret = readFileSync(join(this.place.data, 'secrets', 'demo-secret'), 'utf8').trim();
    const answer = await fetch(`${this.url}/oidc/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!answer.ok) throw new Error(`No token for ${account}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}

/** Starts the product and waits until it is ready; where no place is named, at one of its own. */
export const startProduct = async (place?: Place): Promise<Product> => {
  const at = place ?? (await newPlace());
  const running = runStandalone(at);
  await hasSaid(running, 'Zeren is ready: ', START_WITHIN).catch(async (error: unknown) => {
    await stop(running);
    throw error;
  });
  return new Product(at, running);
};
