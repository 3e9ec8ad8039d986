import type { StreamState } from './keys.js';

/** Who may do what with a stream: user or group names per action. */
export type AccessList = Partial<Record<'$r' | '$w' | '$d' | '$mr' | '$mw', readonly string[]>>;

/** What a stream's metadata stream says about it, as far as the node acts on it. */
export type StreamMetadata = {
  /** Only this many of the newest events are readable. */
  maxCount?: number;
  /** Only events younger than this many seconds are readable. */
  maxAge?: number;
  /** Events below this revision are not readable. */
  truncateBefore: number;
  /** A soft-deleted stream reads as not found until it is written again. */
  deleted: boolean;
  access: AccessList;
};

/** The `$tb` of a soft-deleted stream: the largest signed 64-bit number, in the digits other readers expect. */
export const deletedMark = '9223372036854775807';

export const plainMetadata: StreamMetadata = { truncateBefore: 0, deleted: false, access: {} };

/** Of what is said about a stream only the newest counts. */
export const metadataOfMetadata: StreamMetadata = { ...plainMetadata, maxCount: 1 };

export function metadataStreamOf(stream: string): string {
  return `$$${stream}`;
}

export function isMetadataStream(stream: string): boolean {
  return stream.startsWith('$$');
}

/** The stream that a metadata stream describes. */
export function describedStreamOf(metadataStream: string): string {
  return metadataStream.slice(2);
}

/** The first revision that the metadata, and what a scavenge has removed, leave readable, age aside. */
export function firstReadable(state: StreamState, metadata: StreamMetadata): number {
  const kept = metadata.maxCount === undefined ? 0 : state.lastRevision + 1 - metadata.maxCount;
  return Math.max(state.firstRevision, metadata.truncateBefore, kept);
}

/** Reads a metadata event's data. Data that is not a JSON object says nothing, as with any reader of it. */
export function parseStreamMetadata(data: Buffer): StreamMetadata {
  const fields = parseObject(data);
  const truncateBefore = wholeNumber(fields['$tb'], 0) ?? 0;
  const maxCount = wholeNumber(fields['$maxCount'], 1);
  const maxAge = wholeNumber(fields['$maxAge'], 1);
  return {
    truncateBefore,
    deleted: truncateBefore >= Number(deletedMark),
    access: parseAccess(fields['$acl']),
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** Reads what an event of `$settings` says about all streams that are named with `$`, or about all others. */
export function parseDefaultAccess(data: Buffer, ofSystemStreams: boolean): AccessList {
  return parseAccess(parseObject(data)[ofSystemStreams ? '$systemStreamAcl' : '$userStreamAcl']);
}

/**
 * The same metadata with another `$tb`, given in digits because the mark of a deleted stream
 * is larger than what a JavaScript number holds exactly.
 */
export function withTruncateBefore(data: Buffer | undefined, digits: string): Buffer {
  const { $tb: _replaced, ...others } = data ? parseObject(data) : {};
  const text = JSON.stringify(others);
  return Buffer.from(text === '{}' ? `{"$tb":${digits}}` : `${text.slice(0, -1)},"$tb":${digits}}`, 'utf8');
}

function parseObject(data: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(data.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function wholeNumber(value: unknown, least: number): number | undefined {
  return typeof value === 'number' && value >= least && Number.isInteger(value) ? value : undefined;
}

function parseAccess(value: unknown): AccessList {
  if (typeof value !== 'object' || value === null) return {};
  const access: AccessList = {};
  for (const action of ['$r', '$w', '$d', '$mr', '$mw'] as const) {
    const names = (value as Record<string, unknown>)[action];
    if (typeof names === 'string') access[action] = [names];
    else if (Array.isArray(names)) access[action] = names.filter((name): name is string => typeof name === 'string');
  }
  return access;
}
