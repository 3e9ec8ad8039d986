import { readFileSync } from 'node:fs';

/** One system call of a trace. Begin and end are places in the trace: a call that another thread's interrupted has two. */
export type SystemCall = { name: string; text: string; begin: number; end: number };

/** The words that run a program under `strace`, whose lines go to `file`. The program keeps its process id. */
export function tracing(file: string): readonly [string, ...string[]] {
  const calls = 'trace=openat,read,write,writev,pwrite64,pwritev,pwritev2,fdatasync,fsync';
  // Texts whole and in hexadecimal, files by their path.
  return ['strace', '-D', '-f', '-y', '-qq', '-xx', '-s', '1000000', '-e', calls, '-e', 'signal=none', '-o', file];
}

/** Reads a trace. A call's text has everything that strace tells of it, result included. */
export function systemCalls(file: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const interrupted = new Map<string, SystemCall>();
  for (const [place, line] of readFileSync(file, 'latin1').split('\n').entries()) {
    const [, thread = '', resumed, called, rest = ''] = /^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$/s.exec(line) ?? [];
    const text = rest.replace(/\\x([0-9a-f]{2})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 16)));
    const open = resumed === undefined ? undefined : interrupted.get(thread);
    if (open) {
      open.text += text;
      open.end = place;
      interrupted.delete(thread);
    } else if (called !== undefined) {
      const call = { name: called, text, begin: place, end: Number.POSITIVE_INFINITY };
      calls.push(call);
      if (rest.endsWith('<unfinished ...>')) interrupted.set(thread, call);
      else call.end = place;
    }
  }
  return calls;
}
