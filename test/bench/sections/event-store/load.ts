import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { Running } from '../../engines.js';
import { processorTime } from '../../process.js';
import type { Stage } from '../../stage.js';

const data = { title: '二〇一三年环境保护任务', unitId: '511902', note: 'x'.repeat(120) };
const metadata = { tenantId: '511900', actorTenantId: '511900', actorId: '511900.city-office', postId: '', unitId: '511900', commandId: 'bench', schemaVersion: 1 };

/** So many new events, each about 413 bytes of data and metadata, as the references were measured with. */
export const newOnes = (count: number) =>
  Array.from({ length: count }, () => jsonEvent({ type: 'SplitDrafted', data: { ...data }, metadata: { ...metadata } }));

export const connect = (stage: Stage, { url }: Running): EventStoreDBClient =>
  stage.keep(EventStoreDBClient.connectionString(url), (client) => client.dispose());

let streams = 0;

/** Appends so many events to a new stream and resolves when they are acknowledged. */
export const append = async (client: EventStoreDBClient, count = 1): Promise<void> => {
  await client.appendToStream(`split-511900_${process.pid}-${(streams += 1)}`, newOnes(count), { expectedRevision: NO_STREAM });
};

/** Fills the store with so many events, in streams of five hundred. */
export const fill = async (client: EventStoreDBClient, events: number): Promise<void> => {
  let left = events;
  const writer = async (): Promise<void> => {
    while (left > 0) {
      const count = Math.min(500, left);
      left -= count;
      await append(client, count);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
};

/** What one unit of work costs a server and its client, in microseconds of processor time. */
export type Cost = { readonly server: number; readonly client: number };

/** The cost of work that resolves with the number of units done. Undefined where the system does not tell. */
export const costOf = async ({ pid }: Running, work: () => Promise<number>): Promise<Cost | undefined> => {
  const [server, client] = [processorTime(pid), process.cpuUsage()];
  const done = await work();
  const [after, own] = [processorTime(pid), process.cpuUsage(client)];
  if (server === undefined || after === undefined) return undefined;
  return { server: (after - server) / done, client: (own.user + own.system) / done };
};
