import type { RegisterEvent } from './organisation.events.js';

/** A register in figures: what a replay of its history shows beside each event, where the whole register would be too much. */
export type RegisterFigures = {
  readonly tenantId: string | null;
  /** Units in force, as far as known. */
  readonly units: number;
  readonly posts: number;
  /** Posts that have a holder. */
  readonly heldPosts: number;
  /** Changes of units so far: other names, kinds or parents. */
  readonly reorganisations: number;
};

const evolve = (figures: RegisterFigures, event: RegisterEvent): RegisterFigures => {
  switch (event.type) {
    case 'RegisterOpened':
      return { ...figures, tenantId: event.data.tenantId };
    case 'UnitsRegistered':
      return { ...figures, units: figures.units + event.data.units.length };
    case 'UnitChanged':
      return { ...figures, reorganisations: figures.reorganisations + 1 };
    case 'UnitDissolved':
      return { ...figures, units: figures.units - 1 };
    case 'RegisterDisclosed':
    case 'PopulationsRecorded':
    case 'RegisterImportBegun':
    case 'RegisterImported':
      return figures;
    case 'PostsCreated':
      return { ...figures, posts: figures.posts + event.data.posts.length };
    case 'PostFilled':
      return { ...figures, heldPosts: figures.heldPosts + 1 };
    case 'PostVacated':
      return { ...figures, heldPosts: figures.heldPosts - 1 };
  }
};

/** Stands in for the register's decider where a history is replayed. */
export const registerFigures = {
  category: 'organisation',
  initialState: { tenantId: null, units: 0, posts: 0, heldPosts: 0, reorganisations: 0 } as RegisterFigures,
  evolve,
};
