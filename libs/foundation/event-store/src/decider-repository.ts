import type { Caller, Command, Decider, Event, StreamId } from '@zeren/kernel';
import type { CommandContext, Outcome } from './command-context.js';
import type { EventStore } from './event-store.js';

export type DeciderRepositoryOptions = {
  /** Attempts at one command when other writers keep moving its stream; 10 by default. */
  readonly maxAttempts?: number;
  /** Streams whose state is kept in memory; 10,000 by default. */
  readonly cacheSize?: number;
  /** Current schema version by event type; 1 where a type is not named. */
  readonly schemaVersions?: Readonly<Record<string, number>>;
};

export class DeciderRepository {
  constructor(
    private readonly store: EventStore,
    options: DeciderRepositoryOptions = {},
  ) {}

  execute<S, C extends Command, E extends Event>(
    decider: Decider<S, C, E>, id: StreamId, command: C, context: CommandContext,
  ): Promise<Outcome<S>> {
    throw new Error('not yet');
  }

  load<S, C extends Command, E extends Event>(
    decider: Decider<S, C, E>, id: StreamId, caller: Caller,
  ): Promise<{ state: S; revision: number }> {
    throw new Error('not yet');
  }
}
