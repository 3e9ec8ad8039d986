import type { Caller, Command, Decider } from '@zeren/kernel';
import { requireSound } from './contract-content.js';
import type { ContractContent, ContractDrafted, ContractEvent, HandoverContent, Side, Signature } from './contract.events.js';
import { archive, breach, remind, settle, terminate } from './contract-end.js';
import { returnVersion, revise, uphold } from './contract-negotiation.js';
import { handOver, sign } from './contract-signing.js';
import { evolveContract, type Contract, type ContractState } from './contract-state.js';
import { refuse } from './refusals.js';

/** An officer's time in a post, as the register shows it; `validUntil` is the last day, null while held. */
export type PostHolding = {
  readonly postId: string;
  readonly officerId: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

/** A signature that was made and verified outside, and over what. */
export type SignatureProof = {
  /** Of the content that was signed and verified. */
  readonly fingerprint: string;
  readonly signature: Signature;
  readonly verdict: 'valid' | 'invalid';
  /** The unit's seal over the same content. */
  readonly seal?: { readonly unitId: string; readonly signature: Signature };
};

export type Signing = {
  /** Of the version the signatory has read. */
  readonly fingerprint: string;
  /** The signatory's time in the post on the day of signing; null where the register shows none. */
  readonly holding: PostHolding | null;
  /** Null where nothing was signed because the holding is missing. */
  readonly proof: SignatureProof | null;
};

/** What a successor signs, and what the register and the key say of it. */
export type HandingOver = Omit<Signing, 'fingerprint'> & { readonly content: HandoverContent; readonly fingerprint: string };

/** `fingerprint`: SHA-256 over the canonical bytes of the content, hex. */
export type DraftContract = Command<'DraftContract', { readonly content: ContractContent; readonly fingerprint: string }>;
export type ReturnContract = Command<'ReturnContract', { readonly fingerprint: string; readonly remarks: string }>;
export type UpholdContract = Command<'UpholdContract', { readonly answer: string }>;
export type ReviseContract = Command<'ReviseContract', {
  readonly content: ContractContent; readonly fingerprint: string; readonly reason: string;
}>;
export type RemindSignatories = Command<'RemindSignatories', { readonly side: Side }>;
export type SignContract = Command<'SignContract', Signing>;
export type CountersignContract = Command<'CountersignContract', Signing>;
export type HandOverContract = Command<'HandOverContract', HandingOver>;
export type SettleClause = Command<'SettleClause', {
  readonly code: string; readonly honoured: boolean; readonly finding: string; readonly outcome: string; readonly document: string | null;
}>;
export type FindBreach = Command<'FindBreach', { readonly finding: string; readonly clauseCodes: readonly string[] }>;
export type TerminateContract = Command<'TerminateContract', { readonly reason: string }>;
export type ArchiveContract = Command<'ArchiveContract', { readonly archiveNumber: string }>;
export type ContractCommand =
  | DraftContract | ReturnContract | UpholdContract | ReviseContract | RemindSignatories | SignContract | CountersignContract
  | HandOverContract | SettleClause | FindBreach | TerminateContract | ArchiveContract;

const draft = (data: DraftContract['data'], state: ContractState): readonly ContractDrafted[] => {
  if (state.status !== 'none') {
    const [first = state] = state.earlier;
    return first.fingerprint === data.fingerprint ? [] : refuse('contract-exists');
  }
  requireSound(data.content);
  return [{ type: 'ContractDrafted', data }];
};

const decide = (command: ContractCommand, state: ContractState, caller: Caller): readonly ContractEvent[] => {
  if (command.type === 'DraftContract') return draft(command.data, state);
  if (state.status === 'none') return refuse('contract-not-drafted');
  return decideOn(command, state, caller);
};

const decideOn = (command: Exclude<ContractCommand, DraftContract>, contract: Contract, caller: Caller): readonly ContractEvent[] => {
  switch (command.type) {
    case 'ReturnContract': return returnVersion(command.data, contract, caller);
    case 'UpholdContract': return uphold(command.data, contract, caller);
    case 'ReviseContract': return revise(command.data, contract, caller);
    case 'RemindSignatories': return remind(command.data, contract, caller);
    case 'SignContract': return sign(command.data, contract, caller, 'signature');
    case 'CountersignContract': return sign(command.data, contract, caller, 'countersignature');
    case 'HandOverContract': return handOver(command.data, contract, caller);
    case 'SettleClause': return settle(command.data, contract, caller);
    case 'FindBreach': return breach(command.data, contract, caller);
    case 'TerminateContract': return terminate(command.data, contract, caller);
    case 'ArchiveContract': return archive(command.data, contract, caller);
  }
};

/** A contract: its stream is the issuer's, shared with the responsible unit's tenant. */
export const contractDecider: Decider<ContractState, ContractCommand, ContractEvent> = {
  category: 'contract',
  initialState: { status: 'none' },
  decide,
  evolve: evolveContract,
  sharedWith: (state) => {
    if (state.status === 'none') return [];
    const { issuer, responsible } = state.content;
    return responsible.tenantId === issuer.tenantId ? [] : [responsible.tenantId];
  },
};
