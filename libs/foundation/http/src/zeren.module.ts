import { Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { connectEventStore, DeciderRepository, ownersReading, type EventStore, type Upcasters } from '@zeren/event-store';
import type { Refusals } from '@zeren/kernel';
import { createDataSource, ReadModel, TenantLog, type ViewTable } from '@zeren/read-model';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access.guard.js';
import { Admissions, type Admission } from './admission.js';
import { CLOCK, systemClock, type Clock } from './clock.js';
import { HealthChecks } from './health.js';
import { createLogger } from './logging.js';
import { Metrics } from './metrics.js';
import { OpenStreams } from './open-streams.js';
import { OperationsController } from './operations.controller.js';
import { OwnStreams, type OwnWork } from './own-work.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimit } from './rate-limit.js';
import { TokenVerifier } from './token-verifier.js';
import { ValidationPipe } from './validation.pipe.js';
import { ViewReader } from './view-reader.js';

/** What a service runs on. */
export type ZerenOptions = {
  /** Its name in logs. */
  readonly name: string;
  /** `esdb://…` */
  readonly eventStoreUrl: string;
  /** `postgres://…`, the restricted login. */
  readonly databaseUrl: string;
  /** Whose access tokens are accepted: the `iss` claim, from which its keys are discovered. */
  readonly issuer: string;
  /** The views it reads. */
  readonly tables: readonly ViewTable[];
  /** The sentences of every refusal its deciders can throw. */
  readonly refusals: Refusals;
  /** Whom it admits beyond what a token says; everybody whose token is good where there is none. */
  readonly admission?: Admission;
  /** Whose work its streams are; everybody sees what its tenant sees where there is none. */
  readonly ownWork?: OwnWork;
  readonly clock?: Clock;
  /** Requests a second per caller, 2,000 by default; 0 means no limit. */
  readonly rateLimit?: number;
  readonly upcasters?: Upcasters;
  /** pino's level; `info` by default. */
  readonly logLevel?: string;
};

/** Injection token of the {@link EventStore}. */
export const EVENT_STORE = Symbol('EVENT_STORE');
/** Injection token of the sentences of all the service's refusals. */
export const REFUSALS = Symbol('REFUSALS');
/** Injection token of the service's pino logger. */
export const LOGGER = Symbol('LOGGER');

const AUDIENCE = 'zeren';
const DEFAULT_RATE = 2_000;

/** The foundation every service stands on, visible to all its modules. */
@Module({})
export class ZerenModule implements OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  static register(options: ZerenOptions): DynamicModule {
    const providers = [...engines(options), ...edge(options)];
    return {
      module: ZerenModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [OperationsController],
      providers: [...providers, ...guards(options)],
      exports: [CqrsModule, ...providers.map((provider) => ('provide' in provider ? provider.provide : provider))],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.dispose();
    if (this.database.isInitialized) await this.database.destroy();
  }
}

const engines = (options: ZerenOptions): Provider[] => [
  {
    provide: EVENT_STORE,
    useFactory: () => connectEventStore(options.eventStoreUrl, options.upcasters ? { upcasters: options.upcasters } : {}),
  },
  { provide: DeciderRepository, inject: [EVENT_STORE], useFactory: (store: EventStore) => new DeciderRepository(store) },
  {
    provide: DataSource,
    useFactory: async () => {
      const dataSource = createDataSource(options.databaseUrl, options.tables);
      return dataSource.isInitialized ? dataSource : dataSource.initialize();
    },
  },
  { provide: ReadModel, inject: [DataSource], useFactory: (dataSource: DataSource) => new ReadModel(dataSource) },
  { provide: ViewReader, inject: [ReadModel], useFactory: (readModel: ReadModel) => new ViewReader(readModel) },
  { provide: TenantLog, inject: [DataSource], useFactory: (dataSource: DataSource) => new TenantLog(dataSource) },
];

/** Reads to the end: a read left unfinished stays open in the client, whose closing then waits for it without end. */
const answers = async (store: EventStore): Promise<void> => {
  for await (const _event of store.readAllRaw({ limit: 1 })) continue;
};

const edge = (options: ZerenOptions): Provider[] => [
  { provide: CLOCK, useValue: options.clock ?? systemClock },
  { provide: REFUSALS, useValue: options.refusals },
  { provide: LOGGER, useValue: createLogger(options.name, options.logLevel ?? 'info') },
  { provide: Metrics, useFactory: () => new Metrics() },
  {
    provide: OwnStreams,
    inject: [EVENT_STORE, DeciderRepository],
    useFactory: (store: EventStore, repository: DeciderRepository) => new OwnStreams(store, repository, options.ownWork),
  },
  { provide: OpenStreams, useFactory: () => new OpenStreams() },
  {
    provide: HealthChecks,
    inject: [EVENT_STORE, DataSource],
    useFactory: (store: EventStore, database: DataSource) =>
      new HealthChecks().add('eventStore', () => answers(store)).add('database', () => database.query('SELECT 1')),
  },
];

const guards = (options: ZerenOptions): Provider[] => [
  {
    provide: APP_GUARD,
    inject: [CLOCK, DeciderRepository],
    useFactory: (clock: Clock, repository: DeciderRepository) => {
      const admissions = options.admission && new Admissions(options.admission, ownersReading(repository));
      return new AccessGuard(new TokenVerifier(options.issuer, AUDIENCE), new RateLimit(options.rateLimit ?? DEFAULT_RATE), clock, admissions);
    },
  },
  { provide: APP_PIPE, useFactory: () => new ValidationPipe() },
  {
    provide: APP_FILTER,
    inject: [LOGGER],
    useFactory: (logger: Logger) => new ProblemFilter(options.refusals, logger),
  },
];
