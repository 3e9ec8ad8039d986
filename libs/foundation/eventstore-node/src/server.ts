import { Server, ServerCredentials } from '@grpc/grpc-js';
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:net';
import { Access, type Accounts } from './access.js';
import { EventStoreNodeError } from './errors.js';
import { gossipService } from './gossip.js';
import { packedCalls } from './packed-call.js';
import { serverFeaturesService } from './server-features.js';
import { holdFolder } from './storage/holder.js';
import { Log } from './storage/log.js';
import { Store } from './storage/store.js';
import type { CallContext } from './streams/context.js';
import { streamsService } from './streams/service.js';

export type EventStoreNodeOptions = {
  /** The data folder; made when absent. */
  dir: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** The address to listen on, 127.0.0.1 by default. */
  host?: string;
  /** Certificate and key in PEM form; without them the connection is plain. */
  tls?: { cert: string; key: string };
  /**
   * Passwords by user name, or passwords with groups. `admin` is of `$admins` and `ops` of `$ops` unless groups are given.
   * Without accounts everybody may do everything.
   */
  accounts?: Accounts;
  limits?: {
    /** How many bytes one append may carry: data, metadata and twice each type's length. 1 MiB by default. */
    maxAppendBytes?: number;
  };
};

export type EventStoreNode = {
  port: number;
  /** How the clients reach it. */
  connectionString: string;
  /** Refuses new calls, stores what it accepted, ends the rest, and gives the folder back. */
  stop(): Promise<void>;
};

const defaultAppendBytes = 1024 * 1024;
/** Clients send an append in messages of 3 MiB; a single event may be larger than that and is refused by name. */
const receiveBytes = 64 * 1024 * 1024;
/** How long `stop` waits for calls to end before it breaks them off, in milliseconds. */
const stopPatience = 2_000;

/** Starts a node on a data folder. Throws an EventStoreNodeError that says what is in the way. */
export async function startEventStoreNode(options: EventStoreNodeOptions): Promise<EventStoreNode> {
  const log = Log.open(options.dir);
  try {
    const giveBack = holdFolder(log.environment, options.dir);
    try {
      return await serve(log, options, giveBack);
    } catch (error) {
      await giveBack();
      throw error;
    }
  } catch (error) {
    await log.close();
    throw error;
  }
}

async function serve(log: Log, options: EventStoreNodeOptions, giveBack: () => Promise<void>): Promise<EventStoreNode> {
  const { port = 0, host = '127.0.0.1', tls, accounts, limits } = options;
  const store = new Store(log);
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const context: CallContext = {
    store, access: new Access(store, accounts), maxAppendBytes: limits?.maxAppendBytes ?? defaultAppendBytes, stopping: stopping.signal,
  };
  const server = new Server({
    'grpc.max_receive_message_length': receiveBytes, 'grpc.max_send_message_length': -1, interceptors: [packedCalls],
  });
  const bound = { host, port };
  const services = [streamsService(context)];
  for (const { definition, implementation } of [serverFeaturesService(services), gossipService(() => bound), ...services]) {
    server.addService(definition, implementation);
  }
  bound.port = await listen(server, host, port, credentialsOf(tls));
  return {
    port: bound.port,
    connectionString: `esdb://${host}:${bound.port}?tls=${tls ? 'true' : 'false'}`,
    stop: once(async () => {
      const ended = shutDown(server);
      stopping.abort();
      await ended;
      for (const { close } of services) await close?.();
      await store.writer.close();
      await giveBack();
      await store.close();
    }),
  };
}

function credentialsOf(tls: EventStoreNodeOptions['tls']): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  try {
    return ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key) }]);
  } catch (cause) {
    throw new EventStoreNodeError('cannot-listen', 'The TLS certificate or its key cannot be used.', { cause });
  }
}

async function listen(server: Server, host: string, port: number, credentials: ServerCredentials): Promise<number> {
  if (port !== 0) await refuseBusyPort(host, port);
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, credentials, (error, bound) => {
      if (error) reject(cannotListen(host, port, error));
      else resolve(bound);
    });
  });
}

/** Tries the port first: grpc-js would tell of a busy one in lines of its own on the console. */
function refuseBusyPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => { reject(cannotListen(host, port, error)); });
    probe.listen(port, host, () => { probe.close(() => { resolve(); }); });
  });
}

function cannotListen(host: string, port: number, cause: Error): EventStoreNodeError {
  return cause.message.includes('EADDRINUSE')
    ? new EventStoreNodeError('port-in-use', `Port ${port} on ${host} is in use.`, { cause })
    : new EventStoreNodeError('cannot-listen', `Cannot listen on ${host}:${port}: ${cause.message}.`, { cause });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => { server.forceShutdown(); resolve(); }, stopPatience);
    server.tryShutdown(() => { clearTimeout(patience); resolve(); });
  });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => running ??= act();
}
