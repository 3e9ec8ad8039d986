import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Structured lines on standard output: no bodies, no tokens, no names. */
export const createLogger = (service: string, level: string): Logger =>
  pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });

/** Nest's own messages as structured lines; its start-up chatter only at level debug. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown) => logger.debug(String(message)),
  debug: (message: unknown) => logger.debug(String(message)),
  verbose: (message: unknown) => logger.trace(String(message)),
  warn: (message: unknown) => logger.warn(String(message)),
  error: (message: unknown, stack?: unknown) => logger.error({ stack }, String(message)),
  fatal: (message: unknown, stack?: unknown) => logger.fatal({ stack }, String(message)),
});
