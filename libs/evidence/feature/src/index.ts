export { EvidenceModule } from './evidence.module.js';
export { fileRefusals } from '@zeren/file-store';
export { evidenceTables } from './evidence.tables.js';
