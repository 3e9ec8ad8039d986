import type { Caller, StreamId } from '@zeren/kernel';

/** Who sends a command, why, and under which conditions. */
export type CommandContext = {
  readonly caller: Caller;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** The revision the caller has seen (If-Match): the command is then never tried at another. */
  readonly expectedRevision?: number;
  /** The caller's key for this intent, and the SHA-256 of the canonical body that came with it, hex. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
  /** The position up to which facts of other contexts were read for this decision. */
  readonly factsPosition?: string;
};

/** What a command came to. */
export type Outcome<State> = {
  readonly id: StreamId;
  /** The present state, also where the command was a repetition. */
  readonly state: State;
  /** Of the last event the command wrote, or of the stream where it wrote none; -1 where there is no stream. */
  readonly revision: number;
  /** Of that same event; 0 where there is none. */
  readonly position: bigint;
  /** Events the command wrote. */
  readonly recorded: number;
  /** The idempotency key was met before: revision, position and count are those of the first answer. */
  readonly repeated: boolean;
};
