import { ownerOnly, type Caller, type Command, type Decider } from '@zeren/kernel';
import { sameIndicator, type CreditFacts } from './credits.js';
import type { DossierEvent, DossierPlace, EvidenceAdmitted } from './dossier.events.js';
import { refuse } from './refusals.js';

/** Give a piece its places: all that are asked for, and of what else it proves as many as there is room for. */
export type AdmitEvidence = Command<'AdmitEvidence', {
  readonly evidenceId: string;
  readonly unitId: string;
  readonly asked: readonly DossierPlace[];
  readonly served: readonly DossierPlace[];
  /** What is known to be on file, also from before the dossier was kept. */
  readonly facts: Pick<CreditFacts, 'onFile' | 'limit'>;
}>;
/** Take the places of pieces that count no longer; whoever asks has looked. */
export type ReleaseEvidence = Command<'ReleaseEvidence', { readonly evidenceIds: readonly string[] }>;
export type DossierCommand = AdmitEvidence | ReleaseEvidence;

export type Admitted = Pick<EvidenceAdmitted['data'], 'evidenceId' | 'at'>;
/** By place: the pieces that have one there. */
export type Dossier = Readonly<Record<string, readonly Admitted[]>>;

const keyOf = ({ campaignId, indicatorCode }: DossierPlace): string => `${campaignId}~${indicatorCode}`;

/** The pieces that have a place there. */
export const admittedTo = (dossier: Dossier, place: DossierPlace): readonly Admitted[] => dossier[keyOf(place)] ?? [];

const holds = (dossier: Dossier, place: DossierPlace, evidenceId: string): boolean =>
  admittedTo(dossier, place).some((admitted) => admitted.evidenceId === evidenceId);

/** The places a piece has among these. */
export const placesOf = <Place extends DossierPlace>(dossier: Dossier, evidenceId: string, places: readonly Place[]): Place[] =>
  places.filter((place) => holds(dossier, place, evidenceId));

const taken = (dossier: Dossier, place: DossierPlace, { onFile }: Pick<CreditFacts, 'onFile'>): number =>
  Math.max(admittedTo(dossier, place).length, onFile.find((known) => sameIndicator(known, place))?.count ?? 0);

const admit = ({ evidenceId, unitId, asked, served, facts }: AdmitEvidence['data'], dossier: Dossier, { now }: Caller): readonly DossierEvent[] => {
  const wanted = asked.filter((place) => !holds(dossier, place, evidenceId));
  for (const place of wanted) {
    const count = taken(dossier, place, facts);
    const field = `credits[${asked.indexOf(place)}]`;
    if (count >= facts.limit) refuse('evidence-too-many', field, { unit: unitId, indicator: place.indicatorCode, count, limit: facts.limit });
  }
  const offered = served.filter((place) => !holds(dossier, place, evidenceId) && taken(dossier, place, facts) < facts.limit);
  const places = [...wanted, ...offered].map(({ campaignId, indicatorCode }) => ({ campaignId, indicatorCode }));
  return places.length === 0 ? [] : [{ type: 'EvidenceAdmitted', data: { evidenceId, at: now, places } }];
};

const release = ({ evidenceIds }: ReleaseEvidence['data'], dossier: Dossier): readonly DossierEvent[] => {
  const held = new Set(Object.values(dossier).flatMap((pieces) => pieces.map(({ evidenceId }) => evidenceId)));
  const leaving = evidenceIds.filter((evidenceId) => held.has(evidenceId));
  return leaving.length === 0 ? [] : [{ type: 'EvidenceReleased', data: { evidenceIds: leaving } }];
};

const evolve = (dossier: Dossier, event: DossierEvent): Dossier => {
  switch (event.type) {
    case 'EvidenceAdmitted': {
      const { evidenceId, at, places } = event.data;
      return { ...dossier, ...Object.fromEntries(places.map((place) => [keyOf(place), [...admittedTo(dossier, place), { evidenceId, at }]])) };
    }
    case 'EvidenceReleased': {
      const leaving = new Set(event.data.evidenceIds);
      return Object.fromEntries(Object.entries(dossier).map(([key, pieces]) => [key, pieces.filter(({ evidenceId }) => !leaving.has(evidenceId))]));
    }
  }
};

/** A unit's dossier: what it has on file for each indicator, so that two who file at once cannot both take the last place. */
export const dossierDecider: Decider<Dossier, DossierCommand, DossierEvent> = {
  category: 'dossier',
  initialState: {},
  decide: (command, dossier, caller) => {
    switch (command.type) {
      case 'AdmitEvidence': return admit(command.data, dossier, caller);
      case 'ReleaseEvidence': return release(command.data, dossier);
    }
  },
  evolve,
  sharedWith: ownerOnly,
};
