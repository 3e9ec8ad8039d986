export { specify, type CommandSpecification } from './command-specification.js';
export { specifyProjection } from './projection-specification.js';
export { recorded, aCaller } from './samples.js';
