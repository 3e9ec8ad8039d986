import { evidenceDecider, evidenceRefusals, mediaTypes, type Evidence, type EvidenceRow, type MediaType } from '@zeren/evidence-domain';
import type { Caller, Language } from '@zeren/kernel';
import { refusalOf } from '../../design/refusal.js';

/** The state of the evidence behind a row, as far as a decision about it looks. */
export const stateOf = (row: EvidenceRow): Evidence => {
  const { unitId, title, format, hash, size, mediaType, fileName: name, credits, reusedFrom, reason, supersededBy } = row;
  const capture = { at: row.capturedAt, place: null, placeName: row.placeName, from: row.capturedFrom };
  const filed = { content: { unitId, title, format, file: { hash, size, mediaType, name }, capture, credits, reusedFrom }, credits };
  if (row.status === 'withdrawn') return { status: 'withdrawn', reason: reason ?? '', ...filed };
  if (row.status === 'superseded') return { status: 'superseded', reason: reason ?? '', byEvidenceId: supersededBy ?? '', ...filed };
  return { status: 'filed', ...filed };
};

/** Why this caller can do nothing with it; undefined where nothing stands against it. */
export const obstacleTo = (row: EvidenceRow, caller: Caller, language: Language): string | undefined =>
  refusalOf(() => {
    const specimen = { type: 'WithdrawEvidence' as const, data: { reason: `${row.reason ?? ''}?` } };
    return evidenceDecider.decide(specimen, stateOf(row), caller);
  }, evidenceRefusals, language)?.sentence;

const byEnding = new Map<string, MediaType>([
  ...(Object.entries(mediaTypes) as [MediaType, string][]).map(([type, ending]): [string, MediaType] => [ending, type]), ['jpeg', 'image/jpeg'],
]);

/** What a file is declared to be: by its ending, since browsers call a CSV whatever program opens it here. */
export const declaredTypeOf = ({ name, type }: { readonly name: string; readonly type: string }): string =>
  byEnding.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? (type || 'application/octet-stream');

/** Bytes as people say them. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1_024) return `${bytes} B`;
  const kibibytes = bytes / 1_024;
  return kibibytes < 1_024 ? `${kibibytes.toFixed(0)} KB` : `${(kibibytes / 1_024).toFixed(1)} MB`;
};

/** Divisions act through their creation office: `511902-creation-office` files for `511902`. */
export const usualUnitOf = (unitId: string): string => unitId.replace(/^(\d+)-creation-office$/, '$1');
