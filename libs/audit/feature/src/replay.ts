import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@zeren/event-store';
import { EVENT_STORE, notFound } from '@zeren/http';
import { parseStreamName, readersOf, type RecordedEvent } from '@zeren/kernel';

/** How the events of a category fold to a state. Every decider is one; a smaller state may stand in for a large one. */
export type Fold = {
  readonly initialState: unknown;
  readonly evolve: (state: never, event: never) => unknown;
};

/** By stream category. A category without a fold is replayed without states. */
export type Folds = Readonly<Record<string, Fold>>;

/** Injection token of the {@link Folds}. */
export const FOLDS = Symbol('FOLDS');

/** One event: who did what, in which post, by which cause, and the state before and after it. */
export type ReplayedEvent = {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: {
    readonly tenantId: string;
    readonly actorId: string;
    readonly postId: string;
    readonly unitId: string;
    /** The actor's own post where it acted in another's by delegation. */
    readonly ownPostId?: string;
  };
  readonly causationId: string;
  readonly correlationId: string;
  readonly data: unknown;
  readonly before: unknown;
  readonly after: unknown;
};

/** A page of a stream's events; `next` is the revision from which the next page goes on. */
export type History = { readonly stream: string; readonly events: readonly ReplayedEvent[]; readonly next?: number };

export type HistoryQuery = {
  /** First revision shown. */
  readonly from: number;
  readonly limit: number;
  /** The last position taken in; by default all. */
  readonly until?: bigint;
};

/** Characters of data and states after which a page ends early: large states make short pages, never large answers. */
const PAGE_CHARACTERS = 4_000_000;

/** Replays streams for one reader at a time. */
@Injectable()
export class Replay {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(FOLDS) private readonly folds: Folds,
  ) {}

  /**
   * The events of a stream that a tenant may read, by the rule by which its log is made: those it owns and those shared
   * with it. States are folded from these alone. 404 where there is none, whether or not the stream exists.
   */
  async history(tenantId: string, stream: string, { from, limit, until }: HistoryQuery): Promise<History> {
    const fold = this.folds[(parseStreamName(stream) ?? notFound()).category];
    const events: ReplayedEvent[] = [];
    let state: unknown = fold?.initialState ?? null;
    let seen = 0;
    let room = PAGE_CHARACTERS;
    for await (const event of this.readable(tenantId, stream, until)) {
      if (events.length === limit || room < 0) return { stream, events, next: event.revision };
      const before = state;
      state = fold ? fold.evolve(before as never, event as never) : null;
      seen += 1;
      if (event.revision < from) continue;
      events.push(replayed(event, before, state));
      room -= charactersOf(event.data) + 2 * charactersOf(state);
    }
    return seen === 0 ? notFound() : { stream, events };
  }

  private async *readable(tenantId: string, stream: string, until: bigint | undefined): AsyncGenerator<RecordedEvent> {
    for await (const event of this.store.read(stream)) {
      if (until !== undefined && event.position > until) return;
      if (readersOf(event).includes(tenantId)) yield event;
    }
  }
}

const charactersOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

const replayed = (event: RecordedEvent, before: unknown, after: unknown): ReplayedEvent => {
  const { metadata } = event;
  return {
    id: event.id,
    type: event.type,
    revision: event.revision,
    position: String(event.position),
    recordedAt: event.recordedAt,
    occurredAt: metadata.occurredAt,
    actor: { tenantId: metadata.actorTenantId, actorId: metadata.actorId, postId: metadata.postId, unitId: metadata.unitId, ...(metadata.ownPostId !== undefined && { ownPostId: metadata.ownPostId }) },
    causationId: metadata.$causationId,
    correlationId: metadata.$correlationId,
    data: event.data,
    before,
    after,
  };
};
