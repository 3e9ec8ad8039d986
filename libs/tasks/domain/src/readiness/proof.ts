import { parseStreamName, readersOf, type Event, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { DocumentFormat } from '../standard/standard.events.js';

type ProofCredit = { readonly campaignId: string; readonly indicatorCode: string; readonly taskId: string | null };

/** Of the evidence context, as data: a unit's piece counts for indicators. */
export type ProofGiven = Event<'EvidenceFiled' | 'EvidenceCredited', { readonly unitId: string; readonly format: DocumentFormat; readonly credits: readonly ProofCredit[] }>;
/** Of the evidence context, as data: a piece counts no longer. */
export type ProofEnded = Event<'EvidenceWithdrawn' | 'EvidenceSuperseded', { readonly credits: readonly ProofCredit[] }>;

/** A piece of evidence that counts for an indicator now, as far as readiness has to know. */
export type ProofRow = ViewRow & ProofCredit & { readonly unitId: string; readonly format: DocumentFormat };

const proofId = (id: string, { campaignId, indicatorCode }: ProofCredit): string => `${id}~${campaignId}~${indicatorCode}`;

const keys = (event: RecordedEvent<ProofGiven | ProofEnded>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).flatMap((readerTenantId) =>
    event.data.credits.map((credit) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: proofId(stream.id, credit) })));
};

/** What is proved by evidence in force. */
export const readinessProof: Projection<ProofRow, ProofGiven | ProofEnded> = {
  name: 'readiness_proof',
  version: 1,
  handles: ['EvidenceFiled', 'EvidenceCredited', 'EvidenceWithdrawn', 'EvidenceSuperseded'],
  keys,
  evolve: (_row, event, key) => {
    switch (event.type) {
      case 'EvidenceWithdrawn':
      case 'EvidenceSuperseded':
        return undefined;
      case 'EvidenceFiled':
      case 'EvidenceCredited': {
        const [id = ''] = key.id.split('~', 1);
        const credit = event.data.credits.find((one) => proofId(id, one) === key.id);
        const { unitId, format } = event.data;
        return credit && { ...key, ...credit, unitId, format };
      }
    }
  },
};
