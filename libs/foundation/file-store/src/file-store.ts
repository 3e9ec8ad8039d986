import type { FileHandle } from 'node:fs/promises';
import { ProblemError } from '@zeren/http';

/** Bytes on local disk, complete and flushed, that have a hash but no place in the store yet. */
export type StagedFile = {
  readonly path: string;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
};

/** Where files are kept: by tenant and hash, so that equal bytes of a tenant are kept once. */
export type FileStore = {
  /** Takes the bytes over. What the store has already, whole, stays as it is. The staged file is gone afterwards. */
  keep(tenantId: string, file: StagedFile): Promise<void>;
  /** The stored bytes, as they are now, for reading; undefined where there are none. The caller closes the handle. */
  open(tenantId: string, hash: string): Promise<FileHandle | undefined>;
  /** The bytes are gone afterwards; where there were none, nothing happens. */
  remove(tenantId: string, hash: string): Promise<void>;
};

/** Injection token of the {@link FileStore}. */
export const FILE_STORE = Symbol('FILE_STORE');

/** `<tenant>/<first two of the hash>/<hash>`; throws a RangeError for anything that could lead elsewhere. */
export const storageKey = (tenantId: string, hash: string): string => {
  if (!/^[A-Za-z0-9-]+$/.test(tenantId) || !/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('Not the key of a stored file');
  return `${tenantId}/${hash.slice(0, 2)}/${hash}`;
};

const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What a disk's error means to the person who sends a file; any other error as it is. */
export const asStorageProblem = (error: unknown): unknown =>
  noRoom.includes((error as { code?: unknown }).code) ? new ProblemError(503, 'file-store-full') : error;

export const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';
