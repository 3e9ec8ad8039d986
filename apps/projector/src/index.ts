export { work } from './app.module.js';
export { prepareDatabase, startProjector } from './projector.js';
