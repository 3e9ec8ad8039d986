import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from '../server.js';
import type { ClientUnderTest, Connection } from './client-under-test.js';

const folders: string[] = [];
afterAll(() => { for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true }); });

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
  folders.push(dir);
  return dir;
}

/** A node and a connection to it for the tests of one `describe`. */
export function withNode(client: ClientUnderTest, options: Omit<EventStoreNodeOptions, 'dir'> = {}) {
  const dir = temporaryFolder();
  const context = {} as { node: EventStoreNode; store: Connection };
  beforeAll(async () => {
    context.node = await startEventStoreNode({ dir, ...options });
    context.store = client.connect(context.node.connectionString);
  });
  afterAll(async () => {
    await context.store.dispose();
    await context.node.stop();
  });
  return context;
}

let names = 0;

/** A stream name no other test has. */
export function freshStream(prefix = 'stream'): string {
  return `${prefix}-${process.pid}-${names++}`;
}
