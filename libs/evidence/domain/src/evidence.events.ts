import type { Decimal, Event } from '@zeren/kernel';

/** The forms of document a standard accepts: an issued document, an explanatory report, a photo, a statistics table. */
export type EvidenceFormat = 'issued-document' | 'explanatory-report' | 'photo' | 'statistics-table';

/** The stored bytes. Equal bytes are one file, however often they are filed. */
export type EvidenceFile = {
  /** SHA-256 of the bytes as they are stored, lower-case hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** As the content shows, not as the name says. */
  readonly mediaType: string;
  /** Without path, control characters and anything a file system reads into a name. */
  readonly name: string;
};

/** Degrees (WGS 84), north and east positive. */
export type Place = { readonly latitude: Decimal; readonly longitude: Decimal };

/** Where and when it was taken, as far as it matters. */
export type Capture = {
  /** UTC, ISO 8601. */
  readonly at: string | null;
  readonly place: Place | null;
  /** The place in words. */
  readonly placeName: string | null;
  /** Read out of the picture itself, or stated by who filed it; null where nothing is said. */
  readonly from: 'file' | 'statement' | null;
};

/** What a piece of evidence counts for: an indicator of a campaign, and the task it was filed under where it was one. */
export type Credit = {
  /** Public id of the campaign. */
  readonly campaignId: string;
  readonly indicatorCode: string;
  /** Public id of the task. */
  readonly taskId: string | null;
  /** The standard names the forms it accepts for the indicator, and this was one of them; absent where it names none. */
  readonly accepted?: true;
};

/** A unit filed a piece of evidence for one indicator or several. */
export type EvidenceFiled = Event<'EvidenceFiled', {
  /** Whose evidence it is. */
  readonly unitId: string;
  readonly title: string;
  readonly format: EvidenceFormat;
  readonly file: EvidenceFile;
  readonly capture: Capture;
  readonly credits: readonly Credit[];
  /** Public id of the evidence whose file is used again; null where the file was handed in. */
  readonly reusedFrom: string | null;
}>;

/** Evidence on file was credited to further indicators, without being asked for again. */
export type EvidenceCredited = Event<'EvidenceCredited', {
  readonly unitId: string;
  readonly format: EvidenceFormat;
  /** Only those that came new. */
  readonly credits: readonly Credit[];
}>;

/** The evidence counts no longer, for a stated reason; the file stays. */
export type EvidenceWithdrawn = Event<'EvidenceWithdrawn', {
  readonly reason: string;
  /** The credits that end. */
  readonly credits: readonly Credit[];
}>;

/** A better piece of evidence took its place; the file stays. */
export type EvidenceSuperseded = Event<'EvidenceSuperseded', {
  /** Public id of the better one. */
  readonly byEvidenceId: string;
  readonly reason: string;
  /** The credits that end here; the better one has each of them. */
  readonly credits: readonly Credit[];
}>;

export type EvidenceEvent = EvidenceFiled | EvidenceCredited | EvidenceWithdrawn | EvidenceSuperseded;
