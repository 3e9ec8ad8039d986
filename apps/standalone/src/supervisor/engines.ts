import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

/** How long an event store whose supervisor was killed may take to leave by itself. */
const ORPHAN_LEAVES_WITHIN_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 200;

/** Starts the embedded event store in the data folder, as a process of its own. The folder must be this supervisor's. */
export const startEventStore = async (settings: Omit<ChildSettings, 'name' | 'args' | 'speaks'>, data: string, port: number): Promise<Engine> => {
  const args = ['--dir', join(data, 'events'), '--port', String(port)];
  for (const end = Date.now() + ORPHAN_LEAVES_WITHIN_MS; ; await pause(ASK_AGAIN_AFTER_MS)) {
    const child = new Child({ ...settings, name: 'event store', args, speaks: true });
    const line = JSON.parse(await child.firstLine()) as Line;
    if (line.ready) return { url: `esdb://127.0.0.1:${line.port}?tls=false`, ended: child.ended, stop: () => child.stop() };
    // Since the folder is this supervisor's, whoever still has the events is leaving.
    if (line.code !== 'folder-in-use' || Date.now() > end) throw failureOf(line, data);
    await child.ended;
  }
};

const failureOf = ({ code, message }: Extract<Line, { ready: false }>, data: string): Error => {
  if (code === 'folder-in-use') return new CannotStart(inUse(data));
  if (code === 'disk-full') return Object.assign(new Error(message), { code: 'ENOSPC' });
  return new CannotStart(`The event store cannot start: ${message}`);
};
