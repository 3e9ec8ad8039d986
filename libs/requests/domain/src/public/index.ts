export * from './public-request.js';
export * from './similar.js';
