export { AssessmentModule } from './assessment.module.js';
export { assessmentTables } from './assessment.tables.js';
export type { Trend } from './assessments.controller.js';
export type { Ranking, Score } from './results.js';
