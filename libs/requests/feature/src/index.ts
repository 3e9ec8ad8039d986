export * from './requester/index.js';
