import type { NodeLog } from '../operation/log.js';
import { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from '../server.js';
import { jsonEvent, type ClientUnderTest, type Connection, type NewEvent } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';

/** A line of the log. */
export type Line = { level: keyof NodeLog; fields: Readonly<Record<string, unknown>>; message: string };

/** A log that keeps its lines. */
export function keptLog(): { log: NodeLog; lines: Line[] } {
  const lines: Line[] = [];
  const tell = (level: keyof NodeLog) => (fields: Line['fields'], message: string): void => { lines.push({ level, fields, message }); };
  return { lines, log: { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') } };
}

/** What an HTTP request was answered. */
export type Served = { status: number; body: string };

export async function get(port: number | undefined, path: string): Promise<Served> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text() };
}

/** The measurements of a node by name and labels, as Prometheus would take them. */
export async function measured(node: EventStoreNode): Promise<ReadonlyMap<string, number>> {
  const { body } = await get(node.http?.port, '/metrics');
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]));
}

/** Nodes with an HTTP endpoint and connections to them, which end with the test. */
export function operated(client: ClientUnderTest) {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => { for (const { stop } of open.splice(0).reverse()) await stop(); });
  return {
    start: async (options: Omit<EventStoreNodeOptions, 'dir'> = {}, dir = temporaryFolder()): Promise<EventStoreNode> => {
      const node = await startEventStoreNode({ dir, http: { port: 0 }, ...options });
      open.push(node);
      return node;
    },
    connect: (connectionString: string): Connection => {
      const connection = client.connect(connectionString);
      open.push({ stop: () => connection.dispose() });
      return connection;
    },
  };
}

/** Events of eight kilobytes. */
export function large(count: number): NewEvent[] {
  return Array.from({ length: count }, () => jsonEvent('n', { text: 'x'.repeat(8_000) }));
}
