import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Direction, MeasuredValue } from '@zeren/tasks-domain';

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
  /** The other head, of party committee or government, who signs as well (党政同责). */
  readonly secondPostId?: string;
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

/** What a village, community or grid assists with under a town's contract; it answers to nobody for it. */
export type AssistanceItem = {
  readonly code: string;
  readonly unitId: string;
  readonly unitName: LocalisedText;
  readonly text: LocalisedText;
  /** Yuan; what the town provides for it. */
  readonly funds: Decimal;
  /** The budget line or document the funds come from. */
  readonly fundsSource: string;
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
  /** The contract above that this one passes on: its issuer is the responsible unit there. */
  readonly parentContractId?: string;
  /** Only under a town's contract. */
  readonly assistance?: readonly AssistanceItem[];
};

/** A digital signature over the SHA-256 fingerprint's preimage: the canonical bytes of the content. */
export type Signature = {
  readonly algorithm: 'Ed25519' | 'ECDSA-P256-SHA256' | 'RSA-PSS-SHA256';
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly value: string;
};

/** The electronic seal of a unit: a signature with the unit's own key, which the platform holds. */
export type Seal = { readonly unitId: string; readonly signature: Signature };

/** `signature` is the responsible unit's side, `countersignature` the issuer's. */
export type Side = 'signature' | 'countersignature';

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
  /** Of the signatory's unit, over the same bytes. */
  readonly seal?: Seal;
}>;

/** The issuer countersigned; the version is in force, once every post the issuer names has. */
export type ContractCountersigned = Event<'ContractCountersigned', ContractSigned['data']>;

/** The responsible unit returned the version it was to sign, with remarks. */
export type ContractReturned = Event<'ContractReturned', {
  readonly version: number;
  readonly unitId: string;
  readonly remarks: string;
  readonly returnedOn: string;
}>;

/** The issuer stands by the version that was returned, and says why. */
export type ContractUpheld = Event<'ContractUpheld', { readonly version: number; readonly answer: string; readonly answeredOn: string }>;

/** The issuer put forward a new version with its reason: both sign again, and until then a version in force stays so. */
export type ContractRevised = Event<'ContractRevised', {
  readonly content: ContractContent;
  readonly fingerprint: string;
  readonly reason: string;
  readonly revisedOn: string;
}>;

/** The signatories still missing on one side were reminded. */
export type ContractReminded = Event<'ContractReminded', {
  readonly version: number;
  readonly side: Side;
  readonly postIds: readonly string[];
  readonly remindedOn: string;
}>;

/** Where one year of a task stood at a handover. */
export type ProgressOfTask = {
  readonly taskId: string;
  readonly year: number;
  readonly status: 'reported' | 'rejected' | 'verified';
  readonly values: readonly MeasuredValue[];
  readonly measuredOn: string;
};

/** How far a year's target had come at a handover, where it was recorded before or beside a report: the latest entry. */
export type InterimProgress = {
  readonly taskId: string;
  readonly year: number;
  /** 1 for the year's first entry. */
  readonly entry: number;
  readonly values: readonly MeasuredValue[];
  readonly measuredOn: string;
};

/** What falls to one officer's time in a signing post of the responsible unit: results by the day they were measured on. */
export type TenureFigure = {
  readonly postId: string;
  readonly officerId: string;
  /** The first day; for the first officer that of the contract's period. */
  readonly from: string;
  /** The last day, that of the handover; null while the officer answers. */
  readonly until: string | null;
  readonly verified: number;
  /** Reported and not verified yet. */
  readonly reported: number;
  readonly rejected: number;
};

/** How a task came to differ from the term that a contract has of it; `added` where the contract has none. */
export type TermChangeKind = 'revised' | 'withdrawn' | 'returned' | 'voided' | 'explained' | 'closed' | 'added';

/** What a successor signs: the progress found on that day. What was reported until then stays with the predecessor. */
export type HandoverContent = {
  readonly contractId: string;
  readonly version: number;
  readonly postId: string;
  readonly predecessorId: string;
  readonly successorId: string;
  readonly handedOverOn: string;
  /** The position up to which the tasks' results were read. */
  readonly factsPosition: string;
  readonly progress: readonly ProgressOfTask[];
  /** Absent in handovers before interim progress was stated. */
  readonly interim?: readonly InterimProgress[];
  /** The predecessor's own figure; only for a post of the responsible unit. */
  readonly figure?: TenureFigure;
};

/** The successor in a post took the contract over, with the progress of that day, and answers for it from then on. */
export type ContractHandedOver = Event<'ContractHandedOver', {
  readonly content: HandoverContent;
  readonly fingerprint: string;
  readonly signature: Signature;
}>;

/** One clause was settled: whether it was honoured, what was found, and what reward or penalty came of it. */
export type ClauseSettled = Event<'ClauseSettled', {
  readonly version: number;
  readonly code: string;
  readonly honoured: boolean;
  readonly finding: string;
  readonly outcome: string;
  /** The decision's number; a penalty or veto that was carried out has one. */
  readonly document: string | null;
  readonly settledOn: string;
  /** The terms whose task had changed without an amendment; absent where none had. */
  readonly changedTerms?: readonly { readonly taskId: string; readonly kind: TermChangeKind }[];
}>;

/** Every clause of the version in force is settled. */
export type ContractSettled = Event<'ContractSettled', {
  readonly version: number;
  readonly settledOn: string;
  /** What falls to each officer who answered for the responsible unit, in order; absent in settlements before it was stated. */
  readonly tenures?: readonly TenureFigure[];
}>;

/** The issuer found the contract breached. */
export type ContractBreached = Event<'ContractBreached', {
  readonly version: number;
  readonly finding: string;
  /** The clauses that this brings into play. */
  readonly clauseCodes: readonly string[];
  readonly foundOn: string;
}>;

/** The issuer ended the contract before its time, with the reason. */
export type ContractTerminated = Event<'ContractTerminated', { readonly reason: string; readonly terminatedOn: string }>;

/** The contract was archived under a number; nothing more happens to it. */
export type ContractArchived = Event<'ContractArchived', { readonly archiveNumber: string; readonly archivedOn: string }>;

export type ContractEvent =
  | ContractDrafted | ContractReturned | ContractUpheld | ContractRevised | ContractReminded
  | ContractSigned | ContractCountersigned | ContractHandedOver
  | ClauseSettled | ContractSettled | ContractBreached | ContractTerminated | ContractArchived;
