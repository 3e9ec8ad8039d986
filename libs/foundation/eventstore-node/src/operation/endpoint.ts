import type { EventStoreNodeOptions } from '../options.js';
import { readiness, type Stage } from './health.js';
import { startHttp, type HttpEndpoint } from './http.js';
import { nodeMetrics, type Sources } from './metrics.js';

/** Opens the node's HTTP endpoint: health and metrics. Throws an EventStoreNodeError when it cannot listen. */
export function nodeEndpoint(
  { port, host = '127.0.0.1' }: NonNullable<EventStoreNodeOptions['http']>, sources: Sources, stage: () => Stage,
): Promise<HttpEndpoint> {
  const metrics = nodeMetrics(sources);
  return startHttp({ host, port }, {
    'GET /health/live': () => ({ status: 200, body: { status: 'live' } }),
    'GET /health/ready': () => readiness(sources.figures, stage()),
    'GET /metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.metrics() }),
  });
}
