export * from './contract.events.js';
export * from './contract.js';
export { draftContent, unitOfPost, type ContractProposal, type DraftFacts } from './contract-content.js';
export * from './contract-facts.js';
export * from './contract-views.js';
export { contractsRefusals } from './refusals.js';
