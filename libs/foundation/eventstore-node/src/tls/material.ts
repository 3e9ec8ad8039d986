import { ServerCredentials } from '@grpc/grpc-js';
import { createSecureContext } from 'node:tls';
import { EventStoreNodeError, textOf } from '../errors.js';
import type { NodeLog } from '../operation/log.js';
import type { TlsOption } from '../options.js';
import { developmentCertificate } from './development.js';

/** What secures the connections, and the file of the authority clients must trust where the node made it. */
export type TlsMaterial = { secure: boolean; credentials: ServerCredentials; authority: string | undefined };

/** Prepares TLS as it is wanted. Throws an EventStoreNodeError when certificate or key cannot be used. */
export async function tlsMaterial(tls: TlsOption | undefined, dir: string, log: NodeLog): Promise<TlsMaterial> {
  if (tls === undefined) return { secure: false, credentials: ServerCredentials.createInsecure(), authority: undefined };
  if (tls !== 'development') return { secure: true, credentials: secureCredentials(tls), authority: undefined };
  const made = await developmentCertificate(dir, { log });
  return { secure: true, credentials: secureCredentials(made), authority: made.authority };
}

function secureCredentials({ cert, key }: { cert: string; key: string }): ServerCredentials {
  try {
    createSecureContext({ cert, key });
    return ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(cert), private_key: Buffer.from(key) }]);
  } catch (cause) {
    throw new EventStoreNodeError('cannot-listen', `The TLS certificate or its key cannot be used: ${textOf(cause)}.`, { cause });
  }
}
