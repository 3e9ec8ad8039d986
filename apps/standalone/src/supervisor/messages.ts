import type { Configuration } from '@zeren/http';

/** What the API and the projector are told once the engines run. */
export type StartMessage = {
  readonly type: 'start';
  readonly configuration: Configuration;
  /** Where the demonstration's clock is kept; absent in production. */
  readonly clockFile?: string;
  /** Only for the API. */
  readonly api?: ApiSettings;
};

export type ApiSettings = {
  readonly origin: string;
  /** The console's files. */
  readonly consoleFolder: string;
  /** The embedded issuer's; absent where another issuer is used. */
  readonly embeddedIssuer?: { readonly jwks: string; readonly cookieKey: string; readonly demoSecret: string };
};

/** What a child says: the database is prepared, it is ready, or why it cannot start. */
export type ChildMessage =
  | { readonly type: 'prepared' }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly name: string; readonly code?: string; readonly message: string };

/** Tells the supervisor; says nothing where the process was started by hand. */
export const tell = (message: ChildMessage): void => {
  process.send?.(message);
};

/**
 * Runs the child's work with the settings the supervisor sends, and tells why where that fails. Until the work has
 * started, and can stop in good order, the process leaves as soon as its supervisor has gone.
 */
export const onStart = (work: (message: StartMessage) => Promise<void>): void => {
  const leave = (): never => process.exit(0);
  process.once('disconnect', leave);
  process.once('message', (message: StartMessage) => {
    const started = work(message).then(() => process.off('disconnect', leave));
    started.catch((error: unknown) => {
      console.error(error);
      const { name, message: text } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      process.send?.({ type: 'failed', name, message: text, ...(code ? { code } : {}) } satisfies ChildMessage, undefined, undefined, () => process.exit(1));
    });
  });
};
