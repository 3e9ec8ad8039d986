import { Metadata, status } from '@grpc/grpc-js';
import type { IncomingMessage } from 'node:http';
import type { Access } from '../access.js';
import type { EventStoreNodeOptions } from '../options.js';
import { Refusal } from '../streams/refusal.js';
import { readiness, type Stage } from './health.js';
import { startHttp, type Answer, type HttpEndpoint } from './http.js';
import { isLoopback } from './loopback.js';
import { nodeMetrics, type Sources } from './metrics.js';
import type { Scavenging } from './scavenging.js';

/** What the endpoint shows and sets going. */
export type Operated = {
  sources: Sources;
  stage(): Stage;
  scavenging: Scavenging;
  access: Access;
  /** Whether there are accounts. */
  accounts: boolean;
};

/** Opens the node's HTTP endpoint. Throws an EventStoreNodeError when it cannot listen. */
export function nodeEndpoint(
  { port, host = '127.0.0.1' }: NonNullable<EventStoreNodeOptions['http']>, operated: Operated,
): Promise<HttpEndpoint> {
  const metrics = nodeMetrics(operated.sources);
  return startHttp({ host, port }, {
    'GET /health/live': () => ({ status: 200, body: { status: 'live' } }),
    'GET /health/ready': () => readiness(operated.sources.figures, operated.stage()),
    'GET /metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.metrics() }),
    'POST /scavenge': async (request) => refused(request, operated) ?? { status: 200, body: await operated.scavenging.run() },
  });
}

/** Why the caller may not operate the node: with accounts that is for administrators, without for this machine. */
function refused({ headers, socket }: IncomingMessage, { access, accounts }: Operated): Answer | undefined {
  if (!accounts) return isLoopback(socket.remoteAddress) ? undefined : { status: 403, body: { error: 'Without accounts only this machine may do that.' } };
  if (headers.authorization === undefined) return { status: 401, body: { error: 'Say who you are, by basic authentication.' } };
  const credentials = new Metadata();
  credentials.set('authorization', headers.authorization);
  try {
    access.requireAdministrator(access.authenticate(credentials));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.code === status.UNAUTHENTICATED ? 401 : 403, body: { error: error.details } };
  }
}
