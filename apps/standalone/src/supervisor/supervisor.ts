import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '@zeren/http';
import { Child, type ChildSettings } from './child.js';
import { takeDataFolder, type DataFolder } from './data-folder.js';
import { startEventStore, startPostgres, type Engine } from './engines.js';
import type { StartMessage } from './messages.js';
import { freePort, requireFreePort } from './port.js';
import { secretsIn, type Secrets } from './secrets.js';
import type { Settings } from './settings.js';

const RESTART_AFTER_MS = 1_000;

type Urls = { readonly databaseUrl: string; readonly eventStoreUrl: string };

/**
 * Runs event store, PostgreSQL, API and projector as processes, starts again whichever ends unasked, and stops them
 * all in order: first who serves, then who stores.
 */
export class Supervisor {
  private readonly stops = new Map<string, () => Promise<void>>();
  private folder: DataFolder | undefined;
  private engines: Promise<unknown> = Promise.resolve();
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when everything serves. Rejects with what stands in the way, everything stopped again. */
  async start(): Promise<Secrets> {
    try {
      return await this.startAll();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Has a process stopped before all others when the standalone stops. */
  stopFirst(child: Child): void {
    this.stops.set('guest', () => child.stop());
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async startAll(): Promise<Secrets> {
    const { settings } = this;
    await requireFreePort(settings.port, settings.host);
    this.folder = await takeDataFolder(settings.data);
    const secrets = await secretsIn(settings.data, process.env['ZEREN_DEMO_SECRET']);
    const environment = {
      ...process.env, ZEREN_DATA: settings.data, ZEREN_SIGNING_KEY: process.env['ZEREN_SIGNING_KEY'] ?? secrets.signingKey,
      ZEREN_PERSONAL_KEY: process.env['ZEREN_PERSONAL_KEY'] ?? secrets.personalKey,
    };
    const projector = this.fork('projector', environment);
    const api = this.fork('api', environment);
    const urls = await this.startEngines(environment);
    await writeFile(this.runningFile, JSON.stringify({ pid: process.pid, url: settings.origin, ...urls }), { mode: 0o600 });
    await this.serve(projector, this.startMessage(urls, await freePort()), 'prepared', environment);
    const toApi = { ...this.startMessage(urls, settings.port), api: this.apiSettings(secrets) };
    await Promise.all([this.serve(api, toApi, 'ready', environment), projector.said('ready')]);
    return secrets;
  }

  private async startEngines(environment: NodeJS.ProcessEnv): Promise<Urls> {
    const { data, databaseUrl, eventStoreUrl } = this.settings;
    const node = { file: this.built('eventstore-node', 'main'), log: this.log('event-store'), environment };
    const starting = [
      databaseUrl ?? freePort().then((port) => this.keep('PostgreSQL', () => startPostgres(data, port))),
      eventStoreUrl ?? freePort().then((port) => this.keep('event store', () => startEventStore(node, data, port))),
    ] as const;
    this.engines = Promise.allSettled(starting);
    const [database, events] = await Promise.all(starting);
    return { databaseUrl: database, eventStoreUrl: events };
  }

  /** Starts an engine and, should it end unasked, starts it again at the same place. */
  private async keep(name: string, start: () => Promise<Engine>): Promise<string> {
    const engine = await start();
    this.stops.set(name, () => engine.stop());
    void engine.ended.then(() => this.again(name, () => this.keep(name, start)));
    return engine.url;
  }

  private async serve(child: Child, message: StartMessage, when: 'prepared' | 'ready', environment: NodeJS.ProcessEnv): Promise<void> {
    const { name } = child.settings;
    child.start(message);
    await child.said(when);
    void child.ended.then(() => this.again(name, () => this.serve(this.fork(name, environment), message, when, environment)));
  }

  private async again(name: string, start: () => Promise<unknown>): Promise<void> {
    if (this.stopping) return;
    this.say(`The ${name} has ended and is started again (see ${join(this.settings.data, 'logs')})`);
    await pause(RESTART_AFTER_MS);
    if (this.stopping) return;
    await start().catch((error: Error) => {
      this.say(error.message);
      return this.again(name, start);
    });
  }

  private fork(name: string, environment: NodeJS.ProcessEnv): Child {
    const settings: ChildSettings = { name, file: this.built('standalone', name), log: this.log(name), environment };
    const child = new Child(settings);
    this.stops.set(name, () => child.stop());
    return child;
  }

  private async stopAll(): Promise<void> {
    const stop = (name: string) => this.stops.get(name)?.() ?? Promise.resolve();
    await stop('guest');
    await stop('api');
    await stop('projector');
    await this.engines;
    await Promise.all([stop('event store'), stop('PostgreSQL')]);
    if (this.folder) await rm(this.runningFile, { force: true });
    await this.folder?.release();
  }

  private startMessage(urls: Urls, port: number): StartMessage {
    const { settings } = this;
    const configuration: Configuration = {
      ...urls,
      port,
      host: port === settings.port ? settings.host : '127.0.0.1',
      issuer: settings.issuer ?? `${settings.origin}/oidc`,
      rateLimit: settings.rateLimit,
      logLevel: settings.logLevel,
    };
    const clockFile = join(settings.data, 'demonstration-clock.json');
    return { type: 'start', configuration, ...(settings.production ? {} : { clockFile }) };
  }

  private apiSettings({ jwks, cookieKey, demoSecret }: Secrets): NonNullable<StartMessage['api']> {
    const { origin, root, issuer } = this.settings;
    return {
      origin,
      consoleFolder: join(root, 'dist', 'console'),
      ...(issuer ? {} : { embeddedIssuer: { jwks, cookieKey, demoSecret } }),
    };
  }

  /** Tells commands on this machine where the engines are. */
  private get runningFile(): string {
    return join(this.settings.data, 'running.json');
  }

  private built(app: string, part: string): string {
    const file = join(this.settings.root, 'dist', app, `${part}.js`);
    if (!existsSync(file)) throw new Error(`${file} is not built: run npm run build`);
    return file;
  }

  private log(name: string): string {
    return join(this.settings.data, 'logs', `${name}.log`);
  }
}
