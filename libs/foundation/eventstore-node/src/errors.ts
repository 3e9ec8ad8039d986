/** Why the node cannot start or keep its promise. */
export type EventStoreNodeErrorCode =
  /** Another process has the data folder open. */
  | 'folder-in-use'
  /** The data folder cannot be created or written. */
  | 'folder-not-usable'
  /** Another process listens on the port. */
  | 'port-in-use'
  /** The host name or the TLS material cannot be used to listen. */
  | 'cannot-listen'
  /** Stored bytes are not what was written. */
  | 'damaged'
  /** There is no room left for the write; reads go on. */
  | 'disk-full'
  /** A write failed for another reason; nothing of it was stored. */
  | 'write-failed';

/** A failure of the node itself, told in one sentence. Refusals of calls travel as gRPC statuses instead. */
export class EventStoreNodeError extends Error {
  override readonly name = 'EventStoreNodeError';

  constructor(readonly code: EventStoreNodeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** What an error says. */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
