import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError } from '@zeren/http';
import type { S3Settings } from './s3-file-store.js';

/** Where files are kept and how much is taken in. */
export type EvidenceSettings = {
  /** The embedded store's folder, where there is no S3. */
  readonly folder: string | undefined;
  readonly s3: S3Settings | undefined;
  /** Where files are received before the store takes them. */
  readonly staging: string;
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Pieces of one unit for one indicator. */
  readonly maxFiles: number;
  /** Pixels of one image. */
  readonly maxPixels: number;
};

/** Injection token of the {@link EvidenceSettings}. */
export const EVIDENCE_SETTINGS = Symbol('EVIDENCE_SETTINGS');

type Environment = Readonly<Record<string, string | undefined>>;

const MEBIBYTE = 1024 * 1024;

const count = (environment: Environment, name: string, fallback: number): number => {
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
 * Reads S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY; without them files are kept under
 * ZEREN_DATA. EVIDENCE_MAX_BYTES, EVIDENCE_MAX_FILES and EVIDENCE_MAX_PIXELS set the limits. Throws ConfigurationError.
 */
export const evidenceSettingsFrom = (environment: Environment): EvidenceSettings => {
  const s3 = s3From(environment);
  const data = environment['ZEREN_DATA'];
  if (!s3 && !data) throw new ConfigurationError('Set S3_ENDPOINT or ZEREN_DATA: where evidence files are kept');
  const folder = data ? join(resolve(data), 'evidence') : undefined;
  return {
    folder,
    s3,
    staging: join(folder ?? join(tmpdir(), 'zeren-evidence'), 'incoming'),
    maxBytes: count(environment, 'EVIDENCE_MAX_BYTES', 50 * MEBIBYTE),
    maxFiles: count(environment, 'EVIDENCE_MAX_FILES', 50),
    maxPixels: count(environment, 'EVIDENCE_MAX_PIXELS', 100_000_000),
  };
};
