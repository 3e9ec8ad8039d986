import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { PolicyContext, PolicyJob } from '../policy-job.js';
import { reasonOf } from './fold.js';
import type { Job, Log } from './job.js';
import type { PageEvent } from './page-event.js';
import { Progress } from './progress.js';
import { inTransaction } from './transaction.js';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 50;

/** Hands events to a policy one by one; its checkpoint moves on with each. */
export class PolicyRunner implements Job {
  readonly progress: Progress;
  private readonly types: ReadonlySet<string>;

  constructor(
    private readonly policy: PolicyJob,
    private readonly context: PolicyContext,
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {
    this.progress = new Progress(`policy:${policy.name}`);
    this.types = new Set(policy.handles);
  }

  readonly handles = (type: string): boolean => this.types.has(type);

  readonly apply = async (events: readonly PageEvent[], from: bigint, to: bigint, signal: AbortSignal): Promise<void> => {
    const parked = await inTransaction(this.dataSource, (client) => this.progress.parkedStreams(client));
    let at = from;
    for (const [index, event] of events.entries()) {
      signal.throwIfAborted();
      const reason = parked.has(event.raw.stream)
        ? 'an earlier event of its stream is parked'
        : await this.attempt(event, signal);
      const next = index === events.length - 1 ? to : event.raw.position;
      await this.conclude(event, reason, at, next);
      if (reason) parked.add(event.raw.stream);
      at = next;
    }
  };

  /** Undefined when it succeeded, else why it did not. Throws when it is asked to stop between two attempts. */
  private async attempt(event: PageEvent, signal: AbortSignal): Promise<string | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.policy.handle(event.decoded(), this.context);
        return undefined;
      } catch (error) {
        if (attempt === ATTEMPTS) return reasonOf(error);
        this.log('a policy failed and is tried again', { job: this.progress.name, stream: event.raw.stream, attempt, reason: reasonOf(error) });
      }
      await pause(FIRST_PAUSE_MS * 2 ** attempt, undefined, { signal });
    }
  }

  private async conclude(event: PageEvent, reason: string | undefined, from: bigint, to: bigint): Promise<void> {
    await inTransaction(this.dataSource, async (client) => {
      await this.progress.move(client, from, to);
      if (reason) await this.progress.park(client, [{ event, reason }]);
    });
    if (reason) this.log('parked an event', { job: this.progress.name, stream: event.raw.stream, revision: event.raw.revision, reason });
  }
}
