import type { Row } from './row.js';
import type { Stage } from './stage.js';

/** What every section measures with. */
export type Bench = {
  /** The repository. */
  readonly root: string;
  /** The owner's address of the PostgreSQL that candidates and references share. */
  readonly postgres: string;
  /** Fewer events and shorter slices. */
  readonly quick: boolean;
  readonly cold: boolean;
  /** Turns of an alternation, and seconds of each of its slices. */
  readonly turns: number;
  readonly sliceSeconds: number;
};

export type Section = (bench: Bench, stage: Stage) => Promise<Row[]>;
