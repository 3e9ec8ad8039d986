import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ProblemError } from '@zeren/http';
import { asStorageProblem, type StagedFile } from './file-store.js';

/** Milliseconds after which a file that nobody took further was left behind by a process that was killed. */
const LEFT_BEHIND = 60 * 60 * 1_000;

/** SHA-256 and size of what is read. */
export const digestOf = async (content: AsyncIterable<Buffer>): Promise<{ hash: string; size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { hash: hash.digest('hex'), size };
};

const MEBIBYTE = 1024 * 1024;

/** Tells the limit as people say it. */
export const tooLarge = (limit: number): ProblemError =>
  new ProblemError(413, 'file-too-large', { details: { limit: limit < MEBIBYTE ? `${limit} B` : `${Math.floor(limit / MEBIBYTE)} MB` } });

/** Writes a body to a new file as it arrives, within a limit, and flushes it. Whatever fails, no file is left. */
export const takeIn = async (body: Readable, path: string, limit: number): Promise<StagedFile> => {
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => { throw asStorageProblem(error); });
  try {
    return { path, ...(await writeTo(handle, body, limit)) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
};

/** Writes a body as it arrives, and flushes it. */
export const writeTo = async (handle: FileHandle, body: Readable, limit: number): Promise<{ hash: string; size: number }> => {
  try {
    const received = await written(handle, body, limit);
    await handle.sync();
    return received;
  } catch (error) {
    throw asStorageProblem(error);
  }
};

const written = async (handle: FileHandle, body: Readable, limit: number): Promise<{ hash: string; size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of arriving(body)) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  if (size === 0) throw new ProblemError(400, 'file-empty');
  return { hash: hash.digest('hex'), size };
};

/** The body stays open where it is read no further, so that the refusal can still be sent. */
async function* arriving(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw new ProblemError(400, 'file-cut-off');
  }
}

/** The folder in which files are received and prepared before the store takes them. */
export class Staging {
  constructor(private readonly folder: string) {}

  /** Makes the folder, and removes what a process that was killed left in it. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const age = Date.now() - (await stat(path)).mtimeMs;
      if (age > LEFT_BEHIND) await rm(path, { force: true });
    }
  }

  newPath(): string {
    return join(this.folder, randomUUID());
  }

  receive(body: Readable, limit: number): Promise<StagedFile> {
    return takeIn(body, this.newPath(), limit);
  }

  /** A file made here by others, once it is complete. */
  async complete(path: string): Promise<StagedFile> {
    const handle = await open(path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { path, ...(await digestOf(createReadStream(path) as AsyncIterable<Buffer>)) };
  }

  async discard({ path }: Pick<StagedFile, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }
}
