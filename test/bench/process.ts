import { readFileSync } from 'node:fs';
import type { Running } from './engines.js';
import { notMeasured, type Row } from './row.js';

/** Kilobytes a process holds for itself, file mappings not counted; undefined where the system does not tell. */
export const anonymousMemory = (pid: number): number | undefined => {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
};

/** Microseconds of processor time a process has used, in steps of ten milliseconds; undefined where the system does not tell. */
export const processorTime = (pid: number): number | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may contain spaces; the fields after it do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return undefined;
  }
};

/** What one process holds beside another, which goes with the same goal wherever it is asked. */
export const memoryRow = (shape: string, name: string, large: Running, small: Running): Row => {
  const [ours, theirs] = [anonymousMemory(large.pid), anonymousMemory(small.pid)];
  const goal = '≤ 1.2 ×';
  if (!ours || !theirs) return notMeasured(shape, goal, 'this system does not tell RssAnon');
  const megabytes = (kilobytes: number): string => `${(kilobytes / 1_024).toFixed(0)} MB`;
  const share = ours / theirs;
  return { shape, figure: megabytes(ours), reference: `${name}: ${megabytes(theirs)}`, ratio: { low: share, median: share, high: share }, goal, holds: share <= 1.2 };
};
