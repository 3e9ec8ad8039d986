import {
  AccessDeniedError, CancelledError, convertToCommandError, DeadlineExceededError, MaxAppendSizeExceededError,
  NotLeaderError, TimeoutError, UnavailableError, WrongExpectedVersionError,
} from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { AppendTooLarge, RevisionConflict, StoreUnavailable } from './errors.js';
import type { ExpectedRevision } from './event-store.js';

/** Milliseconds before each new attempt: a store that restarts within about four seconds is not noticed by callers. */
const RETRY_DELAYS = [20, 50, 100, 250, 500, 1_000, 2_000] as const;

/** The line to the store was lost, with whatever was on it. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** True where the connection broke or moved, so that another attempt may succeed. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ConnectionLost || error instanceof UnavailableError || error instanceof CancelledError || error instanceof NotLeaderError;

/** What the client threw, as the client's own error classes. */
export const clientError = (error: unknown): unknown =>
  error instanceof Error ? convertToCommandError(error) : error;

/** What the client threw while appending, in this package's words. */
export const appendError = (error: unknown, stream: string, expected: ExpectedRevision): unknown => {
  if (error instanceof WrongExpectedVersionError) {
    return new RevisionConflict(stream, expected, typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : undefined);
  }
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(stream, error.maxAppendSize);
  return storeError(error);
};

/** What the client threw, in this package's words. */
export const storeError = (error: unknown): unknown => {
  const unavailable = isTransient(error) || error instanceof DeadlineExceededError || error instanceof TimeoutError;
  return unavailable ? new StoreUnavailable('The event store cannot be reached', { cause: error }) : error;
};

/** True where no new connection helps: the store knows the caller and refuses. */
export const isRefusal = (error: unknown): boolean => error instanceof AccessDeniedError;

/** Waits before attempt number `attempt` (0 is the first repetition); false where enough were made. */
export const mayTryAgain = async (error: unknown, attempt: number): Promise<boolean> => {
  const wait = RETRY_DELAYS[attempt];
  if (wait === undefined || !isTransient(error)) return false;
  await delay(wait);
  return true;
};
