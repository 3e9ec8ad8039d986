import type { DeciderRepository } from '@zeren/event-store';
import type { DataSource } from 'typeorm';

/** The clock a request's Caller gets its `now` from. */
export type Clock = {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
};

/** Injection token of the {@link Clock}. */
export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Commands that the passing of time causes. Called again and again, so what it did before must change nothing. */
export type ClockJob = {
  readonly name: string;
  /** Pause between two runs, seconds. */
  readonly everySeconds: number;
  readonly run: (now: string, context: ClockJobContext) => Promise<void>;
};

export type ClockJobContext = {
  readonly repository: DeciderRepository;
  /** The projector's login: sees the rows of every tenant. */
  readonly database: DataSource;
};
