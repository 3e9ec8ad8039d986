export * from './figure-table.js';
export * from './figures.js';
export { requestCase, type RequestCaseRow } from './request-case.js';
export { requestHandling, type RequestHandlingRow } from './request-handling.js';
