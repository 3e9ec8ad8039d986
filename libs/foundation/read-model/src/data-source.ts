import { types } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { ViewTable } from './view-table.js';

export type MigrationClass = new () => MigrationInterface;

export type DataSourceSettings = {
  readonly migrations?: readonly MigrationClass[];
  /** Tables that are no views. */
  readonly entities?: readonly EntitySchema[];
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
};

/** A TypeORM data source over the views, not yet initialised. Services pass {@link appUrl}, the projector {@link projectorUrl}. */
export const createDataSource = (url: string, tables: readonly ViewTable[], settings: DataSourceSettings = {}): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...tables.map((table) => table.entity), ...(settings.entities ?? [])],
    migrations: [...(settings.migrations ?? [])],
    poolSize: settings.poolSize ?? 10,
    installExtensions: false,
    extra: connectionSettings,
  });

const TIMESTAMPTZ = 1184;
const DATE = 1082;

const getTypeParser = ((oid: number, format?: 'text') => {
  if (oid === TIMESTAMPTZ) return instantOf;
  if (oid === DATE) return String;
  return types.getTypeParser(oid, format);
}) as typeof types.getTypeParser;

/** `2013-03-01 02:00:00.5+00`, as a session in UTC writes it, in ISO 8601 with milliseconds. */
const instantOf = (text: string): string => {
  const [, day, time, fraction = ''] = /^(\S+) ([\d:]{8})(?:\.(\d+))?\+00$/.exec(text) ?? [];
  return day ? `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z` : new Date(text).toISOString();
};

/** How every connection reads values and sends queries: texts as rows have them, and without waiting for each answer. */
export const connectionSettings = { types: { getTypeParser }, pipeline: true, options: '-c TimeZone=UTC' };
