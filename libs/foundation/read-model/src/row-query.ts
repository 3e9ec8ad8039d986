import type { ViewRow } from '@zeren/kernel';
import type { Column } from './columns.js';
import { InvalidCursor } from './errors.js';
import { columnNamed, KEY_COLUMNS, quoted } from './schema.js';
import { keyProperties, type ViewTable } from './view-table.js';

/** Equality with a value, null included, or with any of several. */
export type Where<Row> = { readonly [K in keyof Row]?: Row[K] | readonly Row[K][] };

export type Order<Row> = { readonly [K in keyof Row]?: 'asc' | 'desc' };

export type RowQuery<Row> = {
  readonly where?: Where<Row>;
  /** In order of importance; rows equal in all of it are ordered by owner and id. */
  readonly order?: Order<Row>;
  readonly limit: number;
  /** The `next` of the page before. Throws {@link InvalidCursor} for any other text. */
  readonly after?: string;
};

/** A statement and its values, as they are put together. */
export class Statement {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

type Ordering = { readonly column: Column; readonly descending: boolean };

export const selectList = (view: ViewTable): string =>
  view.columns.map(({ name, property }) => `${quoted(name)} as ${quoted(property)}`).join(', ');

/** The conditions of a `where`, the reader's own key first. */
export const conditionsOf = (view: ViewTable, tenantId: string, where: Readonly<Record<string, unknown>>, statement: Statement): string[] => [
  `${KEY_COLUMNS[0]} = ${statement.value(tenantId)}`,
  ...Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => equality(columnNamed(view, property), value, statement)),
];

const equality = ({ name, type }: Column, value: unknown, statement: Statement): string => {
  if (value === null) return `${quoted(name)} is null`;
  if (Array.isArray(value)) return `${quoted(name)} = any(${statement.value(value)}::${type}[])`;
  return `${quoted(name)} = ${statement.value(value)}::${type}`;
};

/** The question for one page: one row more than the page holds, to know whether another follows. */
export const pageQuestion = <Row extends ViewRow>(view: ViewTable<Row>, tenantId: string, query: RowQuery<Row>) => {
  const statement = new Statement();
  const orderings = orderingsOf(view, query.order ?? {});
  const conditions = conditionsOf(view, tenantId, query.where ?? {}, statement);
  if (query.after !== undefined) conditions.push(afterCursor(orderings, readCursor(query.after, orderings), statement));
  const order = orderings.map(({ column, descending }) => `${quoted(column.name)}${descending ? ' desc' : ''}`).join(', ');
  const text = `select ${selectList(view)} from ${quoted(view.name)} where ${conditions.join(' and ')}
    order by ${order} limit ${statement.value(query.limit + 1)}`;
  return { text, values: statement.values, cursorOf: (row: Row) => writeCursor(row, orderings) };
};

const orderingsOf = (view: ViewTable, order: Readonly<Record<string, 'asc' | 'desc' | undefined>>): Ordering[] => {
  const asked = Object.entries(order).flatMap(([property, direction]) =>
    direction ? [{ column: columnNamed(view, property), descending: direction === 'desc' }] : []);
  // In the direction of the last, so that one index serves the whole order.
  const descending = asked.at(-1)?.descending ?? false;
  const rest = keyProperties.slice(1).filter((property) => !asked.some(({ column }) => column.property === property));
  return [...asked, ...rest.map((property) => ({ column: columnNamed(view, property), descending }))];
};

const digestOf = (orderings: readonly Ordering[]): string =>
  orderings.map(({ column, descending }) => `${descending ? '-' : ''}${column.name}`).join();

const writeCursor = (row: object, orderings: readonly Ordering[]): string => {
  const values = orderings.map(({ column }) => (row as Record<string, unknown>)[column.property]);
  return Buffer.from(JSON.stringify([digestOf(orderings), ...values])).toString('base64url');
};

const readCursor = (text: string, orderings: readonly Ordering[]): unknown[] => {
  const parsed = parsedJson(Buffer.from(text, 'base64url').toString());
  if (!Array.isArray(parsed) || parsed.length !== orderings.length + 1 || parsed[0] !== digestOf(orderings)) throw new InvalidCursor();
  const values = parsed.slice(1) as unknown[];
  if (values.some((value) => typeof value === 'object' && value !== null)) throw new InvalidCursor();
  return values;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidCursor();
  }
};

/** Rows behind the cursor's row: one comparison where all goes one way and nothing is null, else column by column. */
const afterCursor = (orderings: readonly Ordering[], values: readonly unknown[], statement: Statement): string => {
  const places = orderings.map(({ column }, at) => `${statement.value(values[at])}::${column.type}`);
  const [first] = orderings;
  if (orderings.every(({ column, descending }) => !column.nullable && descending === first?.descending)) {
    const names = orderings.map(({ column }) => quoted(column.name)).join(', ');
    return `(${names}) ${first?.descending ? '<' : '>'} (${places.join(', ')})`;
  }
  const alternatives = orderings.map((ordering, at) => {
    const equal = orderings.slice(0, at).map(({ column }, index) => `${quoted(column.name)} is not distinct from ${places[index]}`);
    return `(${[...equal, behind(ordering, values[at], places[at] as string)].join(' and ')})`;
  });
  return `(${alternatives.join(' or ')})`;
};

/** PostgreSQL puts null last, and first where the order descends. */
const behind = ({ column, descending }: Ordering, value: unknown, place: string): string => {
  const name = quoted(column.name);
  if (value === null) return descending ? `${name} is not null` : 'false';
  if (descending) return `${name} < ${place}`;
  return column.nullable ? `(${name} > ${place} or ${name} is null)` : `${name} > ${place}`;
};
