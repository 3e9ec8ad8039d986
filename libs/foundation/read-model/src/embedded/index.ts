export type EmbeddedPostgresOptions = {
  /** Where data, log and password are kept. */
  readonly dir: string;
  /** A free one where none is named. */
  readonly port?: number;
};

export type EmbeddedPostgres = {
  /** The owner's address, password included. */
  readonly url: string;
  readonly port: number;
  /** Disconnects everybody, writes everything out, ends the server. */
  stop(): Promise<void>;
};

export const startEmbeddedPostgres = async (_options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  throw new Error('not built yet');
};
