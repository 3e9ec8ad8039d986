import { parseArgs } from 'node:util';
import { EventStoreNodeError } from './errors.js';
import { startEventStoreNode } from './server.js';

/**
 * The node as a process of its own. It prints one line of JSON when it is ready or cannot start,
 * stops in good order on SIGTERM and SIGINT, and when the process that started it goes.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string', default: '2113' } } });
  if (values.dir === undefined) throw new Error('Say where the data is: --dir <folder>.');
  const node = await startEventStoreNode({ dir: values.dir, port: Number(values.port) });
  const stop = (): void => { void node.stop().then(() => process.exit(0)); };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  say({ ready: true, port: node.port });
}

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().catch((error: unknown) => {
  const code = error instanceof EventStoreNodeError ? error.code : 'cannot-start';
  say({ ready: false, code, message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
