import { parseStreamName, publicId, readersOf, type Decimal, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { Credit, EvidenceEvent, EvidenceFiled, EvidenceFormat } from './evidence.events.js';
import { dutyOf } from './credits.js';
import type { EvidenceStatus } from './evidence.js';
import { evidenceFormats, formBits } from './media.js';

/** A piece of evidence as its unit and the campaign's owner see it. */
export type EvidenceRow = ViewRow & {
  readonly unitId: string;
  readonly title: string;
  readonly format: EvidenceFormat;
  readonly status: EvidenceStatus;
  /** SHA-256 of the stored bytes, hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly capturedAt: string | null;
  readonly latitude: Decimal | null;
  readonly longitude: Decimal | null;
  readonly placeName: string | null;
  readonly capturedFrom: 'file' | 'statement' | null;
  /** What it counts for, or counted for while it was in force. */
  readonly credits: readonly Credit[];
  readonly reusedFrom: string | null;
  readonly filedAt: string;
  readonly filedBy: string;
  /** Why it was withdrawn or superseded. */
  readonly reason: string | null;
  readonly supersededBy: string | null;
  readonly revision: number;
};

/** One indicator of one campaign that a piece of evidence counts for; gone when the credit ends. */
export type EvidenceCreditRow = ViewRow & {
  /** Public id. */
  readonly evidenceId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly taskId: string | null;
  readonly unitId: string;
  readonly format: EvidenceFormat;
  /** `<campaign>~<indicator>~<unit>` */
  readonly duty: string;
  /** The forms it stands for, as bits: its own; every form where the standard's own list was met. */
  readonly proves: number;
};

const handles: readonly EvidenceEvent['type'][] = ['EvidenceFiled', 'EvidenceCredited', 'EvidenceWithdrawn', 'EvidenceSuperseded'];

const keysOf = (event: RecordedEvent<EvidenceEvent>, idsWithin: (id: string) => readonly string[]): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).flatMap((readerTenantId) =>
    idsWithin(stream.id).map((id) => ({ readerTenantId, ownerTenantId: stream.tenantId, id })));
};

const listed = ({ data, metadata, revision }: RecordedEvent<EvidenceFiled>, key: RowKey): EvidenceRow => {
  const { unitId, title, format, file, capture, credits, reusedFrom } = data;
  return {
    ...key, unitId, title, format, status: 'filed', hash: file.hash, size: file.size, mediaType: file.mediaType, fileName: file.name,
    capturedAt: capture.at, latitude: capture.place?.latitude ?? null, longitude: capture.place?.longitude ?? null,
    placeName: capture.placeName, capturedFrom: capture.from, credits, reusedFrom,
    filedAt: metadata.occurredAt, filedBy: metadata.actorId, reason: null, supersededBy: null, revision,
  };
};

/** All evidence a tenant filed or has in its campaigns. */
export const evidenceBoardProjection: Projection<EvidenceRow, EvidenceEvent> = {
  name: 'evidence_board',
  version: 1,
  handles,
  keys: (event) => keysOf(event, (id) => [id]),
  evolve: (row, event, key) => {
    const { revision } = event;
    switch (event.type) {
      case 'EvidenceFiled': return listed(event, key);
      case 'EvidenceCredited': return row && { ...row, credits: [...row.credits, ...event.data.credits], revision };
      case 'EvidenceWithdrawn': return row && { ...row, status: 'withdrawn', reason: event.data.reason, revision };
      case 'EvidenceSuperseded': {
        const { reason, byEvidenceId } = event.data;
        return row && { ...row, status: 'superseded', reason, supersededBy: byEvidenceId, revision };
      }
    }
  },
};

/** `<evidence>~<campaign>~<indicator>` */
const creditId = (id: string, { campaignId, indicatorCode }: Credit): string => `${id}~${campaignId}~${indicatorCode}`;

const creditRow = (
  key: RowKey, evidenceId: string, { campaignId, indicatorCode, taskId, accepted }: Credit, of: Pick<EvidenceCreditRow, 'unitId' | 'format'>,
): EvidenceCreditRow => ({
  ...key, evidenceId, campaignId, indicatorCode, taskId, ...of,
  duty: dutyOf({ campaignId, indicatorCode, unitId: of.unitId }), proves: formBits(accepted ? evidenceFormats : [of.format]),
});

/** The credits in force. */
export const evidenceCreditProjection: Projection<EvidenceCreditRow, EvidenceEvent> = {
  name: 'evidence_credit',
  version: 2,
  handles,
  keys: (event) => keysOf(event, (id) => event.data.credits.map((credit) => creditId(id, credit))),
  evolve: (_row, event, key) => {
    switch (event.type) {
      case 'EvidenceWithdrawn':
      case 'EvidenceSuperseded':
        return undefined;
      case 'EvidenceFiled':
      case 'EvidenceCredited': {
        const [id = ''] = key.id.split('~', 1);
        const credit = event.data.credits.find((one) => creditId(id, one) === key.id);
        const { unitId, format } = event.data;
        return credit && creditRow(key, publicId(key.ownerTenantId, id), credit, { unitId, format });
      }
    }
  },
};
