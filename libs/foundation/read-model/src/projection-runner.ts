import { DeciderRepository, type EventStore } from '@zeren/event-store';
import type { DataSource } from 'typeorm';
import type { PolicyJob } from './policy-job.js';
import { reasonOf } from './projector/fold.js';
import { IdleCheckpoints } from './projector/idle-checkpoints.js';
import { JobLoop, type JobState } from './projector/job-loop.js';
import type { Job, Log } from './projector/job.js';
import { Leases } from './projector/leases.js';
import { LiveFeed } from './projector/live-feed.js';
import { PolicyRunner } from './projector/policy-runner.js';
import { ProjectionJob } from './projector/projection-job.js';
import { TenantLogWriter } from './projector/tenant-log-writer.js';
import type { ViewTable } from './view-table.js';

export type RunnerOptions = {
  readonly store: EventStore;
  /** Connected as {@link projectorUrl}. */
  readonly dataSource: DataSource;
  readonly tables: readonly ViewTable[];
  readonly policies?: readonly PolicyJob[];
  /** With what policies execute their commands; one over `store` where none is given. */
  readonly repository?: DeciderRepository;
  /** Whether this runner also writes the tenant log. */
  readonly tenantLog?: boolean;
  /** Names this process among those that share the work. Keep it over restarts: its jobs then go on at once. */
  readonly holder: string;
  /** How long a process that died keeps its jobs from the others; 10 by default. */
  readonly leaseSeconds?: number;
  /** Told what went wrong and is or is not cured; standard error by default. */
  readonly log?: Log;
};

/** One job: a projection (by its table's name), a policy (`policy:<name>`), or `tenant_log`. */
export type JobStatus = {
  readonly name: string;
  readonly state: JobState;
  /** Last position dealt with; -1 before the first. Decimal text. */
  readonly position: string;
  /** The last position this process has received, decimal text: what lies between the two is the job's lag. */
  readonly received: string;
  readonly error?: string;
};

const DEFAULT_LEASE_SECONDS = 10;

/**
 * Keeps projections, policies and the tenant log at work: one subscription for all, each job from its own checkpoint.
 * Any number of processes may run the same jobs; leases divide them, and a checkpoint moves only from where it was
 * seen, so that no event is applied twice whatever becomes of the leases.
 */
export class ProjectionRunner {
  private readonly loops: readonly JobLoop[];
  private readonly feed: LiveFeed;
  private readonly leases: Leases;
  private readonly renewEveryMs: number;
  private readonly log: Log;
  private renewal: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: RunnerOptions) {
    const { store, dataSource, holder, leaseSeconds = DEFAULT_LEASE_SECONDS } = options;
    this.log = options.log ?? ((message, details) => console.error(JSON.stringify({ level: 'error', message, ...details })));
    this.feed = new LiveFeed(store, this.log);
    this.leases = new Leases(dataSource, holder, leaseSeconds);
    this.renewEveryMs = (leaseSeconds * 1_000) / 3;
    const around = { store, dataSource, feed: this.feed, idle: new IdleCheckpoints(dataSource), log: this.log };
    this.loops = this.jobs().map((job) => new JobLoop(job, around));
  }

  /** Resolves when the subscription is open and the first leases are taken. */
  async start(): Promise<void> {
    this.feed.start(await this.foremost());
    await this.renew();
    this.timer = setInterval(() => { this.renewal = this.renewal.then(() => this.renew()); }, this.renewEveryMs);
  }

  /** Finishes the pages in hand and gives the leases back. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.renewal;
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.feed.stop();
    await this.leases.releaseAll();
  }

  status(): readonly JobStatus[] {
    return this.loops.map(({ name, state, position, error }) => ({
      name, state, position: String(position), received: String(this.feed.position), ...(error !== undefined && { error }),
    }));
  }

  private jobs(): Job[] {
    const { store, dataSource, tables, policies = [], tenantLog = false } = this.options;
    const context = { store, repository: this.options.repository ?? new DeciderRepository(store), database: dataSource };
    return [
      ...(tenantLog ? [new TenantLogWriter(dataSource)] : []),
      ...tables.map((table) => new ProjectionJob(table, dataSource, this.log)),
      ...policies.map((policy) => new PolicyRunner(policy, context, dataSource, this.log)),
    ];
  }

  /** Where the job that has come furthest stands: the others catch up to it by their own reading. */
  private async foremost(): Promise<bigint> {
    const [row] = await this.options.dataSource.query<{ position: string | null }[]>(
      'select max(position) as position from checkpoint where name = any($1)', [this.loops.map(({ name }) => name)],
    );
    return BigInt(row?.position ?? -1);
  }

  private async renew(): Promise<void> {
    try {
      const held = await this.leases.renew(this.loops.map(({ name }) => name));
      const lost = this.loops.filter(({ name }) => !held.has(name));
      await Promise.all(lost.map((loop) => loop.stop()));
      await this.leases.release(lost.map(({ name }) => name));
      for (const loop of this.loops) if (held.has(loop.name)) loop.start();
    } catch (error) {
      this.log('leases could not be renewed', { holder: this.options.holder, reason: reasonOf(error) });
    }
  }
}
