export { actsForUnit, evidenceDecider, type Evidence, type EvidenceCommand, type EvidenceStatus } from './evidence.js';
export * from './evidence.events.js';
export * from './evidence-views.js';
export { type CreditFacts } from './credits.js';
export * from './foreign-events.js';
export * from './media.js';
export { evidenceRefusals, refuse as refuseEvidence } from './refusals.js';
export * from './requirement-views.js';
