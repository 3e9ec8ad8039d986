import { parseStreamName, readersOf, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { ContractContent, ContractDrafted, ContractEvent, ContractSigned } from './contract.events.js';
import type { ContractStatus } from './contract.js';

/** A contract in a list. */
export type ContractBoardRow = ViewRow & {
  readonly title: LocalisedText;
  readonly status: ContractStatus;
  readonly issuerUnitId: string;
  readonly issuerUnitName: LocalisedText;
  readonly issuerPostId: string;
  readonly responsibleTenantId: string;
  readonly responsibleUnitId: string;
  readonly responsibleUnitName: LocalisedText;
  readonly responsiblePostId: string;
  readonly splitId: string;
  /** How many tasks it covers. */
  readonly terms: number;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly fingerprint: string;
  readonly signedOn: string | null;
  readonly countersignedOn: string | null;
  readonly revision: number;
};

/** A contract whole. */
export type ContractDocumentRow = ViewRow & {
  readonly status: ContractStatus;
  readonly content: ContractContent;
  readonly fingerprint: string;
  readonly signature: ContractSigned['data'] | null;
  readonly countersignature: ContractSigned['data'] | null;
  readonly revision: number;
};

/** `missing` where nothing is signed yet. */
export type Verdict = 'valid' | 'invalid' | 'missing';

/** Of the content as shown, and of either signature over it; found anew on every read. */
export type ContractVerification = { readonly content: Verdict; readonly signature: Verdict; readonly countersignature: Verdict };

export type ContractDocument = ContractDocumentRow & { readonly verification: ContractVerification };

const keys = (event: RecordedEvent<ContractEvent>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};

const listed = ({ data: { content, fingerprint } }: ContractDrafted, key: RowKey): Omit<ContractBoardRow, 'revision'> => ({
  ...key,
  title: content.title,
  status: 'drafted',
  issuerUnitId: content.issuer.unitId,
  issuerUnitName: content.issuer.unitName,
  issuerPostId: content.issuer.postId,
  responsibleTenantId: content.responsible.tenantId,
  responsibleUnitId: content.responsible.unitId,
  responsibleUnitName: content.responsible.unitName,
  responsiblePostId: content.responsible.postId,
  splitId: content.splitId,
  terms: content.terms.length,
  periodFrom: content.period.from,
  periodUntil: content.period.until,
  fingerprint,
  signedOn: null,
  countersignedOn: null,
});

/** All contracts a tenant issues or answers for. */
export const contractBoardProjection: Projection<ContractBoardRow, ContractEvent> = {
  name: 'contract_board',
  version: 1,
  handles: ['ContractDrafted', 'ContractSigned', 'ContractCountersigned'],
  keys,
  evolve: (row, event, key) => {
    const { revision } = event;
    switch (event.type) {
      case 'ContractDrafted':
        return { ...listed(event, key), revision };
      case 'ContractSigned':
        return row && { ...row, status: 'signed', signedOn: event.data.signedOn, revision };
      case 'ContractCountersigned':
        return row && { ...row, status: 'in-force', countersignedOn: event.data.signedOn, revision };
    }
  },
};

/** Each contract with its content and signatures. */
export const contractDocumentProjection: Projection<ContractDocumentRow, ContractEvent> = {
  name: 'contract_document',
  version: 1,
  handles: ['ContractDrafted', 'ContractSigned', 'ContractCountersigned'],
  keys,
  evolve: (row, event, key) => {
    const { revision } = event;
    switch (event.type) {
      case 'ContractDrafted':
        return { ...key, status: 'drafted', ...event.data, signature: null, countersignature: null, revision };
      case 'ContractSigned':
        return row && { ...row, status: 'signed', signature: event.data, revision };
      case 'ContractCountersigned':
        return row && { ...row, status: 'in-force', countersignature: event.data, revision };
    }
  },
};
