export * from './caller.js';
export * from './command.js';
export * from './decider.js';
export * from './decimal.js';
export * from './domain-error.js';
export * from './event.js';
export * from './projection.js';
export * from './stream.js';
