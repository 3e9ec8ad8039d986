import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { answerText } from './answer-text.js';
import type { EdgeRequest } from './edge-request.js';
import { identifierIn } from './edge-request.js';
import type { Metrics } from './metrics.js';
import { answerOutcome } from './outcome.js';
import { ProblemError } from './problem.js';

/** Bytes a body may have where its route says nothing else. */
export const DEFAULT_BODY_LIMIT = 1024 * 1024;

/** The id of a request: the client's `X-Request-Id` where it is a plain identifier, or a new one. */
export const requestIdOf = (request: { headers: Record<string, string | string[] | undefined> }): string =>
  identifierIn(request.headers['x-request-id']) ?? randomUUID();

const withoutPrototype = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw new ProblemError(400, 'malformed-json');
  return value;
};

/** A JSON body as a value; undefined where it is empty. */
export const parseJson = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return text.includes('__proto__') ? JSON.parse(text, withoutPrototype) : JSON.parse(text);
  } catch {
    throw new ProblemError(400, 'malformed-json');
  }
};

/**
 * What every answer carries unless its route says otherwise: data is neither framed nor taken for a page. Whoever puts
 * TLS before the service also says for how long it holds.
 */
const protection: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};

/** What is still taken in of a body that is refused for its size: bytes, and milliseconds. */
const TAKEN_IN = { bytes: 64 * 1024 * 1024, within: 5_000 };

/**
 * Takes in and throws away what the client is still sending, within limits: one that is cut off while it sends never
 * sees why.
 */
const takenIn = (body: IncomingMessage): Promise<void> => {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const patience = setTimeout(resolve, TAKEN_IN.within);
    const end = (): void => {
      clearTimeout(patience);
      resolve();
    };
    body.once('end', end).once('close', end);
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > TAKEN_IN.bytes) end();
    });
  });
};

/** What happens to every request, whatever its controller: limits, JSON, outcomes, ids, one log line, one measurement. */
export const installEdge = async (fastify: FastifyInstance, logger: Logger, metrics: Metrics): Promise<void> => {
  await fastify.register(helmet, protection);
  fastify.decorateRequest('caller', undefined);
  fastify.addHook('onRoute', (route) => {
    const limit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, parseJson(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    const { formBody } = request.routeOptions.config as { formBody?: boolean };
    if (formBody) done(null, Object.fromEntries(new URLSearchParams(body as string)));
    else done(new ProblemError(415, 'unsupported-media-type'));
  });
  fastify.addContentTypeParser('application/octet-stream', (request, _, done) => {
    const { streamedBody } = request.routeOptions.config as { streamedBody?: boolean };
    done(streamedBody ? null : new ProblemError(415, 'unsupported-media-type'));
  });
  fastify.setReplySerializer(answerText);
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    done(null, answerOutcome(request as EdgeRequest, reply, payload));
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.header('X-Request-Id', request.id);
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    if (reply.statusCode === 413) void takenIn(request.raw).then(() => done(null, payload));
    else done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { caller } = request as EdgeRequest;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    logger.info({
      requestId: request.id,
      tenant: caller?.tenantId,
      actor: caller?.actorId,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
};
