export * from './contract.events.js';
export * from './contract.commands.js';
export * from './contract.js';
export {
  answeringFor, awaitedPosts, contractStatuses, latestVersion, partyOn, postsOf, sideToSign,
  type Contract, type ContractState, type ContractStatus, type ContractVersion, type GivenSignature, type Negotiation,
} from './contract-state.js';
export { draftContent, requireSound, unitOfPost, type ContractProposal, type DraftFacts, type ParentContract } from './contract-content.js';
export * from './contract-facts.js';
export * from './contract-changes.js';
export * from './contract-tenures.js';
export * from './contract-batch.events.js';
export * from './contract-batch.js';
export * from './signature-key.events.js';
export * from './signature-key.js';
export * from './veto-register.js';
export * from './contract-views.js';
export * from './contract-genuineness.js';
export { contractsRefusals } from './refusals.js';
