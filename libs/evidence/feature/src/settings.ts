import { countFrom, fileStoreSettingsFrom, type FileStoreSettings } from '@zeren/file-store';

/** Where files are kept and how much is taken in. */
export type EvidenceSettings = FileStoreSettings & {
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Pieces of one unit for one indicator. */
  readonly maxFiles: number;
  /** Pixels of one image. */
  readonly maxPixels: number;
};

/** Injection token of the {@link EvidenceSettings}. */
export const EVIDENCE_SETTINGS = Symbol('EVIDENCE_SETTINGS');

const MEBIBYTE = 1024 * 1024;

/** EVIDENCE_MAX_BYTES, EVIDENCE_MAX_FILES and EVIDENCE_MAX_PIXELS set the limits. Throws ConfigurationError. */
export const evidenceSettingsFrom = (environment: Readonly<Record<string, string | undefined>>): EvidenceSettings => ({
  ...fileStoreSettingsFrom(environment, 'evidence'),
  maxBytes: countFrom(environment, 'EVIDENCE_MAX_BYTES', 50 * MEBIBYTE),
  maxFiles: countFrom(environment, 'EVIDENCE_MAX_FILES', 50),
  maxPixels: countFrom(environment, 'EVIDENCE_MAX_PIXELS', 100_000_000),
});
