import type { EvidenceRow } from '@zeren/evidence-domain';
import { publicId, type LocalisedText } from '@zeren/kernel';
import type { FileState } from '@zeren/file-store';

/** One piece of evidence as the index of a pack lists it. */
export type PackEntry = {
  /** From 1, in the order of the pack. */
  readonly number: number;
  readonly evidenceId: string;
  /** Null where it goes with a record only. */
  readonly indicatorCode: string | null;
  readonly title: string;
  readonly format: EvidenceRow['format'];
  readonly unitId: string;
  readonly unitName: LocalisedText | null;
  readonly filedAt: string;
  readonly capturedAt: string | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly placeName: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** A file that is missing or changed is listed and not packed. */
  readonly state: FileState;
  /** Where it lies in the pack; null where it is not packed. */
  readonly path: string | null;
};

/** A row and the indicator of the campaign it is packed for; null where it goes with a record only. */
export type Packed = { readonly row: EvidenceRow; readonly indicatorCode: string | null };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Behind every code of an indicator. */
const LAST = '~';

/** By indicator, what goes with records last, then unit, then time of filing, then id: the same evidence is always in the same order. */
export const inPackOrder = (packed: readonly Packed[]): Packed[] =>
  [...packed].sort((a, b) =>
    compareText(a.indicatorCode ?? LAST, b.indicatorCode ?? LAST) || compareText(a.row.unitId, b.row.unitId)
    || compareText(a.row.filedAt, b.row.filedAt) || compareText(a.row.id, b.row.id));

/** `ENV-01/003_511902_<file name>`, or under `records` */
const pathOf = (number: number, { row, indicatorCode }: Packed): string =>
  `${indicatorCode ?? 'records'}/${String(number).padStart(3, '0')}_${row.unitId}_${row.fileName}`;

export const entryOf = (
  number: number, packed: Packed, { state, unitName }: { readonly state: FileState; readonly unitName: LocalisedText | null },
): PackEntry => {
  const { row, indicatorCode } = packed;
  return {
    number, evidenceId: publicId(row.ownerTenantId, row.id), indicatorCode, title: row.title, format: row.format, unitId: row.unitId, unitName,
    filedAt: row.filedAt, capturedAt: row.capturedAt, latitude: row.latitude, longitude: row.longitude, placeName: row.placeName,
    mediaType: row.mediaType, size: row.size, sha256: row.hash, state, path: state === 'sound' ? pathOf(number, packed) : null,
  };
};
