import { hash, randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@zeren/event-store';
import { canonicalText, parsePublicId, type Caller, type StreamId } from '@zeren/kernel';
import { correlationIdOf, identifierIn, type EdgeRequest } from './edge-request.js';
import { notFound, ProblemError } from './problem.js';

const requestOf = (host: ExecutionContext): EdgeRequest => host.switchToHttp().getRequest<EdgeRequest>();

/** The caller the guard found in the token. Refuses with 401 on a route that is public. */
export const callerOf = (request: EdgeRequest): Caller => {
  if (!request.caller) throw new ProblemError(401, 'token-missing');
  return request.caller;
};

/** The revision an `If-Match` header names, or undefined where there is none. */
export const expectedRevisionOf = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const match = /^"(\d{1,15})"$/.exec(header.trim());
  if (!match) throw new ProblemError(400, 'malformed-if-match', { field: 'If-Match' });
  return Number(match[1]);
};

const idempotencyOf = (request: EdgeRequest): CommandContext['idempotency'] => {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const key = identifierIn(header);
  if (key === undefined) throw new ProblemError(400, 'malformed-idempotency-key', { field: 'Idempotency-Key' });
  const content = `${request.method} ${request.url}\n${canonicalText(request.body ?? null)}`;
  return { key, bodyHash: hash('sha256', content, 'hex') };
};

/**
 * What a request says about its command: caller, ids, `If-Match`, `Idempotency-Key`. The hash that guards a
 * key covers method, path and canonical body, so that one key never answers for another intent.
 */
export const commandContextOf = (request: EdgeRequest): CommandContext => {
  const commandId = randomUUID();
  const expectedRevision = expectedRevisionOf(request.headers['if-match']);
  const idempotency = idempotencyOf(request);
  return {
    caller: callerOf(request),
    commandId,
    correlationId: correlationIdOf(request),
    causationId: commandId,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
};

/** Parameter of a controller method: the {@link CommandContext} of this request. */
export const Context = createParamDecorator((_: unknown, host: ExecutionContext) => commandContextOf(requestOf(host)));

/** Parameter of a controller method: the {@link Caller} of this request. */
export const CallerOf = createParamDecorator((_: unknown, host: ExecutionContext) => callerOf(requestOf(host)));

/** The position of `?after=`, up to which a read wants its view to have come. */
export const positionAfter = (query: unknown): bigint | undefined => {
  const after = (query as { after?: unknown } | undefined)?.after;
  if (after === undefined) return undefined;
  if (typeof after !== 'string' || !/^\d{1,19}$/.test(after)) {
    throw new ProblemError(400, 'malformed-position', { field: 'after' });
  }
  return BigInt(after);
};

/** Parameter of a controller method: `?after=<position>` as bigint, or undefined. */
export const After = createParamDecorator((_: unknown, host: ExecutionContext) => positionAfter(requestOf(host).query));

/** The stream a public id (`511900_abc`) names in a category; 404 where it is not an id at all. */
export const streamIdOf = (category: string, id: string): StreamId => {
  const parts = parsePublicId(id) ?? notFound();
  return { category, ...parts };
};
