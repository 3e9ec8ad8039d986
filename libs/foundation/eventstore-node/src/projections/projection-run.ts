import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { EventStoreNodeError } from '../errors.js';
import type { Entry, PageLimits } from '../storage/log.js';
import type { Store } from '../storage/store.js';
import { News } from '../streams/subscription.js';
import { addCheckpoint, emissionsOf, writeEmissions, type Emissions } from './emission-batch.js';
import { encodeState, keptAs, type ProjectionState } from './projection-state.js';
import type { SystemProjection } from './system-projections.js';

/** How much one commit deals with. */
const limits: PageLimits = { events: 256, bytes: 512 * 1024 };
/** How far a projection goes, in bytes of the log, before it stores a position at which it had nothing to write. */
const bytesWithoutCheckpoint = 10 * 1024 * 1024;
/** A checkpoint stream is told after this many events, as by the store's default. */
const eventsPerCheckpoint = 4_000;
/** How long a projection waits after the disk has refused a write, in milliseconds. */
const refusedWritePause = 1_000;

/**
 * One run of a projection over the log, page by page, from where its state says until it is stopped. What a page
 * gives rise to and the position after it are one commit, so that however the process ends nothing is lost or doubled.
 */
export class ProjectionRun {
  /** The position of the last event dealt with; ahead of the stored one where there was nothing to write. */
  position: number;
  /** Events that gave rise to another. */
  processed = 0;
  /** Events of the page that is being written. */
  buffered = 0;
  /** Milliseconds spent on finding what to write. */
  processingTime = 0;
  /** Why it has ended of itself, or what it waits for; empty when nothing is wrong. */
  reason = '';
  over = false;
  readonly #news = new News();
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;

  constructor(
    private readonly store: Store, private readonly projection: SystemProjection,
    /** The state as stored. */
    public state: ProjectionState,
  ) {
    this.position = state.position;
    this.#ended = this.#follow()
      .catch((error: unknown) => { this.reason = textOf(error); })
      .finally(() => { this.over = true; });
  }

  /** Resolves when the page it is at is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#news.arrive();
    await this.#ended;
  }

  async #follow(): Promise<void> {
    const stopListening = this.store.feed.listen(undefined, () => { this.#news.arrive(); });
    try {
      while (!this.#stopping.signal.aborted) {
        const page = this.store.log.forwards(this.position + 1, limits);
        const last = page.at(-1);
        if (last) await this.#take(page, last.position);
        else await this.#news.arrived();
      }
    } finally {
      stopListening();
    }
  }

  async #take(page: readonly Entry[], position: number): Promise<void> {
    const began = performance.now();
    const emissions = emissionsOf(this.projection, this.state.epoch, page);
    const next = this.#stateAfter(emissions, position);
    this.processingTime += performance.now() - began;
    if (emissions.count > 0 || position - this.state.position >= bytesWithoutCheckpoint) {
      if (!await this.#write(emissions, next)) return;
    }
    this.position = position;
    this.processed += emissions.count;
    await turn();
  }

  #stateAfter(emissions: Emissions, position: number): ProjectionState {
    const untold = this.state.untold + emissions.count;
    if (untold < eventsPerCheckpoint) return { ...this.state, position, untold };
    addCheckpoint(emissions, this.projection, this.state.epoch, position);
    return { ...this.state, position, untold: 0 };
  }

  /** Whether it is written; when the disk has refused it, only after a pause. */
  async #write(emissions: Emissions, next: ProjectionState): Promise<boolean> {
    this.buffered = emissions.count;
    try {
      await this.store.writer.submit((batch) => {
        writeEmissions(batch, emissions, next.epochStart);
        batch.keep(keptAs(this.projection.name), encodeState(next));
      });
    } catch (error) {
      if (!isRefusedWrite(error)) throw error;
      this.reason = textOf(error);
      await sleep(refusedWritePause, undefined, { signal: this.#stopping.signal }).catch(() => {});
      return false;
    } finally {
      this.buffered = 0;
    }
    this.state = next;
    this.reason = '';
    return true;
  }
}

/** A full disk may have room again. */
function isRefusedWrite(error: unknown): boolean {
  return error instanceof EventStoreNodeError && (error.code === 'disk-full' || error.code === 'write-failed');
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
