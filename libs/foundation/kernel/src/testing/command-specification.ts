import type { Caller } from '../caller.js';
import type { Command } from '../command.js';
import { fold, type Decider } from '../decider.js';
import { DomainError } from '../domain-error.js';
import type { Event } from '../event.js';
import { aCaller } from './samples.js';

export type CommandSpecification<State, C extends Command, E extends Event> = {
  /** What has happened before. */
  given: (...events: E[]) => {
    /** The command, and what matters of the caller. */
    when: (command: C, caller?: Partial<Caller>) => {
      /** Exactly these events. None where the command changes nothing. */
      then: (...events: E[]) => void;
      /** A refusal with this code, at this field where one is named. */
      thenRefused: (code: string, field?: string) => void;
      /** The events themselves, for what no literal can say. */
      outcome: () => readonly E[];
    };
    /** The state the events fold to. */
    state: () => State;
  };
};

/** The given / when / then vocabulary over a decider. */
export const specify = <State, C extends Command, E extends Event>(
  decider: Decider<State, C, E>,
): CommandSpecification<State, C, E> => ({
  given: (...events) => ({
    when: (command, caller) => {
      const decide = () => decider.decide(command, fold(decider, events), aCaller(caller));
      return {
        then: (...expected) => expect(decide()).toEqual(expected),
        thenRefused: (code, field) => {
          const refusal = refusalOf(decide);
          expect(refusal.code).toBe(code);
          if (field !== undefined) expect(refusal.field).toBe(field);
        },
        outcome: decide,
      };
    },
    state: () => fold(decider, events),
  }),
});

const refusalOf = (decide: () => unknown): DomainError => {
  let outcome: unknown;
  try {
    outcome = decide();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`Expected a refusal, but it was decided: ${JSON.stringify(outcome)}`);
};
