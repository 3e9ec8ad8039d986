export * from './request-histories.js';
