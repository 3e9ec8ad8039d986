import type { EventStore } from '@zeren/event-store';
import type { DataSource } from 'typeorm';
import type { PolicyJob } from './policy-job.js';
import type { ViewTable } from './view-table.js';

export type RunnerOptions = {
  readonly store: EventStore;
  /** Connected as {@link projectorUrl}. */
  readonly dataSource: DataSource;
  readonly tables: readonly ViewTable[];
  readonly policies?: readonly PolicyJob[];
  /** Whether this runner also writes the tenant log. */
  readonly tenantLog?: boolean;
  /** Names this process among those that share the work. */
  readonly holder: string;
};

/** One job: a projection (by its table's name), a policy (`policy:<name>`), or `tenant_log`. */
export type JobStatus = {
  readonly name: string;
  readonly state: 'waiting for lease' | 'catching up' | 'live' | 'retrying' | 'stopped by error';
  /** Last position dealt with; -1 before the first. Decimal text. */
  readonly position: string;
  readonly error?: string;
};

export class ProjectionRunner {
  constructor(private readonly options: RunnerOptions) {}

  start(): Promise<void> {
    throw new Error(`${this.options.holder}: not built yet`);
  }

  /** Finishes the pages in hand and gives the leases back. */
  stop(): Promise<void> {
    throw new Error('not built yet');
  }

  status(): readonly JobStatus[] {
    throw new Error('not built yet');
  }
}
