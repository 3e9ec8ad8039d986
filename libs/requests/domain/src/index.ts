export * from './figures/index.js';
export * from './request/index.js';
export * from './public/index.js';
export * from './requester/requester.events.js';
export * from './requester/disclosure.js';
export * from './requester/public-text.js';
export * from './requester/requester.js';
export * from './requester/requester-refusals.js';
