export { writtenDay } from './written-day.js';
