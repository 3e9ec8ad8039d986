import { status } from '@grpc/grpc-js';
import { textOf } from '../errors.js';
import type { CallWatch } from '../packed-call.js';
import type { Commit } from '../storage/writer.js';
import type { Figures } from './figures.js';
import type { NodeLog } from './log.js';

/** A commit that takes longer than this is told, in milliseconds. */
const slowCommit = 1_000;

/** Counts each commit, and tells of those that fail or are slow. */
export function commitWatch(figures: Figures, log: NodeLog): (commit: Commit) => void {
  return (commit) => {
    figures.committed(commit);
    const { events, bytes, failure } = commit;
    const milliseconds = Math.round(commit.milliseconds);
    if (failure !== undefined) log.error({ events, bytes, milliseconds, reason: textOf(failure) }, 'A write failed; nothing of it is stored');
    else if (milliseconds > slowCommit) log.warn({ events, bytes, milliseconds }, 'A commit was slow');
  };
}

/** Counts open calls, and tells of those that fail by the node's own fault. */
export function callWatch(figures: Figures, log: NodeLog): CallWatch {
  return {
    begun: () => { figures.openCalls++; },
    ended: (call, code, reason) => {
      figures.openCalls--;
      if (code !== status.DATA_LOSS && code !== status.INTERNAL) return;
      log.error({ call }, code === status.DATA_LOSS ? 'A call met damaged data; verify names the place' : 'A call failed within the node');
      log.debug({ call, reason }, 'Why the call failed');
    },
  };
}
