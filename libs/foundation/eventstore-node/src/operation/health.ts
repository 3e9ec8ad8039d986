import { textOf } from '../errors.js';
import type { Figures } from './figures.js';
import type { Answer } from './http.js';

export type Stage = 'starting' | 'serving' | 'stopping';

/** Whether the node can be given work, and if not why. */
export function readiness({ lastFailure }: Figures, stage: Stage): Answer {
  if (stage !== 'serving') return notReady(`The node is ${stage}.`);
  if (lastFailure === undefined) return { status: 200, body: { status: 'ready' } };
  return notReady(`The last write was not stored: ${textOf(lastFailure)} Reads still work; a write that succeeds makes the node ready again.`);
}

function notReady(reason: string): Answer {
  return { status: 503, body: { status: 'not ready', reason } };
}
