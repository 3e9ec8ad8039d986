import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreNodeOptions } from '../server.js';
import { collect, jsonEvent, type Connection, type NewEvent, type Recorded } from './client-under-test.js';
import { withNode } from './node-under-test.js';
import type { Projections, ProjectionsClient } from './projections-client.js';

/** The system projections in the order in which they are listed. */
export const projectionNames = ['$by_category', '$by_event_type', '$streams', '$stream_by_category', '$by_correlation_id'];

/** How long a projection may take for what a test has written, in milliseconds. */
const patience = 20_000;

/** A node, a connection and its projection calls for the tests of one `describe`. */
export function withProjections(client: ProjectionsClient, options: Omit<EventStoreNodeOptions, 'dir'> = {}) {
  const node = withNode(client, options);
  const context = {} as { projections: Projections };
  beforeAll(() => { context.projections = client.projections(node.node.connectionString); });
  afterAll(async () => { await context.projections.dispose(); });
  return { node, get store() { return node.store; }, get projections() { return context.projections; } };
}

/** Events that differ in nothing but their ids. */
export function several(count: number): NewEvent[] {
  return Array.from({ length: count }, () => jsonEvent('a'));
}

/** What links to the first events of a stream say. */
export function targets(stream: string, count: number): string[] {
  return Array.from({ length: count }, (_, revision) => `${revision}@${stream}`);
}

/** The events of a stream as they are stored, links as links; none while it does not exist. */
export async function stored(store: Connection, stream: string): Promise<Recorded[]> {
  try {
    return (await collect(store.readStream(stream))).flatMap(({ event }) => event ?? []);
  } catch (error) {
    if ((error as { type?: string }).type === 'stream-not-found') return [];
    throw error;
  }
}

/** Waits until the stream has this many events, and returns their data as text. */
export async function linked(store: Connection, stream: string, count: number): Promise<string[]> {
  const events = await eventually(() => stored(store, stream), (found) => found.length >= count);
  return events.map(textOf);
}

/** Waits until every projection that is switched on has dealt with all that was written. */
export async function caughtUp(projections: Projections): Promise<void> {
  await eventually(() => projections.list(), (list) =>
    list.every(({ projectionStatus, progress }) => projectionStatus !== 'Running' || progress === 100));
}

/** Looks until what it sees is wanted. Fails after `within` milliseconds. */
export async function eventually<Result>(
  look: () => Promise<Result>, isWanted: (result: Result) => boolean, within: number = patience,
): Promise<Result> {
  const end = Date.now() + within;
  for (;;) {
    const result = await look();
    if (isWanted(result)) return result;
    if (Date.now() > end) throw new Error(`It did not come in time; the last look gave ${JSON.stringify(result, plain)}`);
    await sleep(20);
  }
}

/** Links are not JSON to the clients: they give bytes. */
export function textOf({ data }: Recorded): string {
  return Buffer.from(data as Uint8Array).toString('utf8');
}

/** What a link's metadata says; not every client parses it. */
export function metadataOf(event: Recorded | undefined): Record<string, unknown> {
  const metadata = event?.metadata;
  const parsed: unknown = ArrayBuffer.isView(metadata) ? JSON.parse(Buffer.from(metadata as Uint8Array).toString('utf8')) : metadata;
  return parsed as Record<string, unknown>;
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
