import { createHash } from 'node:crypto';
import { mkdir, realpath, rm, statfs } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart, inUse } from './cannot-start.js';

/** Below this much free space no engine starts reliably. */
const NEEDED_BYTES = 256 * 1024 * 1024;
/** Operating systems limit the length of a socket's path. */
const LONGEST_SOCKET_PATH = 100;

export type DataFolder = { release(): Promise<void> };

/**
 * Takes the data folder for this process: while it lives, another copy is refused; however it ends, the folder is free
 * again. Throws {@link CannotStart} where another copy has it or the disk is full.
 */
export const takeDataFolder = async (folder: string): Promise<DataFolder> => {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOSPC') throw error;
    throw new CannotStart(`The data folder ${folder} cannot be made (${error.code}): choose another with ZEREN_DATA=<folder>`);
  });
  await requireSpace(folder);
  const path = await lockPath(folder);
  if (await answers(path)) throw new CannotStart(inUse(folder));
  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = await listen(path);
  return { release: () => new Promise((released) => server.close(() => released())) };
};

const requireSpace = async (folder: string): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= NEEDED_BYTES) return;
  const mb = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new CannotStart(`The disk that holds ${folder} is full: ${mb(free)} MB are free, ${mb(NEEDED_BYTES)} MB are needed`);
};

const lockPath = async (folder: string): Promise<string> => {
  const real = await realpath(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\zeren-${hash}`;
  const inside = join(real, 'lock');
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `zeren-${hash}.lock`);
};

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
