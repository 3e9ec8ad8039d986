import { localDate } from '@zeren/organisation-domain';
import { parseStreamName, readersOf, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { TermChange } from './contract-changes.js';
import type { ContractContent, ContractDrafted, ContractEvent, ContractRevised, ContractSigned, Side, TenureFigure } from './contract.events.js';
import { contractDecider } from './contract.js';
import { isEndEvent, postsOf, type Contract, type ContractStatus, type EndEvent } from './contract-state.js';

/** What a list says of one version. */
export type ListedVersion = {
  readonly version: number;
  readonly title: LocalisedText;
  readonly responsiblePostIds: readonly string[];
  readonly issuerPostIds: readonly string[];
  /** How many tasks it covers. */
  readonly terms: number;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly fingerprint: string;
  /** The position up to which its tasks were read; null where it is not known. */
  readonly termsAsOf: string | null;
  /** The days on which the last post of each side signed it. */
  readonly signedOn: string | null;
  readonly countersignedOn: string | null;
};

/** A contract in a list: the version in force, else the latest draft. */
export type ContractBoardRow = ViewRow & ListedVersion & {
  readonly status: ContractStatus;
  readonly issuerUnitId: string;
  readonly issuerUnitName: LocalisedText;
  readonly responsibleTenantId: string;
  readonly responsibleUnitId: string;
  readonly responsibleUnitName: LocalisedText;
  readonly splitId: string;
  readonly parentContractId: string | null;
  /** A new version of a contract in force that not all have signed. */
  readonly proposed: ListedVersion | null;
  /** Whose turn it is to sign, and the posts that have not; null where nothing waits. */
  readonly awaitedSide: Side | null;
  readonly awaitedPostIds: readonly string[];
  /** The day on which it became their turn. */
  readonly awaitedSince: string | null;
  /** The responsible unit's remarks are not answered. */
  readonly isReturned: boolean;
  readonly remindedOn: string | null;
  /** Reminders to those awaited now. */
  readonly reminders: number;
  readonly revision: number;
};

/** A contract whole, with all its versions. */
export type ContractDocumentRow = ViewRow & Contract & { readonly revision: number };

const keys = (event: RecordedEvent<ContractEvent>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};

const listedVersion = (
  { version, title, issuer, responsible, terms, period }: ContractContent, fingerprint: string, termsAsOf: string | null,
): ListedVersion => ({
  version,
  title,
  responsiblePostIds: postsOf(responsible),
  issuerPostIds: postsOf(issuer),
  terms: terms.length,
  periodFrom: period.from,
  periodUntil: period.until,
  fingerprint,
  termsAsOf,
  signedOn: null,
  countersignedOn: null,
});

type Awaited = Pick<ContractBoardRow, 'awaitedSide' | 'awaitedPostIds' | 'awaitedSince' | 'remindedOn' | 'reminders'>;

const nobody: Awaited = { awaitedSide: null, awaitedPostIds: [], awaitedSince: null, remindedOn: null, reminders: 0 };
const awaiting = (awaitedSide: Side, awaitedPostIds: readonly string[], awaitedSince: string): Awaited =>
  ({ ...nobody, awaitedSide, awaitedPostIds, awaitedSince });

const drafted = ({ data: { content, fingerprint }, metadata, revision }: RecordedEvent<ContractDrafted>, key: RowKey): ContractBoardRow => {
  const version = listedVersion(content, fingerprint, metadata.factsPosition ?? null);
  return {
    ...key,
    ...version,
    status: 'drafted',
    issuerUnitId: content.issuer.unitId,
    issuerUnitName: content.issuer.unitName,
    responsibleTenantId: content.responsible.tenantId,
    responsibleUnitId: content.responsible.unitId,
    responsibleUnitName: content.responsible.unitName,
    splitId: content.splitId,
    parentContractId: content.parentContractId ?? null,
    proposed: null,
    ...awaiting('signature', version.responsiblePostIds, localDate(metadata.occurredAt)),
    isReturned: false,
    revision,
  };
};

const revised = (row: ContractBoardRow, { data, metadata }: RecordedEvent<ContractRevised>): ContractBoardRow => {
  const { content, fingerprint, revisedOn } = data;
  const next = listedVersion(content, fingerprint, metadata.factsPosition ?? null);
  const waiting = { ...row, ...awaiting('signature', next.responsiblePostIds, revisedOn), isReturned: false };
  return row.status === 'in-force' ? { ...waiting, proposed: next } : { ...waiting, ...next, status: 'drafted' };
};

/** The row after a signature: the next post's turn, the other side's, or the version in force. */
const signed = (row: ContractBoardRow, side: Side, { postId, signedOn }: ContractSigned['data']): ContractBoardRow => {
  const left = row.awaitedPostIds.filter((awaited) => awaited !== postId);
  if (row.awaitedSide !== side || left.length > 0) return { ...row, awaitedPostIds: left };
  const day = side === 'signature' ? { signedOn } : { countersignedOn: signedOn };
  const version: ListedVersion = { ...(row.proposed ?? listedIn(row)), ...day };
  if (side === 'signature') {
    const waiting = { ...row, ...awaiting('countersignature', version.issuerPostIds, signedOn) };
    return row.proposed ? { ...waiting, proposed: version } : { ...waiting, ...version, status: 'signed' };
  }
  return { ...row, ...version, ...nobody, proposed: null, status: 'in-force' };
};

const listedIn = ({
  version, title, responsiblePostIds, issuerPostIds, terms, periodFrom, periodUntil, fingerprint, termsAsOf, signedOn, countersignedOn,
}: ContractBoardRow): ListedVersion =>
  ({ version, title, responsiblePostIds, issuerPostIds, terms, periodFrom, periodUntil, fingerprint, termsAsOf, signedOn, countersignedOn });

const statusAfter = {
  ContractSettled: 'settled', ContractBreached: 'breached', ContractTerminated: 'terminated', ContractArchived: 'archived',
} as const satisfies Record<Exclude<EndEvent['type'], 'ClauseSettled'>, ContractStatus>;

const ended = (row: ContractBoardRow, { type }: EndEvent): ContractBoardRow =>
  (type === 'ClauseSettled' ? row : { ...row, ...nobody, isReturned: false, status: statusAfter[type] });

const afterEvent = (row: ContractBoardRow, event: RecordedEvent<Exclude<ContractEvent, ContractDrafted>>): ContractBoardRow => {
  if (isEndEvent(event)) return ended(row, event);
  switch (event.type) {
    case 'ContractReturned':
      return { ...row, isReturned: true };
    case 'ContractUpheld':
      return { ...row, isReturned: false };
    case 'ContractRevised':
      return revised(row, event);
    case 'ContractReminded':
      return { ...row, remindedOn: event.data.remindedOn, reminders: row.reminders + 1 };
    case 'ContractSigned':
      return signed(row, 'signature', event.data);
    case 'ContractCountersigned':
      return signed(row, 'countersignature', event.data);
    case 'ContractHandedOver':
      return row;
  }
};

const handles = [
  'ContractDrafted', 'ContractReturned', 'ContractUpheld', 'ContractRevised', 'ContractReminded', 'ContractSigned', 'ContractCountersigned',
  'ContractHandedOver', 'ClauseSettled', 'ContractSettled', 'ContractBreached', 'ContractTerminated', 'ContractArchived',
] as const satisfies readonly ContractEvent['type'][];

/** All contracts a tenant issues or answers for. */
export const contractBoardProjection: Projection<ContractBoardRow, ContractEvent> = {
  name: 'contract_board',
  version: 3,
  handles,
  keys,
  evolve: (row, event, key) => {
    if (event.type === 'ContractDrafted') return drafted(event, key);
    return row && { ...afterEvent(row, event), revision: event.revision };
  },
};

/** Each contract with its content, versions and signatures: the contract's own state, for its readers. */
export const contractDocumentProjection: Projection<ContractDocumentRow, ContractEvent> = {
  name: 'contract_document',
  version: 2,
  handles,
  keys,
  evolve: (row, event, key) => {
    const contract = contractDecider.evolve(row ?? contractDecider.initialState, event);
    return contract.status === 'none' ? undefined : { ...contract, ...key, revision: event.revision };
  },
};

/** `missing` where nothing is signed yet. */
export type Verdict = 'valid' | 'invalid' | 'missing';

/** One signature, and the seal beside it. */
export type SignatureVerdict = { readonly side: Side; readonly postId: string; readonly signature: Verdict; readonly seal: Verdict };

/** Of a version as shown: `signature` and `countersignature` are valid where every post of that side has validly signed. */
export type VersionVerification = {
  readonly version: number;
  readonly content: Verdict;
  readonly signature: Verdict;
  readonly countersignature: Verdict;
  readonly given: readonly SignatureVerdict[];
};

/** Found anew on every read. */
export type ContractVerification = VersionVerification & {
  readonly proposed: VersionVerification | null;
  readonly earlier: readonly VersionVerification[];
  /** In the order of the handovers. */
  readonly handovers: readonly Verdict[];
};

/** Who answers for a post, and who holds it today; the handover between them is missing where they differ. */
export type Responsibility = {
  readonly side: Side;
  readonly postId: string;
  readonly answeringId: string;
  /** Null where the register shows nobody in the post today. */
  readonly holderId: string | null;
  readonly isHandoverMissing: boolean;
};

export type ContractDocument = ContractDocumentRow & {
  readonly verification: ContractVerification;
  /** Empty before the contract is in force. */
  readonly responsibilities: readonly Responsibility[];
  /** Where its tasks no longer are what its terms say; empty once it has ended. */
  readonly changes: readonly TermChange[];
  /** What falls to each officer who answered for the responsible unit. */
  readonly tenures: readonly TenureFigure[];
};

/** A contract in a list, and how many of its terms an amendment would change. */
export type ContractListed = ContractBoardRow & { readonly changedTerms: number };
