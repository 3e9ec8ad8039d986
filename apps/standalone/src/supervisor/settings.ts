import { join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.js';

/** How the standalone was told to run. What is undefined of the engines is embedded. */
export type Settings = {
  /** The repository's folder. */
  readonly root: string;
  readonly port: number;
  readonly host: string;
  /** Where browsers reach the product. */
  readonly origin: string;
  /** Where everything that must last is kept. */
  readonly data: string;
  readonly production: boolean;
  readonly databaseUrl: string | undefined;
  readonly eventStoreUrl: string | undefined;
  readonly issuer: string | undefined;
  readonly rateLimit: number;
  readonly logLevel: string;
  /** Whether the demonstration city is loaded into an empty store. */
  readonly loadDemo: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4350;
const DEFAULT_RATE = 2_000;

const integer = (environment: Environment, name: string, fallback: number, highest: number): number => {
  const text = environment[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > highest) throw new CannotStart(`${name} must be a number from 0 to ${highest}, not "${text}"`);
  return value;
};

const address = (environment: Environment, name: string): string | undefined => environment[name]?.replace(/\/$/, '') || undefined;

const isProduction = ({ NODE_ENV, ZEREN_MODE }: Environment): boolean => NODE_ENV === 'production' || ZEREN_MODE === 'production';

/** Throws {@link CannotStart} with one line for the person who starts it. */
export const settingsFrom = (environment: Environment, root: string): Settings => {
  const production = isProduction(environment);
  const issuer = address(environment, 'OIDC_ISSUER');
  if (production && !issuer) {
    throw new CannotStart('The embedded sign-in is for demonstrations only: set OIDC_ISSUER, or leave out production mode');
  }
  const port = integer(environment, 'PORT', DEFAULT_PORT, 65_535);
  return {
    root,
    port,
    host: environment['HOST'] || '127.0.0.1',
    origin: address(environment, 'ZEREN_ORIGIN') ?? `http://127.0.0.1:${port}`,
    data: resolve(environment['ZEREN_DATA'] || join(root, '.zeren')),
    production,
    databaseUrl: address(environment, 'DATABASE_URL'),
    eventStoreUrl: address(environment, 'EVENTSTORE_URL'),
    issuer,
    rateLimit: integer(environment, 'RATE_LIMIT', DEFAULT_RATE, 1_000_000),
    logLevel: environment['LOG_LEVEL'] || 'info',
    loadDemo: !production && environment['ZEREN_DEMO'] !== 'off',
  };
};
