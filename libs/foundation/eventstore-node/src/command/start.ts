import { EventStoreNodeError, textOf } from '../errors.js';
import type { NodeLog } from '../operation/log.js';
import type { EventStoreNodeOptions } from '../options.js';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { accountsOf, tlsOf } from './secrets.js';
import { stderrLog, type LogForm, type LogLevel } from './stderr-log.js';
import { choice, readWords, required, wholeNumber, WrongUsage, type Given, type Known } from './words.js';

const known: Known = {
  'dir': 'value', 'port': 'value', 'host': 'value', 'http-port': 'value', 'http-host': 'value',
  'tls-cert': 'value', 'tls-key': 'value', 'tls-dev': 'alone', 'accounts': 'value', 'dev-accounts': 'alone',
  'max-append-bytes': 'value', 'log': 'value', 'log-level': 'value',
};
const mebibyte = 1024 * 1024;
/** Signals this close together, in milliseconds, are one: a terminal and npx both pass on the same key. */
const sameSignal = 500;

/** Runs a node until it is asked to stop. Its first line on standard output tells, as JSON, whether it is ready. */
export async function start(words: readonly string[]): Promise<number> {
  const { options, form, level, wellKnown } = settingsOf(words);
  const { log, flush } = stderrLog(form, level);
  try {
    if (wellKnown) log.warn({}, 'Development accounts: everybody knows their passwords');
    const node = await startEventStoreNode({ ...options, log }).catch(sayNotReady);
    if (!node) return 1;
    const ended = stopped(node, log, flush);
    say({ ready: true, port: node.port, connectionString: node.connectionString });
    await ended;
    return 0;
  } finally {
    flush();
  }
}

type Settings = { options: EventStoreNodeOptions; form: LogForm; level: LogLevel; wellKnown: boolean };

function settingsOf(words: readonly string[]): Settings {
  try {
    const given = readWords(words, known);
    return {
      options: optionsOf(given),
      form: choice(given, 'log', ['json', 'text', 'off']),
      level: choice(given, 'log-level', ['info', 'debug', 'warn', 'error']),
      wellKnown: given.has('dev-accounts'),
    };
  } catch (error) {
    sayNotReady(error);
    throw error;
  }
}

function optionsOf(given: Given): EventStoreNodeOptions {
  const port = { least: 0, most: 65_535 };
  const httpPort = wholeNumber(given, 'http-port', { ...port, otherwise: 0 });
  const httpHost = given.get('http-host') ?? '127.0.0.1';
  const [tls, accounts] = [tlsOf(given), accountsOf(given)];
  return {
    dir: required(given, 'dir', 'in which folder the events are'),
    port: wholeNumber(given, 'port', { ...port, otherwise: 2_113 }),
    host: given.get('host') ?? '127.0.0.1',
    limits: { maxAppendBytes: wholeNumber(given, 'max-append-bytes', { least: 1, most: 64 * mebibyte, otherwise: mebibyte }) },
    ...(httpPort === 0 ? {} : { http: { port: httpPort, host: httpHost } }),
    ...(tls ? { tls } : {}),
    ...(accounts ? { accounts } : {}),
  };
}

/** Resolves when the node has stopped as it was asked: by a signal, or by the end of the process that forked this one. */
function stopped(node: EventStoreNode, log: NodeLog, flush: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked: number | undefined;
    const stop = (): void => {
      asked ??= Date.now();
      node.stop().then(resolve, reject);
    };
    const signalled = (signal: string): void => {
      if (asked === undefined) { stop(); return; }
      if (Date.now() - asked < sameSignal) return;
      log.warn({ signal }, 'A second signal ends the node at once');
      flush();
      process.exit(1);
    };
    process.on('SIGTERM', signalled);
    process.on('SIGINT', signalled);
    process.once('disconnect', stop);
    if (process.connected === false) stop();
  });
}

function sayNotReady(error: unknown): undefined {
  say({ ready: false, code: codeOf(error), message: textOf(error) });
}

function codeOf(error: unknown): string {
  if (error instanceof EventStoreNodeError) return error.code;
  return error instanceof WrongUsage ? 'wrong-usage' : 'cannot-start';
}

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
