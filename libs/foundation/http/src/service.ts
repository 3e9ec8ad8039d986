import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Refusals } from '@zeren/kernel';
import { APP_LOGIN, appUrl, type ViewTable } from '@zeren/read-model';
import type { Clock } from './clock.js';
import type { Admission } from './admission.js';
import type { OwnWork } from './own-work.js';
import { startService, type RunningService } from './start-service.js';
import { ZerenModule } from './zeren.module.js';

/** A service is a list of modules, with the views they read and the sentences of what they refuse. */
export type Service = {
  readonly name: string;
  readonly modules: readonly (Type | DynamicModule)[];
  readonly tables: readonly ViewTable[];
  readonly refusals: Refusals;
  /** Whom it admits beyond what a token says. */
  readonly admission?: Admission;
  /** Whose work its streams are; everybody sees what its tenant sees where there is none. */
  readonly ownWork?: OwnWork;
};

/** Where a service listens and what it stands on. */
export type Configuration = {
  readonly port: number;
  readonly host: string;
  readonly eventStoreUrl: string;
  /** The owner's address, or `zeren_app`'s own. */
  readonly databaseUrl: string;
  readonly issuer: string;
  /** Requests a second per caller; 0 means no limit. */
  readonly rateLimit: number;
  readonly logLevel: string;
};

/** What the environment says is missing or wrong; the message is one line for the person who starts the service. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const required = (environment: Environment, name: string, what: string): string => {
  const value = environment[name];
  if (!value) throw new ConfigurationError(`Set ${name}: ${what}`);
  return value;
};

const integer = (environment: Environment, name: string, fallback: number): number => {
  const text = environment[name];
  if (!text) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new ConfigurationError(`${name} must be a whole number, not "${text}"`);
  return Number(text);
};

/** Reads PORT, HOST, EVENTSTORE_URL, DATABASE_URL, OIDC_ISSUER, RATE_LIMIT and LOG_LEVEL. Throws {@link ConfigurationError}. */
export const configurationFrom = (environment: Environment): Configuration => ({
  port: integer(environment, 'PORT', 8080),
  host: environment['HOST'] || '127.0.0.1',
  eventStoreUrl: required(environment, 'EVENTSTORE_URL', 'esdb://host:2113'),
  databaseUrl: required(environment, 'DATABASE_URL', 'postgres://user:password@host:5432/database'),
  issuer: required(environment, 'OIDC_ISSUER', 'the address of your OpenID issuer').replace(/\/$/, ''),
  rateLimit: integer(environment, 'RATE_LIMIT', 2_000),
  logLevel: environment['LOG_LEVEL'] || 'info',
});

/** The root module of a service. */
export const serviceModule = (service: Service, configuration: Configuration, clock?: Clock): DynamicModule => ({
  module: ServiceModule,
  imports: [
    ZerenModule.register({
      ...configuration,
      name: service.name,
      databaseUrl: restricted(configuration.databaseUrl),
      tables: service.tables,
      refusals: service.refusals,
      ...(service.admission && { admission: service.admission }),
      ...(service.ownWork && { ownWork: service.ownWork }),
      ...(clock ? { clock } : {}),
    }),
    ...service.modules,
  ],
});

@Module({})
class ServiceModule {}

const restricted = (url: string): string => (new URL(url).username === APP_LOGIN ? url : appUrl(url));

/** Runs a service as a process of its own until it is told to stop. A wrong configuration is one line and exit code 1. */
export const runService = async (service: Service, environment: Environment): Promise<void> => {
  try {
    const configuration = configurationFrom(environment);
    const running = await startService(serviceModule(service, configuration), { ...configuration, name: service.name });
    stopWithProcess(running);
  } catch (error) {
    console.error(error instanceof ConfigurationError ? `${service.name}: ${error.message}` : error);
    process.exit(1);
  }
};

/** Stops the service in good order when the process is told to, or when the process that started it has gone. */
export const stopWithProcess = (running: Pick<RunningService, 'stop'>): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(() => process.exit(0), (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
};
