import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { ProblemError } from '@zeren/http';
import { asStorageProblem, storageKey, type FileStore, type StagedFile } from './file-store.js';
import type { Staging } from './staging.js';

/** An S3-compatible store, addressed by path: `<endpoint>/<bucket>/<key>`. */
export type S3Settings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

type S3 = typeof import('@aws-sdk/client-s3');

/** Files in a bucket. The client is loaded when it is first needed. */
export class S3FileStore implements FileStore {
  private connected: Promise<{ readonly s3: S3; readonly client: S3Client }> | undefined;

  constructor(
    private readonly settings: S3Settings,
    private readonly staging: Staging,
  ) {}

  async keep(tenantId: string, { path, hash, size }: StagedFile): Promise<void> {
    const { s3, client } = await this.connect();
    const place = { Bucket: this.settings.bucket, Key: storageKey(tenantId, hash) };
    try {
      await client.send(new s3.PutObjectCommand({ ...place, Body: createReadStream(path), ContentLength: size }));
    } catch (error) {
      throw unavailable(error);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Fetched whole before anything is read of it: bytes are served only once all of them are known to be right. */
  async open(tenantId: string, hash: string): Promise<FileHandle | undefined> {
    const body = await this.bodyOf(storageKey(tenantId, hash));
    if (!body) return undefined;
    const path = this.staging.newPath();
    try {
      await pipeline(body, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return await open(path, 'r');
    } catch (error) {
      const problem = asStorageProblem(error);
      throw problem === error ? unavailable(error) : problem;
    } finally {
      // Its name is no longer needed: what is read is what the handle holds.
      await rm(path, { force: true });
    }
  }

  async remove(tenantId: string, hash: string): Promise<void> {
    const { s3, client } = await this.connect();
    try {
      await client.send(new s3.DeleteObjectCommand({ Bucket: this.settings.bucket, Key: storageKey(tenantId, hash) }));
    } catch (error) {
      throw unavailable(error);
    }
  }

  private async bodyOf(key: string): Promise<Readable | undefined> {
    const { s3, client } = await this.connect();
    try {
      const answer = await client.send(new s3.GetObjectCommand({ Bucket: this.settings.bucket, Key: key }));
      return answer.Body as Readable | undefined;
    } catch (error) {
      if (error instanceof s3.NoSuchKey || error instanceof s3.NotFound) return undefined;
      throw unavailable(error);
    }
  }

  private connect(): Promise<{ readonly s3: S3; readonly client: S3Client }> {
    this.connected ??= this.load();
    return this.connected;
  }

  private async load(): Promise<{ readonly s3: S3; readonly client: S3Client }> {
    const s3 = await import('@aws-sdk/client-s3');
    const { endpoint, region, accessKeyId, secretAccessKey } = this.settings;
    const client = new s3.S3Client({
      endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey },
      // Many compatible stores know no checksums in trailers; the hash is verified on every reading anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { s3, client };
  }
}

const unavailable = (cause: unknown): ProblemError =>
  Object.assign(new ProblemError(503, 'file-store-unavailable', { retryAfter: 5 }), { cause });
