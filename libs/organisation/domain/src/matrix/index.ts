export * from './matrix-checks.js';
export * from './matrix-state.js';
export * from './matrix.events.js';
export { matrixRefusals, type MatrixRefusal } from './matrix.refusals.js';
export { ownerOf, unitIn, type Ownership } from './owner.js';
export * from './responsibility-matrix.js';
export * from './responsibility-map.js';
export * from './matrix-sheet.js';
