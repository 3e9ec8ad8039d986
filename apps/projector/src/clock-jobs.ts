import type { Clock, ClockJob, ClockJobContext } from '@zeren/http';
import type { Logger } from 'pino';

/** Runs each clock job again and again, never one twice at a time; a failure is logged and the job goes on. */
export class ClockJobs {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly jobs: readonly ClockJob[],
    private readonly context: ClockJobContext,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  start(): void {
    for (const job of this.jobs) this.later(job);
  }

  /** Resolves when the runs in hand have ended; none follows. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private later(job: ClockJob): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const run = this.once(job).finally(() => {
        this.running.delete(run);
        this.later(job);
      });
      this.running.add(run);
    }, job.everySeconds * 1000);
    this.timers.add(timer);
  }

  private async once(job: ClockJob): Promise<void> {
    try {
      await job.run(this.clock.now(), this.context);
    } catch (error) {
      this.logger.error({ err: error, job: job.name }, 'clock job failed');
    }
  }
}
