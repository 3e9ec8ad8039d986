import type { Access } from '../access.js';
import type { Figures } from '../operation/figures.js';
import type { Store } from '../storage/store.js';

/** What every call of the node works with. */
export type CallContext = {
  store: Store;
  access: Access;
  /** What the calls count. */
  figures: Figures;
  /** The limit of one append, in bytes of data and metadata and twice each type's length. */
  maxAppendBytes: number;
  /** Aborted when the node stops: long calls then end. */
  stopping: AbortSignal;
};
