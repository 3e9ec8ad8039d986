import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asStorageProblem, isMissing, storageKey, type FileStore, type StagedFile } from './file-store.js';
import { digestOf } from './staging.js';

/** The embedded store: a folder on the same file system as the staged files. */
export class LocalFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async keep(tenantId: string, { path, hash }: StagedFile): Promise<void> {
    const target = join(this.folder, storageKey(tenantId, hash));
    try {
      if ((await hashOf(target)) === hash) return await rm(path, { force: true });
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      await flushed(dirname(target));
    } catch (error) {
      throw asStorageProblem(error);
    }
  }

  async open(tenantId: string, hash: string): Promise<FileHandle | undefined> {
    return open(join(this.folder, storageKey(tenantId, hash)), 'r').catch(undefinedWhereMissing);
  }

  remove(tenantId: string, hash: string): Promise<void> {
    return rm(join(this.folder, storageKey(tenantId, hash)), { force: true });
  }
}

const undefinedWhereMissing = (error: unknown): undefined => {
  if (isMissing(error)) return undefined;
  throw error;
};

/** A file that is there but damaged is replaced by the good bytes. */
const hashOf = async (path: string): Promise<string | undefined> => {
  try {
    return (await digestOf(createReadStream(path) as AsyncIterable<Buffer>)).hash;
  } catch (error) {
    return undefinedWhereMissing(error);
  }
};

/** A name survives a power cut only once its folder is flushed. */
const flushed = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
