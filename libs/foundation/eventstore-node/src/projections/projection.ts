import type { Store } from '../storage/store.js';
import { encodeState, keptAs, readState, type ProjectionState } from './projection-state.js';
import { ProjectionRun } from './projection-run.js';
import type { SystemProjection } from './system-projections.js';

/** How a projection is doing. Positions are -1 before the first event. */
export type ProjectionStatus = {
  name: string;
  status: 'Running' | 'Stopped' | 'Aborted' | 'Faulted';
  /** Why it is faulted or waits; empty when nothing is wrong. */
  reason: string;
  /** How often it was reset. */
  epoch: number;
  /** The last event dealt with. */
  position: number;
  /** The last event that a restart would not deal with again. */
  checkpoint: number;
  /** How many bytes of the log it has before it. */
  lag: number;
  /** How much of the log it has behind it, in percent. */
  progress: number;
  /** Events that gave rise to another since it was started. */
  processed: number;
  /** Events of the page that is being written. */
  buffered: number;
  /** Milliseconds spent on finding what to write since it was started. */
  processingTime: number;
};

const noRun = { reason: '', processed: 0, buffered: 0, processingTime: 0 };

/** Switches one system projection. What it is told is done in turn and survives a restart. */
export class Projection {
  readonly name: string;
  #state: ProjectionState;
  #run: ProjectionRun | undefined;
  #aborted = false;
  #closed = false;
  #turn: Promise<void> = Promise.resolve();

  /** Throws an EventStoreNodeError when the kept state is damaged. */
  constructor(private readonly store: Store, private readonly projection: SystemProjection) {
    this.name = projection.name;
    this.#state = readState(store.log, projection.name);
  }

  /** Goes on where it was, if it is switched on. */
  start(): void {
    if (this.#closed || !this.#state.enabled || this.#isRunning()) return;
    this.#run = new ProjectionRun(this.store, this.projection, this.#state);
  }

  /** Switches it on; it begins with the first event, or where it was switched off. */
  enable(): Promise<void> {
    return this.#inTurn(async () => {
      // A run keeps its state itself.
      if (this.#isRunning()) return;
      await this.#keep({ enabled: true });
      this.#aborted = false;
    });
  }

  /** Switches it off after the page it is at. Without a checkpoint it will go on from the last stored one. */
  disable(options: { checkpoint: boolean }): Promise<void> {
    return this.#inTurn(async () => {
      const position = await this.#halt();
      await this.#keep({ enabled: false, ...(options.checkpoint ? { position } : {}) });
      this.#aborted = !options.checkpoint;
    });
  }

  /** Begins anew: what its streams hold is truncated as soon as they are written again. */
  reset(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#halt();
      const { epoch } = this.#state;
      await this.#keep({ position: -1, epoch: epoch + 1, epochStart: this.store.log.nextPosition, untold: 0 });
    });
  }

  /** Stops it and, if it is switched on, starts it again; one that is faulted gets another try. */
  restart(): Promise<void> {
    return this.#inTurn(async () => { await this.#halt(); });
  }

  /** Ends its work after the page it is at, for this process. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#inTurn(async () => {
      const position = await this.#halt();
      // Not worth failing a stop for: without it the next start looks again at events that had nothing to write.
      if (position > this.#state.position) await this.#keep({ position }).catch(() => {});
    });
  }

  status(): ProjectionStatus {
    const { epoch, position: checkpoint } = this.#run?.state ?? this.#state;
    const position = this.#run && !this.#run.over ? this.#run.position : checkpoint;
    const last = this.store.log.lastEntry()?.position ?? -1;
    const { reason, processed, buffered, processingTime } = this.#run ?? noRun;
    return {
      name: this.name, status: this.#statusName(), reason, epoch, position, checkpoint,
      lag: Math.max(0, last - position), progress: last < 0 ? 100 : 100 * (position + 1) / (last + 1),
      processed, buffered, processingTime,
    };
  }

  #statusName(): ProjectionStatus['status'] {
    if (this.#isRunning()) return 'Running';
    if (this.#state.enabled && this.#run) return 'Faulted';
    return this.#aborted ? 'Aborted' : 'Stopped';
  }

  #isRunning(): boolean {
    return this.#run !== undefined && !this.#run.over;
  }

  /** Whatever comes of it, a projection that is switched on runs afterwards. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(act).finally(() => { this.start(); });
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Ends the run and returns the last position it dealt with. */
  async #halt(): Promise<number> {
    const run = this.#run;
    if (!run) return this.#state.position;
    await run.stop();
    this.#run = undefined;
    this.#state = run.state;
    return run.position;
  }

  async #keep(changed: Partial<ProjectionState>): Promise<void> {
    const state = { ...this.#run?.state ?? this.#state, ...changed };
    await this.store.writer.submit((batch) => { batch.keep(keptAs(this.name), encodeState(state)); });
    this.#state = state;
  }
}
