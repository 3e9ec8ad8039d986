import { Controller, Get, Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DeciderRepository, type EventStore } from '@zeren/event-store';
import { CLOCK, EVENT_STORE, HealthChecks, LOGGER, Public, type Clock, type ClockJob } from '@zeren/http';
import {
  createDataSource, ProjectionRunner, projectorUrl, type JobStatus, type MigrationClass, type PolicyJob, type ViewTable,
} from '@zeren/read-model';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ClockJobs } from './clock-jobs.js';

/** All that a projector does: what to fold, what events and the passing of time cause, and the tables it needs. */
export type Work = {
  readonly tables: readonly ViewTable[];
  readonly policies: readonly PolicyJob[];
  readonly clockJobs: readonly ClockJob[];
  readonly migrations: readonly MigrationClass[];
};

const DATABASE = Symbol('the database as the projector writes it');

/** Which projections, policies and logs run, and how far they are. */
@Public()
@Controller('jobs')
class JobsController {
  constructor(@Inject(ProjectionRunner) private readonly runner: ProjectionRunner) {}

  @Get()
  status(): readonly JobStatus[] {
    return this.runner.status();
  }
}

/** Folds events into views, runs policies and clock jobs, from start to stop of the application. */
@Module({})
export class ProjectorModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(ProjectionRunner) private readonly runner: ProjectionRunner,
    @Inject(ClockJobs) private readonly clockJobs: ClockJobs,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {}

  /**
   * @param databaseUrl the owner's address, from which the projector's own follows
   * @param holder who holds the leases of the jobs: one name for each projector that runs
   */
  static register(work: Work, databaseUrl: string, holder: string): DynamicModule {
    return { module: ProjectorModule, controllers: [JobsController], providers: providersOf(work, databaseUrl, holder) };
  }

  async onApplicationBootstrap(): Promise<void> {
    this.health.add('jobs', async () => {
      const stopped = this.runner.status().find(({ state }) => state === 'stopped by error');
      if (stopped) throw new Error(`${stopped.name}: ${stopped.error}`);
    });
    await this.runner.start();
    this.clockJobs.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.clockJobs.stop();
    await this.runner.stop();
    await this.database.destroy();
  }
}

const providersOf = (work: Work, databaseUrl: string, holder: string): Provider[] => [
  { provide: DATABASE, useFactory: () => createDataSource(projectorUrl(databaseUrl), work.tables).initialize() },
  {
    provide: ProjectionRunner,
    inject: [EVENT_STORE, DATABASE],
    useFactory: (store: EventStore, dataSource: DataSource) =>
      new ProjectionRunner({ store, dataSource, tables: work.tables, policies: work.policies, tenantLog: true, holder }),
  },
  {
    provide: ClockJobs,
    inject: [DeciderRepository, DATABASE, CLOCK, LOGGER],
    useFactory: (repository: DeciderRepository, database: DataSource, clock: Clock, logger: Logger) =>
      new ClockJobs(work.clockJobs, { repository, database }, clock, logger),
  },
];
