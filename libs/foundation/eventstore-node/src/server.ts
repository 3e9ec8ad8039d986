import { Server } from '@grpc/grpc-js';
import { setMaxListeners } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from './access.js';
import { EventStoreNodeError, textOf } from './errors.js';
import { gossipService } from './gossip.js';
import { listenForCalls, type Listener } from './listener.js';
import { nodeEndpoint } from './operation/endpoint.js';
import { Figures } from './operation/figures.js';
import type { Stage } from './operation/health.js';
import { silentLog, type NodeLog } from './operation/log.js';
import { Scavenging } from './operation/scavenging.js';
import { callWatch, commitWatch } from './operation/watch.js';
import type { EventStoreNode, EventStoreNodeOptions } from './options.js';
import { packedCalls, type CallWatch } from './packed-call.js';
import { persistentSubscriptionsService } from './persistent/service.js';
import { projectionsService } from './projections/service.js';
import { serverFeaturesService } from './server-features.js';
import type { Service } from './service.js';
import { holdFolder } from './storage/holder.js';
import { Log } from './storage/log.js';
import { Store } from './storage/store.js';
import type { CallContext } from './streams/context.js';
import { streamsService } from './streams/service.js';
import { tlsMaterial, type TlsMaterial } from './tls/material.js';
import { version } from './version.js';

export type { EventStoreNode, EventStoreNodeOptions } from './options.js';

const defaultAppendBytes = 1024 * 1024;
/** Clients send an append in messages of 3 MiB; a single event may be larger than that and is refused by name. */
const receiveBytes = 64 * 1024 * 1024;
/** How long `stop` waits for calls to end before it breaks them off, in milliseconds. */
const stopPatience = 2_000;

/** Starts a node on a data folder. Throws an EventStoreNodeError that says what is in the way. */
export async function startEventStoreNode(options: EventStoreNodeOptions = {}): Promise<EventStoreNode> {
  const { log = silentLog } = options;
  /** What to undo, the latest first: at the stop, and when the start fails half-way. */
  const undo: Undo[] = [];
  const began = performance.now();
  try {
    const dir = options.dir ?? temporaryFolder(undo);
    const storage = Log.open(dir);
    undo.unshift(() => storage.close());
    undo.unshift(holdFolder(storage.environment, dir));
    return await serve(storage, { ...options, dir, log, began }, undo);
  } catch (error) {
    await undoAll(undo, log);
    const code = error instanceof EventStoreNodeError ? error.code : undefined;
    log.error({ code, reason: textOf(error) }, 'The node cannot start');
    throw error;
  }
}

type Undo = () => Promise<void>;
type Settings = EventStoreNodeOptions & { dir: string; log: NodeLog; began: number };

function temporaryFolder(undo: Undo[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
  undo.unshift(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function serve(storage: Log, options: Settings, undo: Undo[]): Promise<EventStoreNode> {
  const { dir, host = '127.0.0.1', http, log } = options;
  const figures = new Figures();
  const store = new Store(storage, commitWatch(figures, log));
  undo.unshift(() => store.writer.close());
  const stopping = new AbortController();
  const context = contextOf(store, figures, options, stopping.signal);
  const [groups, projections] = [persistentSubscriptionsService(context), projectionsService(context)];
  const services: Service[] = [streamsService(context), groups, projections];
  undo.unshift(...services.flatMap(({ close }) => close ?? []));
  const scavenging = new Scavenging(store, log, stopping.signal);
  undo.unshift(() => scavenging.ended());

  const material = await tlsMaterial(options.tls, dir, log);
  let stage: Stage = 'starting';
  const endpoint = http && await nodeEndpoint(http, {
    sources: { figures, log: () => storage.size(), groups: groups.figures, projections: projections.figures },
    stage: () => stage, scavenging, access: context.access, accounts: options.accounts !== undefined,
  });
  if (endpoint) undo.unshift(() => endpoint.close());
  const server = serverOf(services, callWatch(figures, log));
  const listener = await listenForCalls(server, { host, port: options.port ?? 0 }, material.credentials, log);
  undo.unshift(() => endCalls(server, listener, stopping));
  for (const { start } of services) start?.();
  stage = 'serving';
  const { port } = listener;
  tellReady(options, { port, http: endpoint?.port, ...storage.size() });
  return {
    port,
    connectionString: connectionString(host, port, material),
    ...(endpoint ? { http: { port: endpoint.port } } : {}),
    ...(material.authority === undefined ? {} : { tls: { authority: material.authority } }),
    scavenge: () => scavenging.run(),
    stop: once(async () => {
      stage = 'stopping';
      log.info({}, 'The node is stopping');
      await undoAll(undo, log);
      log.info({}, 'The node has stopped');
    }),
  };
}

function contextOf(store: Store, figures: Figures, { accounts, limits }: Settings, stopping: AbortSignal): CallContext {
  setMaxListeners(0, stopping);
  return { store, access: new Access(store, accounts), figures, maxAppendBytes: limits?.maxAppendBytes ?? defaultAppendBytes, stopping };
}

function tellReady({ dir, host, tls, accounts, log, began }: Settings, facts: Record<string, unknown>): void {
  const milliseconds = Math.round(performance.now() - began);
  const security = { tls: typeof tls === 'object' ? 'files' : tls ?? 'none', accounts: accounts !== undefined };
  log.info({ version, dir, host, ...security, ...facts, milliseconds }, 'The node is ready');
  if (accounts && tls === undefined) log.warn({}, 'There are accounts but no TLS: clients send no credentials over a plain connection');
}

function serverOf(services: readonly Service[], watch: CallWatch): Server {
  const server = new Server({
    'grpc.max_receive_message_length': receiveBytes, 'grpc.max_send_message_length': -1, interceptors: [packedCalls(watch)],
  });
  for (const { definition, implementation } of [serverFeaturesService(services), gossipService(), ...services]) {
    server.addService(definition, implementation);
  }
  return server;
}

/** Takes no new calls, has the open ones end, and breaks off those that do not in time. */
function endCalls(server: Server, listener: Listener, stopping: AbortController): Promise<void> {
  listener.close();
  return new Promise((resolve) => {
    const patience = setTimeout(() => { server.forceShutdown(); resolve(); }, stopPatience);
    server.tryShutdown(() => { clearTimeout(patience); resolve(); });
    stopping.abort();
  });
}

function connectionString(host: string, port: number, { secure, authority }: TlsMaterial): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const trusted = authority === undefined ? '' : `&tlsCAFile=${encodeURIComponent(authority).replaceAll('%2F', '/')}`;
  return `esdb://${reachable}:${port}?tls=${secure}${trusted}`;
}

/** Takes every step back, also after one that fails, as a last write does on a full disk: the next start needs none of them. */
async function undoAll(undo: readonly Undo[], log: NodeLog): Promise<void> {
  for (const step of undo) await step().catch((error: unknown) => { log.error({ reason: textOf(error) }, 'A step of the stop failed'); });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => running ??= act();
}
