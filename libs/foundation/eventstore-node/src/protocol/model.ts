import type { Expected } from './client-under-test.js';

/** How a write ends, as the model says it. */
export type Outcome = { kind: 'written'; revision: number } | { kind: 'wrong'; current: number } | { kind: 'deleted' };

/** What the model knows of an event: its stream, its place there, and its type. */
export type Known = { stream: string; revision: number; type: string };

/** Of a stream's metadata what hides events; a soft-deleted stream is truncated before infinity. */
export type Truncation = { maxCount?: number; truncateBefore?: number };

/** The revision that would have followed the expected one. */
function firstAfter(expected: Expected): number {
  if (expected === 'no_stream') return 0;
  return typeof expected === 'bigint' ? Number(expected) + 1 : Infinity;
}

type Stream = { ids: string[]; metadata: Truncation[]; tombstoned: boolean };

export const metadataOf = (stream: string): string => `$$${stream}`;

/** What an event store is, without disk, network or cleverness: the node must answer as this does. */
export class Model {
  /** Everything ever written, in order. */
  readonly all: Known[] = [];
  readonly #streams = new Map<string, Stream>();

  append(name: string, expected: Expected, ids: readonly string[]): Outcome {
    const stream = this.#stream(name);
    if (stream.tombstoned || (expected === 'stream_exists' && this.#isDeleted(stream))) return { kind: 'deleted' };
    if (!this.#allows(stream, expected)) return this.#repetition(stream, firstAfter(expected), ids);
    const isLoose = expected === 'any' || expected === 'stream_exists';
    const earlier = isLoose ? stream.ids.indexOf(ids[0] ?? '') : -1;
    if (earlier >= 0) return this.#repetition(stream, earlier, ids);
    if (ids.length > 0 && this.#isDeleted(stream)) this.#describe(name, { ...stream.metadata.at(-1), truncateBefore: stream.ids.length });
    for (const id of ids) this.all.push({ stream: name, revision: stream.ids.push(id) - 1, type: 'e' });
    return { kind: 'written', revision: stream.ids.length - 1 };
  }

  delete(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    const exists = stream.ids.length > 0 || stream.metadata.length > 0;
    if (!exists || !this.#allows(stream, expected)) return { kind: 'wrong', current: stream.ids.length - 1 };
    return this.#describe(name, { ...stream.metadata.at(-1), truncateBefore: Infinity });
  }

  tombstone(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    if (!this.#allows(stream, expected)) return { kind: 'wrong', current: stream.ids.length - 1 };
    stream.tombstoned = true;
    this.all.push({ stream: name, revision: Number(2n ** 63n - 1n), type: '$streamDeleted' });
    return { kind: 'written', revision: stream.ids.length - 1 };
  }

  describe(name: string, metadata: Truncation): Outcome {
    return this.#stream(name).tombstoned ? { kind: 'deleted' } : this.#describe(name, metadata);
  }

  /** The readable revisions of a stream or of a stream's metadata, or why there are none. */
  revisions(name: string): number[] | 'deleted' | 'not found' {
    const isMetadata = name.startsWith('$$');
    const stream = this.#stream(isMetadata ? name.slice(2) : name);
    if (stream.tombstoned) return 'deleted';
    const { length } = isMetadata ? stream.metadata : stream.ids;
    if (length === 0 || (!isMetadata && this.#isDeleted(stream))) return 'not found';
    const { maxCount = Infinity, truncateBefore = 0 } = isMetadata ? { maxCount: 1 } : stream.metadata.at(-1) ?? {};
    return Array.from({ length }, (_, revision) => revision).filter((revision) => revision >= Math.max(truncateBefore, length - maxCount));
  }

  /** The last revision of a stream, -1 while it has none. */
  last(name: string): number {
    return this.#stream(name).ids.length - 1;
  }

  #repetition(stream: Stream, first: number, ids: readonly string[]): Outcome {
    const same = ids.length > 0 && ids.every((id, offset) => stream.ids[first + offset] === id);
    return same ? { kind: 'written', revision: first + ids.length - 1 } : { kind: 'wrong', current: stream.ids.length - 1 };
  }

  #describe(name: string, metadata: Truncation): Outcome {
    const revision = this.#stream(name).metadata.push(metadata) - 1;
    this.all.push({ stream: metadataOf(name), revision, type: '$metadata' });
    return { kind: 'written', revision };
  }

  #allows(stream: Stream, expected: Expected): boolean {
    if (expected === 'any') return true;
    if (expected === 'no_stream') return stream.ids.length === 0 || this.#isDeleted(stream);
    if (expected === 'stream_exists') return stream.ids.length > 0 || stream.metadata.length > 0;
    return expected === BigInt(stream.ids.length - 1);
  }

  #isDeleted(stream: Stream): boolean {
    return stream.metadata.at(-1)?.truncateBefore === Infinity;
  }

  #stream(name: string): Stream {
    const stream = this.#streams.get(name) ?? { ids: [], metadata: [], tombstoned: false };
    this.#streams.set(name, stream);
    return stream;
  }
}
