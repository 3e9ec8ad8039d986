/** The stream has moved on: an append at an expected revision did not hold. Nothing was written. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';

  constructor(
    readonly stream: string,
    readonly expected: number | 'no-stream' | 'any',
    /** The revision the stream is at; undefined where there is no stream. */
    readonly actual: number | undefined,
  ) {
    super(`${stream} is at revision ${actual ?? 'none'}, not ${expected}`);
  }
}

/** The store could not be reached, or did not answer in time. Whether an append was written is not known. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The events of one append are larger together than the store takes. Nothing was written. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';

  constructor(
    readonly stream: string,
    readonly maxBytes: number,
  ) {
    super(`An append to ${stream} exceeds ${maxBytes} bytes`);
  }
}

/** There is no such stream, or none that the caller's tenant may know of. */
export class StreamNotFound extends Error {
  override readonly name = 'StreamNotFound';

  constructor(readonly stream: string) {
    super(`No stream ${stream} for this caller`);
  }
}

/** The caller named the revision it had seen (If-Match), and the stream is at another. */
export class RevisionMismatch extends Error {
  override readonly name = 'RevisionMismatch';

  constructor(
    readonly stream: string,
    readonly expected: number,
    /** -1 where there is no stream. */
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, the caller had seen ${expected}`);
  }
}

/** An idempotency key came again with another body. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';

  constructor(readonly key: string) {
    super(`Idempotency key ${key} was used with another body`);
  }
}
