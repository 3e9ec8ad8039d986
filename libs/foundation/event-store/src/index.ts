export * from './command-context.js';
export * from './connect.js';
export * from './decider-repository.js';
export * from './derived-ids.js';
export * from './errors.js';
export * from './event-store.js';
export * from './owners-reading.js';
export { schemaVersionsOf, SchemaVersionUnknown, type Upcaster, type Upcasters } from './upcasting.js';
