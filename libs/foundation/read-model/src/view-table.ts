import type { Event, Projection, RecordedEvent, RowKey, ViewRow } from '@zeren/kernel';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { columnOf, type Column, type ColumnFor, type ColumnType } from './columns.js';

/** A projection whose row and events are of no concern: what runs all projections alike. */
export type AnyProjection = {
  readonly name: string;
  readonly version: number;
  readonly handles: readonly string[];
  keys(event: RecordedEvent): readonly RowKey[];
  evolve(row: ViewRow | undefined, event: RecordedEvent, key: RowKey): ViewRow | undefined;
};

/** A view and where its rows are kept: the table `<name>_v<version>`, keyed by reader, owner and id. */
export type ViewTable<Row extends ViewRow = ViewRow> = {
  /** `task_board_v1` */
  readonly name: string;
  readonly projection: AnyProjection;
  readonly entity: EntitySchema<Row>;
  readonly columns: readonly Column[];
  /** Properties of the row, each list one index; the reader tenant leads every one of them. */
  readonly indexes: readonly (readonly string[])[];
  /** Whether `<name>_history` keeps every row version with the positions between which it held. */
  readonly history: boolean;
  /** Carries the type of the row; never set. */
  readonly row?: Row;
};

export type ViewTableDefinition<Row extends ViewRow, E extends Event> = {
  readonly projection: Projection<Row, E>;
  readonly columns: { readonly [K in keyof Row]-?: ColumnFor<Row[K]> };
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  readonly history?: boolean;
};

/**
 * The table of a projection. A row that is read equals the row that was folded: `numeric`, `bigint` and `date` come
 * back as their text, `timestamptz` as ISO 8601 in UTC with milliseconds, an absent value as null (never undefined);
 * only the order of keys within `jsonb` is not kept.
 */
export const viewTable = <Row extends ViewRow, E extends Event>(definition: ViewTableDefinition<Row, E>): ViewTable<Row> => {
  const { projection } = definition;
  const name = `${projection.name}_v${projection.version}`;
  const columns = Object.entries(definition.columns).map(([property, type]) => columnOf(property, type as ColumnType));
  return {
    name,
    projection,
    entity: entityOf<Row>(name, columns),
    columns,
    indexes: definition.indexes ?? [],
    history: definition.history ?? false,
  };
};

/** The properties that make up a row's key. */
export const keyProperties = ['readerTenantId', 'ownerTenantId', 'id'] as const;

const entityOf = <Row extends ViewRow>(name: string, columns: readonly Column[]) =>
  new EntitySchema<Row>({
    name,
    columns: Object.fromEntries(columns.map((column) => [column.property, optionsOf(column)])) as Record<keyof Row, EntitySchemaColumnOptions>,
  });

const optionsOf = ({ property, name, type, nullable }: Column): EntitySchemaColumnOptions => ({
  name,
  type,
  nullable,
  primary: (keyProperties as readonly string[]).includes(property),
  ...(type === 'timestamptz' && { transformer: { to: (value: unknown) => value, from: instantText } }),
});

const instantText = (value: Date | null): string | null => (value === null ? null : value.toISOString());
