/** What a column holds, and what it reads back as: `numeric`, `bigint`, `date` and `timestamptz` are texts. */
export type ColumnName = 'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'jsonb' | 'date' | 'timestamptz';

/** A column that may be null ends in `?`. */
export type ColumnType = ColumnName | `${ColumnName}?`;

/** The column types a row's property allows. */
export type ColumnFor<Value> = undefined extends Value
  ? 'a row says null, never undefined'
  : null extends Value
    ? `${ColumnName}?`
    : ColumnName;

/** One column of a view table: the row's property, its column, and what that holds. */
export type Column = {
  readonly property: string;
  readonly name: string;
  readonly type: ColumnName;
  readonly nullable: boolean;
};

/** `taskId` as PostgreSQL says it: `task_id`. */
export const snakeCase = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const columnOf = (property: string, type: ColumnType): Column => {
  const nullable = type.endsWith('?');
  return { property, name: snakeCase(property), type: (nullable ? type.slice(0, -1) : type) as ColumnName, nullable };
};

/** A value as it will read back, so that a fold sees the same whether the row was stored in between or not. */
export const storedValue = (column: Column, value: unknown): unknown => {
  if (value === undefined || value === null) return null;
  if (column.type === 'timestamptz') return new Date(value as string).toISOString();
  if (column.type === 'bigint') return String(value);
  return value;
};

/** Whether two stored values are the same; JSON objects are, whatever the order of their keys. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
};
