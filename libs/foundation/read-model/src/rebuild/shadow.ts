import type { EventStore } from '@zeren/event-store';
import { rowKeyText, type RowKey, type ViewRow } from '@zeren/kernel';
import type { ClientBase } from 'pg';
import { foldPage, planPage, type Change, type Parked } from '../projector/fold.js';
import { pageEventOf, type PageEvent } from '../projector/page-event.js';
import { ViewWriter } from '../projector/view-writer.js';
import { createHistory, createView, historyName, quoted } from '../schema.js';
import type { ViewTable } from '../view-table.js';

/** Rows of one view kept in memory while it is rebuilt. */
const CACHED_ROWS = 50_000;

/** A view built anew beside the one that is served. Nobody else writes it, so what was written last need not be read. */
export class Shadow {
  readonly table: string;
  /** The position beyond which nothing is folded yet. */
  upTo = -1n;
  private readonly types: ReadonlySet<string>;
  private readonly writer: ViewWriter;
  private readonly cached = new Map<string, ViewRow>();
  private readonly parkedStreams = new Set<string>();
  private readonly parked: Parked[] = [];
  /** Whether every row there is is in memory, so that a row not found there does not exist. */
  private complete = true;

  constructor(readonly view: ViewTable) {
    this.table = `${view.name}_rebuilt`;
    this.types = new Set(view.projection.handles);
    this.writer = new ViewWriter(view, this.table);
  }

  async create(client: ClientBase): Promise<void> {
    await this.drop(client);
    for (const statement of createView(this.view, this.table)) await client.query(statement);
    if (this.view.history) for (const statement of createHistory(this.view, this.table)) await client.query(statement);
  }

  async drop(client: ClientBase): Promise<void> {
    await client.query(`drop table if exists ${quoted(this.table)}, ${quoted(historyName(this.table))}`);
  }

  /** Folds what of the page concerns the view. Call it within a transaction. */
  async fold(client: ClientBase, page: readonly PageEvent[]): Promise<void> {
    const events = page.filter(({ raw }) => this.types.has(raw.type) && raw.position <= this.upTo);
    if (events.length === 0) return;
    const plan = planPage(this.view, events, this.parkedStreams);
    const { changes, parked } = foldPage(this.view, plan, await this.rows(client, plan.keys));
    for (const { event } of parked) this.parkedStreams.add(event.raw.stream);
    this.parked.push(...parked);
    await this.writer.write(client, changes);
    this.remember(changes);
  }

  /** What the view could not fold, in order. */
  left(): readonly Parked[] {
    return this.parked;
  }

  private async rows(client: ClientBase, keys: readonly RowKey[]): Promise<Map<string, ViewRow>> {
    const unknown = this.complete ? [] : keys.filter((key) => !this.cached.has(rowKeyText(key)));
    const rows = await this.writer.rows(client, unknown);
    for (const key of keys) {
      const row = this.cached.get(rowKeyText(key));
      if (row) rows.set(rowKeyText(key), row);
    }
    return rows;
  }

  private remember(changes: readonly Change[]): void {
    for (const { key, versions } of changes) {
      const text = rowKeyText(key);
      const row = versions.at(-1)?.row;
      this.cached.delete(text);
      if (row) this.cached.set(text, row);
    }
    for (const text of this.cached.keys()) {
      if (this.cached.size <= CACHED_ROWS) break;
      this.cached.delete(text);
      this.complete = false;
    }
  }
}

/** The events after a position up to another, in pages. */
export async function* pagesBetween(store: EventStore, after: bigint, upTo: bigint, size: number): AsyncGenerator<PageEvent[]> {
  if (after >= upTo) return;
  let page: PageEvent[] = [];
  for await (const raw of store.readAllRaw(after < 0n ? {} : { after })) {
    if (raw.position > upTo) break;
    page.push(pageEventOf(store, raw));
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
