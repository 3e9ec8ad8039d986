import { textOf } from '../errors.js';
import { scavenge, type Scavenged } from '../storage/scavenge.js';
import type { Store } from '../storage/store.js';
import type { NodeLog } from './log.js';

/** How often a scavenge tells how far it is, in milliseconds. */
const tellEvery = 10_000;

/** Scavenges a store, one run at a time, and tells of it. */
export class Scavenging {
  #running: Promise<Scavenged> | undefined;

  constructor(private readonly store: Store, private readonly log: NodeLog, private readonly stopping: AbortSignal) {}

  /** Resolves with what went; a call during a run shares it. */
  run(): Promise<Scavenged> {
    return this.#running ??= this.#scavenge().finally(() => { this.#running = undefined; });
  }

  /** Resolves when no run is left, which a stop ends early. */
  async ended(): Promise<void> {
    await this.#running?.catch(() => {});
  }

  async #scavenge(): Promise<Scavenged> {
    const { log, store } = this;
    const began = performance.now();
    const facts = () => ({ ...store.log.size(), milliseconds: Math.round(performance.now() - began) });
    log.info(facts(), 'A scavenge has begun');
    const progress = setInterval(() => { log.info(facts(), 'A scavenge goes on'); }, tellEvery);
    try {
      const removed = await scavenge(store, this.stopping);
      log.info({ ...facts(), removed }, 'A scavenge has ended');
      return removed;
    } catch (error) {
      log.error({ reason: textOf(error) }, 'A scavenge has failed; what it removed is gone, the rest is there');
      throw error;
    } finally {
      clearInterval(progress);
    }
  }
}
