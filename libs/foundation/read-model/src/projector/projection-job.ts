import type { DataSource } from 'typeorm';
import type { ViewTable } from '../view-table.js';
import { foldPage, planPage, reasonOf, type Parked } from './fold.js';
import type { Job, Log } from './job.js';
import type { PageEvent } from './page-event.js';
import { Progress } from './progress.js';
import { allSettled, inTransaction, isRefusedValue } from './transaction.js';
import { ViewWriter } from './view-writer.js';

/** Folds pages into a view: rows, history, parked events and checkpoint in one transaction. */
export class ProjectionJob implements Job {
  readonly progress: Progress;
  private readonly writer: ViewWriter;
  private readonly types: ReadonlySet<string>;
  private mayHaveParked = true;

  constructor(private readonly view: ViewTable, private readonly dataSource: DataSource, private readonly log: Log) {
    this.progress = new Progress(view.name);
    this.writer = new ViewWriter(view);
    this.types = new Set(view.projection.handles);
  }

  readonly handles = (type: string): boolean => this.types.has(type);

  /** A value that the database refuses is searched for by halves until its event stands alone and is parked. */
  readonly apply = async (events: readonly PageEvent[], from: bigint, to: bigint): Promise<void> => {
    try {
      await this.fold(events, from, to);
    } catch (error) {
      if (!isRefusedValue(error)) throw error;
      const middle = events.length >> 1;
      const between = events[middle - 1]?.raw.position;
      if (between === undefined) return this.parkAlone(events, reasonOf(error), from, to);
      await this.apply(events.slice(0, middle), from, between);
      await this.apply(events.slice(middle), between, to);
    }
  };

  private async fold(events: readonly PageEvent[], from: bigint, to: bigint): Promise<void> {
    const parked = await inTransaction(this.dataSource, async (client) => {
      const moved = this.progress.move(client, from, to);
      const [plan, rows] = (await allSettled([this.plan(client, events), moved]))[0];
      const folded = foldPage(this.view, plan, rows);
      await allSettled([this.writer.write(client, folded.changes), this.progress.park(client, folded.parked)]);
      this.mayHaveParked ||= folded.parked.length > 0;
      return folded.parked;
    });
    this.report(parked);
  }

  private async plan(client: Parameters<ViewWriter['rows']>[0], events: readonly PageEvent[]) {
    const parkedStreams = this.mayHaveParked ? await this.progress.parkedStreams(client) : new Set<string>();
    this.mayHaveParked = parkedStreams.size > 0;
    const plan = planPage(this.view, events, parkedStreams);
    return [plan, await this.writer.rows(client, plan.keys)] as const;
  }

  private async parkAlone(events: readonly PageEvent[], reason: string, from: bigint, to: bigint): Promise<void> {
    const parked = events.map((event) => ({ event, reason }));
    await inTransaction(this.dataSource, async (client) => {
      await this.progress.move(client, from, to);
      await this.progress.park(client, parked);
    });
    this.mayHaveParked = true;
    this.report(parked);
  }

  private report(parked: readonly Parked[]): void {
    for (const { event, reason } of parked) {
      this.log('parked an event', { job: this.progress.name, stream: event.raw.stream, revision: event.raw.revision, reason });
    }
  }
}
