import type { Caller } from './caller.js';
import type { Command } from './command.js';
import type { Event } from './event.js';
import type { StreamId } from './stream.js';

/**
 * One aggregate as three pure values: what it is before anything happened, what a command makes of it
 * (events, or a thrown {@link DomainError}), and how an event changes it.
 * A command that changes nothing yields no event.
 */
export type Decider<State, C extends Command, E extends Event> = {
  /** Stream category, without `-`: streams are `<category>-<owner tenant>_<id>`. */
  readonly category: string;
  readonly initialState: State;
  readonly decide: (command: C, state: State, caller: Caller) => readonly E[];
  readonly evolve: (state: State, event: E) => State;
  /** Tenants besides the owner that may read this stream's events and send it commands. */
  readonly sharedWith: (state: State) => readonly string[];
};

/** Folds events into a state. */
export const fold = <State, C extends Command, E extends Event>(
  decider: Decider<State, C, E>,
  events: readonly E[],
  from: State = decider.initialState,
): State => events.reduce(decider.evolve, from);

/** No tenant besides the owner. */
export const ownerOnly = (): readonly string[] => [];

/** The state of a stream, read in the name of the tenant that owns it. */
export type OwnersReading = <State, C extends Command, E extends Event>(decider: Decider<State, C, E>, id: StreamId) => Promise<State>;
