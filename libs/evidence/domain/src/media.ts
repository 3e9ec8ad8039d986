import type { EvidenceFormat } from './evidence.events.js';
import type { EvidenceKind } from './foreign-events.js';

/** What may be filed: each media type with the ending its files get. */
export const mediaTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'text/csv': 'csv',
  'text/plain': 'txt',
} as const;
export type MediaType = keyof typeof mediaTypes;

export const isMediaType = (text: string): text is MediaType => Object.hasOwn(mediaTypes, text);
export const isImage = (mediaType: string): boolean => mediaType.startsWith('image/');
/** Without a signature of its own: told from binary data only by being readable. */
export const isText = (mediaType: string): boolean => mediaType.startsWith('text/');

export const evidenceFormats = ['issued-document', 'explanatory-report', 'photo', 'statistics-table'] as const satisfies readonly EvidenceFormat[];

const accepted: Readonly<Record<EvidenceKind, readonly EvidenceFormat[]>> = {
  document: ['issued-document', 'explanatory-report'],
  field: ['photo'],
  survey: ['explanatory-report', 'statistics-table'],
  statistics: ['statistics-table'],
};

/** The forms of document that prove an indicator checked in this way. */
export const formatsAcceptedFor = (kind: EvidenceKind): readonly EvidenceFormat[] => accepted[kind];

/** Forms of document as the bits of one number, so that an index can compare them. */
export const formBits = (formats: readonly EvidenceFormat[]): number =>
  evidenceFormats.reduce((bits, format, place) => (formats.includes(format) ? bits | (1 << place) : bits), 0);

const LONGEST_NAME = 100;
/** Control and formatting characters, among them those that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
/** What some file system or shell reads into a name. */
const meaningful = /[<>:"|?*`$]/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that is safe to store, show and save under: the last part of a path, without control and direction
 * characters, with the one ending that the content has, at most 100 characters and the ending.
 */
export const safeFileName = (name: string, mediaType: MediaType): string => {
  const last = name.replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const stem = last.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(meaningful, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, LONGEST_NAME).join('');
  return `${short === '' || reserved.test(short) ? 'evidence' : short}.${mediaTypes[mediaType]}`;
};
