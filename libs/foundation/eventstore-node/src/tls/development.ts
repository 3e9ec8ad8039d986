import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { EventStoreNodeError, textOf } from '../errors.js';
import { silentLog, type NodeLog } from '../operation/log.js';
import type { Pair } from './made-certificate.js';

/** What ends within this time is made anew at the start, in milliseconds. */
const renewBefore = 30 * 24 * 60 * 60 * 1_000;

type Maker = typeof import('./made-certificate.js');
type Moment = { log?: NodeLog; now?: number };

/**
 * The certificate of a node for development, its key, and the file of the authority that signed it. They are made on
 * the first start and kept in `<dir>/tls`, for their owner alone. The certificate lasts a year and is made anew within
 * a month of its end; the authority, which clients were told to trust, lasts ten. Throws an EventStoreNodeError when
 * that folder cannot be used.
 */
export async function developmentCertificate(dir: string, { log = silentLog, now = Date.now() }: Moment = {}): Promise<Pair & { authority: string }> {
  const files = new CertificateFiles(resolve(dir, 'tls'), now);
  const made = async (name: string, make: (maker: Maker) => Promise<Pair>): Promise<Pair> => {
    // Loading what makes certificates takes a while, which a start with kept ones need not wait for.
    const pair = await make(await import('./made-certificate.js'));
    files.keep(name, pair);
    log.info({ file: files.certificate(name), until: new X509Certificate(pair.cert).validTo }, 'A development certificate was made');
    return pair;
  };
  const authority = files.kept('authority') ?? await made('authority', ({ madeAuthority }) => madeAuthority(now));
  const signer = new X509Certificate(authority.cert).publicKey;
  const node = files.kept('node', (kept) => kept.verify(signer) && kept.checkHost(hostname()) !== undefined)
    ?? await made('node', ({ madeCertificate }) => madeCertificate(authority, now));
  return { ...node, authority: files.certificate('authority') };
}

/** Certificates and keys in a folder that only their owner reads. */
class CertificateFiles {
  constructor(private readonly folder: string, private readonly now: number) {}

  /** What is kept under a name, if it is sound, not about to end, and suits. */
  kept(name: string, suits: (certificate: X509Certificate) => boolean = () => true): Pair | undefined {
    if (!existsSync(this.certificate(name)) || !existsSync(this.#key(name))) return undefined;
    try {
      const pair = { cert: readFileSync(this.certificate(name), 'utf8'), key: readFileSync(this.#key(name), 'utf8') };
      const certificate = new X509Certificate(pair.cert);
      const lasts = Date.parse(certificate.validTo) - this.now > renewBefore;
      return lasts && certificate.checkPrivateKey(createPrivateKey(pair.key)) && suits(certificate) ? pair : undefined;
    } catch (cause) {
      throw this.#unusable(cause);
    }
  }

  keep(name: string, { cert, key }: Pair): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      for (const [file, content] of [[this.#key(name), key], [this.certificate(name), cert]] as const) {
        writeFileSync(`${file}.new`, content, { mode: 0o600 });
        renameSync(`${file}.new`, file);
      }
    } catch (cause) {
      throw this.#unusable(cause);
    }
  }

  certificate(name: string): string {
    return join(this.folder, `${name}.pem`);
  }

  #key(name: string): string {
    return join(this.folder, `${name}-key.pem`);
  }

  #unusable(cause: unknown): EventStoreNodeError {
    return new EventStoreNodeError('cannot-listen', `The development certificate in ${this.folder} cannot be kept or used: ${textOf(cause)}.`, { cause });
  }
}
