import type { EventStore } from '@zeren/event-store';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { foldPage, planPage, reasonOf } from './projector/fold.js';
import { pageEventOf, type PageEvent } from './projector/page-event.js';
import { inTransaction } from './projector/transaction.js';
import { ViewWriter } from './projector/view-writer.js';
import type { PolicyContext, PolicyJob } from './policy-job.js';
import type { ViewTable } from './view-table.js';

/** An event a job could not deal with, or that came after one of its stream. */
export type ParkedEvent = {
  /** The job: a view table's name or `policy:<name>`. */
  readonly job: string;
  readonly stream: string;
  readonly revision: number;
  /** Decimal text. */
  readonly position: string;
  readonly type: string;
  readonly reason: string;
  /** UTC, ISO 8601. */
  readonly parkedAt: string;
};

/** What replaying came to: how many events were dealt with, and why the next could not be, if so. */
export type ReplayOutcome = { readonly replayed: number; readonly left: number; readonly reason?: string };

const LIST = `select name as job, stream, revision::integer, position, type, reason, parked_at as "parkedAt"
  from parked_event order by name, position`;
const OF_STREAM = 'select revision from parked_event where name = $1 and stream = $2 order by position';
const RELEASE = 'delete from parked_event where name = $1 and stream = $2 and revision = any($3)';

/** All that is parked, by the projector's login. */
export const parkedEvents = (dataSource: DataSource): Promise<ParkedEvent[]> => dataSource.query<ParkedEvent[]>(LIST);

export type ReplayOptions = { readonly store: EventStore; readonly dataSource: DataSource; readonly stream: string };

/**
 * Folds the parked events of one stream into the view, in order, after what was wrong has been put right. The runner
 * waits meanwhile. What still cannot be folded stays parked, with all that follows it.
 */
export const replayParked = (view: ViewTable, { store, dataSource, stream }: ReplayOptions): Promise<ReplayOutcome> =>
  inTransaction(dataSource, async (client) => {
    const events = await parkedOf(client, store, view.name, stream);
    const writer = new ViewWriter(view);
    const plan = planPage(view, events, new Set());
    const { changes, parked } = foldPage(view, plan, await writer.rows(client, plan.keys));
    await writer.write(client, changes);
    const left = new Set(parked.map(({ event }) => event));
    const replayed = events.filter((event) => !left.has(event));
    await client.query(RELEASE, [view.name, stream, replayed.map(({ raw }) => raw.revision)]);
    return { replayed: replayed.length, left: left.size, ...(parked[0] && { reason: parked[0].reason }) };
  });

/** Hands the parked events of one stream to the policy again, in order, until one fails. */
export const replayParkedPolicy = async (
  policy: PolicyJob, context: PolicyContext, { store, dataSource, stream }: ReplayOptions,
): Promise<ReplayOutcome> => {
  const name = `policy:${policy.name}`;
  const events = await inTransaction(dataSource, (client) => parkedOf(client, store, name, stream));
  for (const [replayed, event] of events.entries()) {
    try {
      await policy.handle(event.decoded(), context);
    } catch (error) {
      return { replayed, left: events.length - replayed, reason: reasonOf(error) };
    }
    await dataSource.query(RELEASE, [name, stream, [event.raw.revision]]);
  }
  return { replayed: events.length, left: 0 };
};

/** The parked events from the store; the checkpoint's row stays locked, so that the runner adds none meanwhile. */
const parkedOf = async (client: ClientBase, store: EventStore, name: string, stream: string): Promise<PageEvent[]> => {
  await client.query('select 1 from checkpoint where name = $1 for update', [name]);
  const { rows } = await client.query<{ revision: string }>(OF_STREAM, [name, stream]);
  const revisions = new Set(rows.map(({ revision }) => Number(revision)));
  const events: PageEvent[] = [];
  if (revisions.size === 0) return events;
  for await (const raw of store.readRaw(stream, { from: Math.min(...revisions) })) {
    if (revisions.has(raw.revision)) events.push(pageEventOf(store, raw));
    if (events.length === revisions.size) break;
  }
  return events;
};
