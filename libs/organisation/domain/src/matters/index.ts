export * from './matter-catalogue.js';
export * from './matters.events.js';
export { matterRefusals } from './matters.refusals.js';
