export * from './named-photo.js';
