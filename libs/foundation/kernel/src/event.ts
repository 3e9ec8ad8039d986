/** A fact, named in the past tense. Its data is plain JSON; numbers that must be exact are {@link Decimal} texts. */
export type Event<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
};

/** What the store keeps beside an event's data: whose fact it is, who caused it, when, and who may see it. */
export type EventMetadata = {
  /** The tenant that owns the stream. */
  readonly tenantId: string;
  /** The tenant the actor belongs to; differs from the owner when work crosses tenants. */
  readonly actorTenantId: string;
  readonly actorId: string;
  /** The post in which the actor acted; empty for a system account. */
  readonly postId: string;
  readonly unitId: string;
  /** The actor's own post where it acted in another's by delegation; absent otherwise. */
  readonly ownPostId?: string;
  /** The caller's clock, UTC, ISO 8601. */
  readonly occurredAt: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly commandId: string;
  readonly schemaVersion: number;
  /** Tenants other than the owner that may read this event. */
  readonly sharedWith: readonly string[];
  readonly idempotencyKey?: string;
  /** SHA-256 of the canonical body that came with the key, hex. */
  readonly bodyHash?: string;
  /** The position up to which facts of other contexts were read for this decision. */
  readonly factsPosition?: string;
};

/** An event as the store returns it: with its place in its stream and in the store's one order. */
export type RecordedEvent<E extends Event = Event> = E & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  /** Commit position in the store; grows strictly. */
  readonly position: bigint;
  /** The store's clock, UTC, ISO 8601. */
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};

/** The tenants that may read an event: its owner first, then those it is shared with. */
export const readersOf = (event: RecordedEvent): readonly string[] => [
  event.metadata.tenantId,
  ...event.metadata.sharedWith.filter((tenant) => tenant !== event.metadata.tenantId),
];
