import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Secrets = {
  /** Encrypts the private keys of signatures: 32 bytes, base64. */
  readonly signingKey: string;
  /** Encrypts the keys of requesters: 32 bytes, base64. */
  readonly personalKey: string;
  readonly cookieKey: string;
  /** With which programs act as a demonstration account. */
  readonly demoSecret: string;
  /** The issuer's private keys, a JWK set as JSON. */
  readonly jwks: string;
};

/** The demonstration's accounts are open to whoever reaches the machine, so its secret is no secret either. */
const DEMO_SECRET = 'zeren-demo';

/** Reads the secrets of this installation, and makes those it does not have yet, readable by their owner alone. */
export const secretsIn = async (data: string, demoSecret: string | undefined): Promise<Secrets> => {
  const folder = join(data, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [signingKey, personalKey, cookieKey, jwks] = await Promise.all([
    kept(join(folder, 'signing-key'), async () => randomBytes(32).toString('base64')),
    kept(join(folder, 'personal-key'), async () => randomBytes(32).toString('base64')),
    kept(join(folder, 'cookie-key'), async () => randomBytes(32).toString('base64url')),
    kept(join(folder, 'issuer-jwks.json'), newKeys),
  ]);
  const secret = demoSecret ?? DEMO_SECRET;
  await write(join(folder, 'demo-secret'), secret);
  return { signingKey, personalKey, cookieKey, jwks, demoSecret: secret };
};

const kept = async (path: string, make: () => Promise<string>): Promise<string> => {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const made = await make();
    await write(path, made);
    return made;
  }
};

/** Whole or not at all: a crash while writing must not leave half a key. */
const write = async (path: string, content: string): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, `${content}\n`, { mode: 0o600 });
  await rename(unfinished, path);
};

const newKeys = async (): Promise<string> => {
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  return JSON.stringify({ keys: [key] });
};
