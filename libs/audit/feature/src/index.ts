export type { AuditEvent, AuditRead } from './audit.events.js';
export { auditTrailDecider, type AuditTrailState, type RecordRead } from './audit-trail.js';
export { AuditReadsModule } from './audit-reads.module.js';
export { AuditModule } from './audit.module.js';
export type { Fold, Folds, History, ReplayedEvent } from './replay.js';
