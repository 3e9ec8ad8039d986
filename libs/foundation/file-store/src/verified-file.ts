import type { FileHandle } from 'node:fs/promises';
import { ProblemError } from '@zeren/http';
import type { FileStore } from './file-store.js';
import { digestOf } from './staging.js';

/** A file as an event recorded it. */
export type RecordedFile = { readonly tenantId: string; readonly hash: string; readonly size: number };

/** Whether the store still has the very bytes that were filed. */
export type FileState = 'sound' | 'missing' | 'changed';

const stateOf = async (handle: FileHandle | undefined, { hash, size }: RecordedFile): Promise<FileState> => {
  if (!handle) return 'missing';
  const found = await digestOf(handle.createReadStream({ autoClose: false, start: 0 }) as AsyncIterable<Buffer>);
  return found.hash === hash && found.size === size ? 'sound' : 'changed';
};

/** The stored bytes, all of them verified against the hash that was filed. Throws where they are missing or changed. */
export const openVerified = async (store: FileStore, file: RecordedFile): Promise<FileHandle> => {
  const handle = await store.open(file.tenantId, file.hash);
  const state = await stateOf(handle, file);
  if (handle && state === 'sound') return handle;
  await handle?.close();
  throw new ProblemError(500, state === 'missing' ? 'file-missing' : 'file-changed', { details: { hash: file.hash } });
};

/** Reads the stored bytes through, and says how they are. */
export const inspect = async (store: FileStore, file: RecordedFile): Promise<FileState> => {
  const handle = await store.open(file.tenantId, file.hash);
  try {
    return await stateOf(handle, file);
  } finally {
    await handle?.close();
  }
};
