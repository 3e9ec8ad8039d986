import { join } from 'node:path';
import { startEmbeddedPostgres } from '@zeren/read-model/embedded';
import { CannotStart, inUse } from './cannot-start.js';
import { Child, type ChildSettings } from './child.js';

/** An embedded engine that runs. */
export type Engine = {
  readonly url: string;
  /** Resolves when it has ended, whether asked to or not. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
};

/** Starts PostgreSQL in the data folder. */
export const startPostgres = (data: string, port: number): Promise<Engine> => startEmbeddedPostgres({ dir: join(data, 'postgres'), port });

type Line = { readonly ready: true; readonly port: number } | { readonly ready: false; readonly code: string; readonly message: string };

/** Starts the embedded event store in the data folder, as a process of its own. */
export const startEventStore = async (settings: Omit<ChildSettings, 'name' | 'args' | 'speaks'>, data: string, port: number): Promise<Engine> => {
  const child = new Child({
    ...settings, name: 'event store', args: ['--dir', join(data, 'events'), '--port', String(port)], speaks: true,
  });
  const line = JSON.parse(await child.firstLine()) as Line;
  if (!line.ready) throw failureOf(line, data);
  return { url: `esdb://127.0.0.1:${line.port}?tls=false`, ended: child.ended, stop: () => child.stop() };
};

const failureOf = ({ code, message }: Extract<Line, { ready: false }>, data: string): Error => {
  if (code === 'folder-in-use') return new CannotStart(inUse(data));
  if (code === 'disk-full') return Object.assign(new Error(message), { code: 'ENOSPC' });
  return new CannotStart(`The event store cannot start: ${message}`);
};
