import type { Caller } from '@zeren/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request as the edge hands it on: with its caller, where the route wants one. */
export type EdgeRequest = FastifyRequest & { caller?: Caller };

export type EdgeReply = FastifyReply;

const saneId = /^[\w.:-]{1,128}$/;

/** The header's text where it is a plain identifier; anything else is ignored, never echoed. */
export const identifierIn = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && saneId.test(header) ? header : undefined;

/** The id under which a chain of requests belongs together: the client's, or this request's own. */
export const correlationIdOf = (request: EdgeRequest): string =>
  identifierIn(request.headers['x-correlation-id']) ?? request.id;

/** The trace id of the W3C `traceparent` header, or the request's id. */
export const traceIdOf = (request: EdgeRequest): string => {
  const parent = request.headers['traceparent'];
  const match = typeof parent === 'string' ? /^[\da-f]{2}-([\da-f]{32})-/.exec(parent) : null;
  return match?.[1] ?? request.id;
};
