import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError } from '@zeren/http';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { S3FileStore, type S3Settings } from './s3-file-store.js';
import type { Staging } from './staging.js';

/** Where files are kept. */
export type FileStoreSettings = {
  /** The embedded store's folder, where there is no S3. */
  readonly folder: string | undefined;
  readonly s3: S3Settings | undefined;
  /** Where files are received before the store takes them. */
  readonly staging: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number above 0 out of the environment. Throws ConfigurationError. */
export const countFrom = (environment: Environment, name: string, fallback: number): number => {
  const text = environment[name];
  if (!text) return fallback;
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new ConfigurationError(`${name} must be a whole number above 0, not "${text}"`);
  return Number(text);
};

const s3From = (environment: Environment): S3Settings | undefined => {
  const endpoint = environment['S3_ENDPOINT'];
  if (!endpoint) return undefined;
  const required = (name: string): string => {
    const value = environment[name];
    if (!value) throw new ConfigurationError(`Set ${name}: S3_ENDPOINT needs it`);
    return value;
  };
  return {
    endpoint, bucket: required('S3_BUCKET'), region: environment['S3_REGION'] || 'us-east-1',
    accessKeyId: required('S3_ACCESS_KEY_ID'), secretAccessKey: required('S3_SECRET_ACCESS_KEY'),
  };
};

/**
 * Reads S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY; without them files are kept in a folder of
 * this name under ZEREN_DATA. Throws ConfigurationError.
 */
export const fileStoreSettingsFrom = (environment: Environment, name: string): FileStoreSettings => {
  const s3 = s3From(environment);
  const data = environment['ZEREN_DATA'];
  if (!s3 && !data) throw new ConfigurationError(`Set S3_ENDPOINT or ZEREN_DATA: where files are kept (${name})`);
  const folder = data ? join(resolve(data), name) : undefined;
  return { folder, s3, staging: join(folder ?? join(tmpdir(), `zeren-${name}`), 'incoming') };
};

export const fileStoreOf = ({ s3, folder }: FileStoreSettings, staging: Staging): FileStore =>
  s3 ? new S3FileStore(s3, staging) : new LocalFileStore(folder ?? '');
