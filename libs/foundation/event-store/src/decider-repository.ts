import { streamName, type Caller, type Command, type Decider, type Event, type RecordedEvent, type StreamId } from '@zeren/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandContext, Outcome } from './command-context.js';
import { admit, decideOn, intentOf, type Intent } from './decision.js';
import { RevisionConflict } from './errors.js';
import type { EventStore } from './event-store.js';
import { foldOnto, nothingYet, withAnswer, type Folded } from './folded.js';
import { toRecord, type SchemaVersions } from './recording.js';
import { StateCache } from './state-cache.js';
import { Turns } from './turns.js';

export type DeciderRepositoryOptions = {
  /**
   * Attempts at one command while other processes keep moving its stream; 10 by default, which with the growing
   * waits between them lasts up to a second.
   */
  readonly maxAttempts?: number;
  /** Streams whose state is kept in memory; 10,000 by default. */
  readonly cacheSize?: number;
  /** Current schema version by event type; 1 where a type is not named. */
  readonly schemaVersions?: SchemaVersions;
};

/**
 * Commands become events here: the stream's state, what the decider makes of the command, one append.
 * States are kept in memory, so that a command on a known stream costs exactly that append; a stream that is not known
 * is first taken for one that is not there yet, so that a creation costs no more. What such a state refuses is looked at
 * again with the newest events before it is refused.
 */
export class DeciderRepository {
  private readonly states: StateCache;
  private readonly turns = new Turns();
  private readonly maxAttempts: number;
  private readonly schemaVersions: SchemaVersions;

  constructor(
    private readonly store: EventStore,
    { maxAttempts = 10, cacheSize = 10_000, schemaVersions = {} }: DeciderRepositoryOptions = {},
  ) {
    this.states = new StateCache(cacheSize);
    this.maxAttempts = maxAttempts;
    this.schemaVersions = schemaVersions;
  }

  /**
   * Decides on a command and records the events. Throws what the decider refuses (DomainError), StreamNotFound,
   * RevisionMismatch, IdempotencyKeyReused, RevisionConflict when attempts are exhausted, StoreUnavailable.
   */
  execute<S, C extends Command, E extends Event>(
    decider: Decider<S, C, E>,
    id: StreamId,
    command: C,
    context: CommandContext,
  ): Promise<Outcome<S>> {
    const intent = intentOf(decider, id, command, context);
    return this.turns.take(intent.stream, () => this.carryOut(intent));
  }

  /**
   * The present state, for those whom `execute` would admit; revision -1 where the caller's own tenant has no such stream.
   * With `within`, what others wrote may be so many milliseconds behind; what was written through this repository never is.
   */
  async load<S, C extends Command, E extends Event>(
    decider: Decider<S, C, E>,
    id: StreamId,
    caller: Caller,
    { within = 0 }: { readonly within?: number } = {},
  ): Promise<{ state: S; revision: number }> {
    const stream = streamName(id);
    const recent = within > 0 ? this.states.recent(decider, stream, within) : undefined;
    const folded = recent ?? await this.turns.take(stream, () => this.newest(decider, stream, { keepsNothing: within > 0 }));
    admit(decider, id, folded, caller);
    return { state: folded.state, revision: folded.revision };
  }

  private async carryOut<S, C extends Command, E extends Event>(intent: Intent<S, C, E>): Promise<Outcome<S>> {
    const { decider, stream } = intent;
    const kept = this.states.get(decider, stream);
    const supposed = kept ?? nothingYet(decider.initialState);
    let outcome = await this.attempt(intent, supposed, { isNewest: false, isLast: kept !== undefined && this.maxAttempts === 1 });
    for (let attempt = kept ? 2 : 1; !outcome; attempt += 1) {
      if (attempt > 2) await delay(Math.random() * 2 ** attempt);
      const newest = await this.newest(decider, stream);
      outcome = await this.attempt(intent, newest, { isNewest: true, isLast: attempt >= this.maxAttempts });
    }
    return outcome;
  }

  /** The outcome, or undefined where the newest events have to be looked at first. */
  private async attempt<S, C extends Command, E extends Event>(
    intent: Intent<S, C, E>,
    folded: Folded<S>,
    { isNewest, isLast }: { isNewest: boolean; isLast: boolean },
  ): Promise<Outcome<S> | undefined> {
    const decision = decideOn(intent, folded);
    if (decision.kind === 'answered') {
      const { revision, position, recorded } = decision.answer;
      return { id: intent.id, state: folded.state, revision, position, recorded, repeated: true };
    }
    const writes = decision.kind === 'decided' && decision.events.length > 0;
    if (!writes && !isNewest) return undefined;
    if (decision.kind === 'refused') throw decision.error;
    try {
      return await this.record(intent, folded, decision.events);
    } catch (error) {
      if (error instanceof RevisionConflict && !isLast) return undefined;
      throw error;
    }
  }

  private async record<S, C extends Command, E extends Event>(
    intent: Intent<S, C, E>,
    folded: Folded<S>,
    events: readonly E[],
  ): Promise<Outcome<S>> {
    const { id, decider, stream } = intent;
    if (events.length === 0) {
      const { state, revision, position } = folded;
      return { id, state, revision, position, recorded: 0, repeated: false };
    }
    const { newEvents, state } = toRecord(intent, folded, events, this.schemaVersions);
    const place = await this.store.append(stream, newEvents, folded.revision < 0 ? 'no-stream' : folded.revision);
    const [first] = newEvents;
    const answers = first ? withAnswer(folded.answers, first.metadata, place, newEvents.length) : folded.answers;
    this.states.set(decider, stream, { state, ...place, answers });
    return { id, state, ...place, recorded: events.length, repeated: false };
  }

  /** The stream with all its events folded; only those newer than the kept state are read. That nothing is there is kept where it is wanted. */
  private async newest<S, C extends Command, E extends Event>(
    decider: Decider<S, C, E>,
    stream: string,
    { keepsNothing = false }: { readonly keepsNothing?: boolean } = {},
  ): Promise<Folded<S>> {
    const kept = this.states.get(decider, stream);
    let folded = kept ?? nothingYet(decider.initialState);
    for await (const event of this.store.read(stream, { from: folded.revision + 1 })) {
      folded = foldOnto(folded, decider.evolve, event as RecordedEvent<E>);
    }
    if (folded.revision >= 0 || keepsNothing) this.states.set(decider, stream, folded);
    return folded;
  }
}
