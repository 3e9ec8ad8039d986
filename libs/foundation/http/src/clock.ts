/** The clock a request's Caller gets its `now` from. */
export type Clock = {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
};

/** Injection token of the {@link Clock}. */
export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: () => new Date().toISOString() };
