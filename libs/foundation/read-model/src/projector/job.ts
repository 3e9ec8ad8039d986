import type { Progress } from './progress.js';
import type { PageEvent } from './page-event.js';

/** What the runner keeps running from its own place in the store: a projection, a policy, the tenant log. */
export type Job = {
  readonly progress: Progress;
  readonly handles: (type: string) => boolean;
  /**
   * Deals with these events, all that it handles between two positions, and moves its checkpoint from the one to the
   * other in the same transaction. Throws CheckpointMoved where it was not at `from`, and when the signal is given.
   */
  readonly apply: (events: readonly PageEvent[], from: bigint, to: bigint, signal: AbortSignal) => Promise<void>;
};

/** An error that trying again does not cure: the job stops and says so. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
}

export type Log = (message: string, details: Readonly<Record<string, unknown>>) => void;
