export * from './application.js';
export * from './confinement.js';
export * from './escalation.events.js';
export { escalationRefusals } from './escalation-refusals.js';
export * from './escalation.js';
export { escalationProjection, type EscalationRow } from './escalation-view.js';
