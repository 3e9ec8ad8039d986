export { EvidenceModule } from './evidence.module.js';
export { evidenceTables } from './evidence.tables.js';
