export * from './place-site.js';
export * from './public-answers.js';
export * from './public-request.js';
export * from './similar.js';
