import { pino } from 'pino';
import { silentLog, type NodeLog } from '../operation/log.js';

export type LogForm = 'json' | 'text' | 'off';
export type LogLevel = 'info' | 'debug' | 'warn' | 'error';

/** A log on standard error that does not keep the node waiting; `flush` writes what is left before the process ends. */
export function stderrLog(form: LogForm, level: LogLevel): { log: NodeLog; flush(): void } {
  if (form === 'off') return { log: silentLog, flush: () => {} };
  const stderr = pino.destination({ dest: 2, sync: false });
  const options = { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) } };
  const log = pino(options, form === 'json' ? stderr : { write: (line: string) => { stderr.write(asText(line)); } });
  return { log, flush: () => { stderr.flushSync(); } };
}

/** A line of the log as people read it: time, level, message, facts. */
function asText(line: string): string {
  const { time, level, msg, pid: _pid, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const told = Object.entries(facts).map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${String(time)} ${String(level).padEnd(5)} ${String(msg)}${told.join('')}\n`;
}
