import type { Command } from '@zeren/kernel';
import type { ClauseSettled, ContractContent, HandoverContent, Side, Signature, TenureFigure } from './contract.events.js';

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
/** What is known of the tasks of one version on the day of settling. */
export type SettlementFacts = {
  readonly version: number;
  readonly changedTerms: NonNullable<ClauseSettled['data']['changedTerms']>;
  readonly tenures: readonly TenureFigure[];
};
export type SettleClause = Command<'SettleClause', {
  readonly code: string; readonly honoured: boolean; readonly finding: string; readonly outcome: string; readonly document: string | null;
  readonly facts?: SettlementFacts;
}>;
export type FindBreach = Command<'FindBreach', { readonly finding: string; readonly clauseCodes: readonly string[] }>;
export type TerminateContract = Command<'TerminateContract', { readonly reason: string }>;
export type ArchiveContract = Command<'ArchiveContract', { readonly archiveNumber: string }>;
export type ContractCommand =
  | DraftContract | ReturnContract | UpholdContract | ReviseContract | RemindSignatories | SignContract | CountersignContract
  | HandOverContract | SettleClause | FindBreach | TerminateContract | ArchiveContract;
