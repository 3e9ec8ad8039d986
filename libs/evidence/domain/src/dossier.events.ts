import type { Event } from '@zeren/kernel';

/** Whatever the evidence counts for there. */
export type DossierPlace = {
  /** Public id of the campaign. */
  readonly campaignId: string;
  readonly indicatorCode: string;
};

/** A piece of evidence was given its place in its unit's dossier, before it was filed or counted for more. */
export type EvidenceAdmitted = Event<'EvidenceAdmitted', {
  /** Public id. */
  readonly evidenceId: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** Where it has a place from now on; only those that came new. */
  readonly places: readonly DossierPlace[];
}>;

/** Pieces that are no longer in force, or were never filed, gave up their places. */
export type EvidenceReleased = Event<'EvidenceReleased', {
  /** Public ids. */
  readonly evidenceIds: readonly string[];
}>;

export type DossierEvent = EvidenceAdmitted | EvidenceReleased;
