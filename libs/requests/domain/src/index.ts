export * from './request/request-values.js';
export * from './request/request.events.js';
export * from './requester/requester.events.js';
