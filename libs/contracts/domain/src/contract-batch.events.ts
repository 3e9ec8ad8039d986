import type { Event, LocalisedText } from '@zeren/kernel';
import type { Clause, ContractContent, LegalBasis } from './contract.events.js';

/** What every contract of a batch says; `{unit}` in a title stands for the unit's name. */
export type BatchTemplate = {
  readonly splitId: string;
  readonly title: LocalisedText;
  readonly issuerPostId: string;
  readonly issuerSecondPostId?: string;
  /** The post that signs for each unit, without the unit: `head`. */
  readonly responsiblePost: string;
  readonly responsibleSecondPost?: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly clauses: readonly Clause[];
  readonly period: ContractContent['period'];
  readonly parentContractId?: string;
};

/** A unit that leads tasks of the split, in the tenant in which it works. */
export type BatchParty = { readonly unitId: string; readonly tenantId: string; readonly unitName: LocalisedText };

/** Contracts are being issued for all units that lead tasks of a split. */
export type ContractBatchStarted = Event<'ContractBatchStarted', { readonly template: BatchTemplate; readonly parties: readonly BatchParty[] }>;

/** A unit has its contract for the split: drafted by the batch, or standing already. */
export type BatchContractIssued = Event<'BatchContractIssued', { readonly unitId: string; readonly contractId: string }>;

/** No contract could be drafted for a unit, for a reason with a stable code. */
export type BatchContractRefused = Event<'BatchContractRefused', { readonly unitId: string; readonly code: string }>;

export type ContractBatchEvent = ContractBatchStarted | BatchContractIssued | BatchContractRefused;
