import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Direction } from '@zeren/tasks-domain';

/** A law, party regulation or superior document, with its number. */
export type LegalBasis = {
  readonly kind: 'law' | 'party-regulation' | 'superior-document';
  readonly title: string;
  readonly number: string;
};

export type ContractParty = {
  readonly tenantId: string;
  readonly unitId: string;
  readonly unitName: LocalisedText;
  /** The accountable post that signs. */
  readonly postId: string;
};

/** What one metric of a task must come to in each year. */
export type ContractTarget = {
  readonly metric: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly annual: readonly AnnualValue[];
};

/** A yes/no metric aims at the value "1"; a range has a lower and an upper bound. */
export type AnnualValue =
  | { readonly year: number; readonly value: Decimal }
  | { readonly year: number; readonly low: Decimal; readonly high: Decimal };

/** A task the contract covers, with its targets. */
export type ContractTerm = {
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly weight: Decimal;
  readonly deadline: string;
  readonly targets: readonly ContractTarget[];
};

export type Clause = {
  readonly code: string;
  readonly text: LocalisedText;
  /** A veto clause ends every award whatever the score, and needs a legal basis of its own. */
  readonly kind: 'reward' | 'penalty' | 'veto';
  readonly legalBasis: LegalBasis | null;
};

/** The content both parties sign, exactly; its canonical bytes (RFC 8785) carry the signatures. */
export type ContractContent = {
  readonly contractId: string;
  readonly version: number;
  readonly title: LocalisedText;
  readonly issuer: ContractParty;
  readonly responsible: ContractParty;
  readonly legalBasis: readonly LegalBasis[];
  readonly splitId: string;
  readonly terms: readonly ContractTerm[];
  readonly clauses: readonly Clause[];
  /** Both dates inclusive. */
  readonly period: { readonly from: string; readonly until: string };
};

/** A digital signature over the SHA-256 fingerprint's preimage: the canonical bytes of the content. */
export type Signature = {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly value: string;
};

/** A contract was drafted from a published split. */
export type ContractDrafted = Event<'ContractDrafted', { readonly content: ContractContent; readonly fingerprint: string }>;

/** The responsible officer signed exactly this version. */
export type ContractSigned = Event<'ContractSigned', {
  readonly version: number;
  readonly fingerprint: string;
  readonly postId: string;
  readonly officerId: string;
  /** The day of signing, in the tenant's calendar. */
  readonly signedOn: string;
  readonly signature: Signature;
}>;

/** The issuer countersigned; the contract is in force. */
export type ContractCountersigned = Event<'ContractCountersigned', ContractSigned['data']>;

export type ContractEvent = ContractDrafted | ContractSigned | ContractCountersigned;
