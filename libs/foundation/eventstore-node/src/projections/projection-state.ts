import type { Log } from '../storage/log.js';

/** What of a projection outlives the process. It is stored in the commit of the links it speaks of. */
export type ProjectionState = {
  /** Whether the projection runs whenever the node does. */
  enabled: boolean;
  /** The position of the last event it has dealt with, -1 before the first. */
  position: number;
  /** How often it was reset. */
  epoch: number;
  /** Links before this position are from before the last reset. */
  epochStart: number;
  /** Events linked since its checkpoint stream was last told. */
  untold: number;
};

const initialState: ProjectionState = { enabled: false, position: -1, epoch: 0, epochStart: 0, untold: 0 };

/** The name under which a projection's state is kept. */
export function keptAs(projection: string): string {
  return `projection/${projection}`;
}

export function encodeState(state: ProjectionState): Buffer {
  return Buffer.from(JSON.stringify(state), 'utf8');
}

/** The state a projection was left in. Throws an EventStoreNodeError when it is damaged. */
export function readState(log: Log, projection: string): ProjectionState {
  const kept = log.kept(keptAs(projection));
  return kept ? JSON.parse(kept.toString('utf8')) as ProjectionState : initialState;
}
