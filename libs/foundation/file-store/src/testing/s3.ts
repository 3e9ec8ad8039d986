import S3rver from 's3rver';
import { newFolder } from './files.js';

/** A real S3-compatible server, and the environment that names it; stop it after the test. */
export type S3UnderTest = {
  /** Where it keeps what it is given. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

export const startS3 = async (): Promise<S3UnderTest> => {
  const directory = newFolder();
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'files' }] });
  const { port } = await server.run();
  return {
    directory,
    environment: { S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    stop: () => server.close(),
  };
};
