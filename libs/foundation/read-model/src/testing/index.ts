export type TestPostgres = {
  /** The owner's address. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** An embedded PostgreSQL of a test's own, in a temporary folder. */
export const startTestPostgres = async (): Promise<TestPostgres> => {
  throw new Error('not built yet');
};
