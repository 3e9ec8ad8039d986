import { streamName, type Caller, type Command, type Decider, type Event, type StreamId } from '@zeren/kernel';
import type { CommandContext } from './command-context.js';
import { RevisionMismatch, StreamNotFound } from './errors.js';
import { earlierAnswer, type Answered, type Folded } from './folded.js';

/** One command on one stream, and on whose behalf. */
export type Intent<S, C extends Command, E extends Event> = {
  readonly decider: Decider<S, C, E>;
  readonly id: StreamId;
  readonly stream: string;
  readonly command: C;
  readonly context: CommandContext;
};

/** What a command comes to on a given fold of its stream. */
export type Decision<E extends Event> =
  | { readonly kind: 'answered'; readonly answer: Answered }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'decided'; readonly events: readonly E[] };

export const intentOf = <S, C extends Command, E extends Event>(
  decider: Decider<S, C, E>, id: StreamId, command: C, context: CommandContext,
): Intent<S, C, E> => {
  if (id.category !== decider.category) throw new RangeError(`${decider.category} does not decide on ${id.category}`);
  return { decider, id, stream: streamName(id), command, context };
};

/**
 * An intent that was answered before gets that answer, whatever has happened since; then the caller's tenant
 * must be admitted, the revision it has seen must hold, and the decider decides.
 */
export const decideOn = <S, C extends Command, E extends Event>(
  { decider, id, stream, command, context }: Intent<S, C, E>,
  folded: Folded<S>,
): Decision<E> => {
  try {
    const answer = earlierAnswer(folded, context.caller, context.idempotency);
    if (answer) return { kind: 'answered', answer };
    admit(decider, id, folded, context.caller);
    const seen = context.expectedRevision;
    if (seen !== undefined && seen !== folded.revision) throw new RevisionMismatch(stream, seen, folded.revision);
    return { kind: 'decided', events: decider.decide(command, folded.state, context.caller) };
  } catch (error) {
    return { kind: 'refused', error };
  }
};

/** The owner is admitted, and where there is a stream those it is shared with. Others: {@link StreamNotFound}. */
export const admit = <S, C extends Command, E extends Event>(
  decider: Decider<S, C, E>, id: StreamId, folded: Folded<S>, caller: Caller,
): void => {
  if (caller.tenantId === id.tenantId) return;
  const shared = folded.revision >= 0 && decider.sharedWith(folded.state).includes(caller.tenantId);
  if (!shared) throw new StreamNotFound(streamName(id));
};
