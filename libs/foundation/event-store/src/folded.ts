import type { Caller, Event, EventMetadata, RecordedEvent } from '@zeren/kernel';
import { IdempotencyKeyReused } from './errors.js';
import type { CommandContext } from './command-context.js';

/** What a stream's events come to: the state, where the last of them is, and which keyed commands they answered. */
export type Folded<S> = {
  readonly state: S;
  /** -1 where there is no stream. */
  readonly revision: number;
  readonly position: bigint;
  readonly answers: ReadonlyMap<string, Answered>;
};

/** What a keyed command was answered: where its last event is, and how many it wrote. */
export type Answered = {
  readonly bodyHash: string;
  readonly revision: number;
  readonly position: bigint;
  readonly recorded: number;
};

/** A stream without events. */
export const nothingYet = <S>(initialState: S): Folded<S> => ({
  state: initialState,
  revision: -1,
  position: 0n,
  answers: new Map(),
});

/**
 * Folds the newer events of a stream. The answers are kept in one growing map, which the older fold gives up:
 * only the newest fold of a stream may be used.
 */
export const foldOnto = <S, E extends Event>(
  folded: Folded<S>,
  evolve: (state: S, event: E) => S,
  event: RecordedEvent<E>,
): Folded<S> => ({
  state: evolve(folded.state, event),
  revision: event.revision,
  position: event.position,
  answers: withAnswer(folded.answers, event.metadata, event, 1),
});

/** Adds what was written for a keyed command to the answers. */
export const withAnswer = (
  answers: ReadonlyMap<string, Answered>,
  metadata: Pick<EventMetadata, 'actorTenantId' | 'actorId' | 'idempotencyKey' | 'bodyHash'>,
  { revision, position }: { revision: number; position: bigint },
  recorded: number,
): ReadonlyMap<string, Answered> => {
  if (metadata.idempotencyKey === undefined) return answers;
  const key = scopedKey(metadata.actorTenantId, metadata.actorId, metadata.idempotencyKey);
  const sofar = answers.get(key);
  // A fold that broke off while reading is begun again from where it stood before.
  if (sofar && sofar.revision >= revision) return answers;
  return (answers as Map<string, Answered>).set(key, {
    bodyHash: metadata.bodyHash ?? '', revision, position, recorded: (sofar?.recorded ?? 0) + recorded,
  });
};

/**
 * The answer this very intent got before. Keys are each actor's own. Throws {@link IdempotencyKeyReused} where the
 * key came with another body.
 */
export const earlierAnswer = (
  { answers }: Folded<unknown>,
  caller: Caller,
  idempotency: CommandContext['idempotency'],
): Answered | undefined => {
  if (!idempotency) return undefined;
  const answer = answers.get(scopedKey(caller.tenantId, caller.actorId, idempotency.key));
  if (answer && answer.bodyHash !== idempotency.bodyHash) throw new IdempotencyKeyReused(idempotency.key);
  return answer;
};

const scopedKey = (tenantId: string, actorId: string, key: string): string => `${tenantId}\u0000${actorId}\u0000${key}`;
