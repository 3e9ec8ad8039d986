import type { EventMetadata } from '@zeren/kernel';

/** Data of one schema version of an event type, made that of the next. Pure. */
export type Upcaster = (data: unknown, metadata: EventMetadata) => unknown;

/**
 * By event type: what takes version 1 to 2, then 2 to 3, and so on. The type's current version is one more than
 * the number of its upcasters; a type that is not named is at version 1 and read as stored.
 */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** The current schema version of each type that has ever changed. */
export const schemaVersionsOf = (upcasters: Upcasters): Record<string, number> =>
  Object.fromEntries(Object.entries(upcasters).map(([type, steps]) => [type, steps.length + 1]));

/** An event was written by newer code, in a schema this process does not know. */
export class SchemaVersionUnknown extends Error {
  override readonly name = 'SchemaVersionUnknown';

  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`${type} has schema version ${version}, which this process does not know`);
  }
}

/** Data and metadata in the type's current version. Throws {@link SchemaVersionUnknown}. */
export const upcast = (
  upcasters: Upcasters,
  type: string,
  data: unknown,
  metadata: EventMetadata,
): { data: unknown; metadata: EventMetadata } => {
  const steps = upcasters[type];
  if (!steps) return { data, metadata };
  const current = steps.length + 1;
  if (metadata.schemaVersion > current) throw new SchemaVersionUnknown(type, metadata.schemaVersion);
  if (metadata.schemaVersion === current) return { data, metadata };
  return {
    data: steps.slice(metadata.schemaVersion - 1).reduce((older, step) => step(older, metadata), data),
    metadata: { ...metadata, schemaVersion: current },
  };
};
