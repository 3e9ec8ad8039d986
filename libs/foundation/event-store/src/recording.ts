import type { Command, Event, EventMetadata } from '@zeren/kernel';
import type { Intent } from './decision.js';
import { deriveUuid } from './derived-ids.js';
import type { NewEvent } from './event-store.js';
import type { Folded } from './folded.js';

/** Current schema version by event type; 1 where a type is not named. */
export type SchemaVersions = Readonly<Record<string, number>>;

/**
 * The decided events as they are to be stored, and the state after them. An event is shared with whom the stream
 * is shared with after it, and with those it takes the stream from: they learn that it was taken.
 */
export const toRecord = <S, C extends Command, E extends Event>(
  intent: Intent<S, C, E>,
  folded: Folded<S>,
  events: readonly E[],
  schemaVersions: SchemaVersions,
): { readonly newEvents: readonly NewEvent[]; readonly state: S } => {
  const { decider, id } = intent;
  let { state } = folded;
  let readers = decider.sharedWith(state);
  const newEvents = events.map((event, index): NewEvent => {
    const readersBefore = readers;
    state = decider.evolve(state, event);
    readers = decider.sharedWith(state);
    const sharedWith = [...new Set([...readersBefore, ...readers])].filter((tenant) => tenant !== id.tenantId);
    return {
      id: eventId(intent, folded.revision + 1 + index),
      type: event.type,
      data: event.data,
      metadata: metadataOf(intent, sharedWith, schemaVersions[event.type] ?? 1),
    };
  });
  return { newEvents, state };
};

const metadataOf = <S, C extends Command, E extends Event>(
  { id, context }: Intent<S, C, E>,
  sharedWith: readonly string[],
  schemaVersion: number,
): EventMetadata => {
  const { caller, idempotency, factsPosition } = context;
  return {
    tenantId: id.tenantId,
    actorTenantId: caller.tenantId,
    actorId: caller.actorId,
    postId: caller.postId,
    unitId: caller.unitId,
    occurredAt: caller.now,
    $correlationId: context.correlationId,
    $causationId: context.causationId,
    commandId: context.commandId,
    schemaVersion,
    sharedWith,
    ...(caller.ownPostId !== undefined && { ownPostId: caller.ownPostId }),
    ...(idempotency && { idempotencyKey: idempotency.key, bodyHash: idempotency.bodyHash }),
    ...(factsPosition !== undefined && { factsPosition }),
  };
};

/**
 * The same id only for the same decision, so that an append sent twice is written once. Anything that could have
 * decided otherwise gives another id: the store takes equal ids for equal events and does not compare their data.
 */
const eventId = <S, C extends Command, E extends Event>({ stream, context }: Intent<S, C, E>, revision: number): string =>
  deriveUuid(
    stream,
    `${revision}`,
    context.commandId,
    context.caller.tenantId,
    context.caller.actorId,
    context.caller.postId,
    context.caller.now,
    context.idempotency?.key ?? '',
    context.idempotency?.bodyHash ?? '',
    context.factsPosition ?? '',
    ...(context.caller.ownPostId === undefined ? [] : [context.caller.ownPostId]),
  );
