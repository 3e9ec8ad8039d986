import { readFileSync } from 'node:fs';

/** Kilobytes a process holds for itself, file mappings not counted; undefined where the system does not tell. */
export const anonymousMemory = (pid: number): number | undefined => {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
};
