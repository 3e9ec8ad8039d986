import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import {
  AppendTooLarge, IdempotencyKeyReused, RevisionConflict, RevisionMismatch, StoreUnavailable, StreamNotFound,
} from '@zeren/event-store';
import { DomainError, sentenceOf, type Language, type LocalisedText, type RefusalDetails, type Refusals } from '@zeren/kernel';
import { InvalidCursor, ViewNotReady } from '@zeren/read-model';
import type { Logger } from 'pino';
import { edgeRefusals, titles } from './edge-refusals.js';
import { traceIdOf, type EdgeReply, type EdgeRequest } from './edge-request.js';
import { languageOf } from './language.js';
import { ProblemError, type FieldProblem, type Problem } from './problem.js';

/** What is answered, before it is put into a language. */
type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly field?: string | undefined;
  readonly details?: RefusalDetails;
  readonly retryAfter?: number | undefined;
};

const codeOfStatus: Readonly<Record<number, keyof typeof edgeRefusals>> = {
  401: 'token-missing',
  403: 'role-not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** How PostgreSQL and its driver say that the database cannot be reached just now. */
const databaseUnavailable = /ECONNREFUSED|ECONNRESET|Connection terminated|the database system is|timeout exceeded when trying to connect/i;

const unavailable: Refusal = { status: 503, code: 'unavailable', retryAfter: 2 };

/** The status and code of anything thrown; undefined where it is a fault of ours. */
const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof ProblemError) return error;
  if (error instanceof DomainError) return { status: 409, code: error.code, field: error.field, details: error.details };
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return status < 500 || status === 503
      ? { status, code: codeOfStatus[status] ?? 'malformed-request', ...(status === 503 ? { retryAfter: 2 } : {}) }
      : undefined;
  }
  return storeRefusalOf(error);
};

const storeRefusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof StreamNotFound) return { status: 404, code: 'not-found' };
  if (error instanceof RevisionMismatch) {
    return { status: 412, code: 'revision-mismatch', details: { expected: error.expected, actual: error.actual } };
  }
  if (error instanceof RevisionConflict) return { status: 409, code: 'concurrent-change' };
  if (error instanceof IdempotencyKeyReused) return { status: 422, code: 'idempotency-key-reused', field: 'Idempotency-Key' };
  if (error instanceof ViewNotReady) return { status: 503, code: 'view-not-ready', retryAfter: 1 };
  if (error instanceof InvalidCursor) return { status: 400, code: 'malformed-cursor', field: 'cursor' };
  if (error instanceof AppendTooLarge) return { status: 413, code: 'body-too-large' };
  if (error instanceof StoreUnavailable) return unavailable;
  return error instanceof Error && databaseUnavailable.test(error.message) ? unavailable : undefined;
};

const fault: Refusal = { status: 500, code: 'internal-error' };

/** The one place where anything thrown becomes a problem document, in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: Refusals,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<EdgeRequest>();
    const reply = http.getResponse<EdgeReply>();
    const refusal = refusalOf(error) ?? fault;
    if (refusal.status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    if (reply.sent) return;
    if (refusal.retryAfter !== undefined) reply.header('Retry-After', String(refusal.retryAfter));
    if (refusal.status === 401) reply.header('WWW-Authenticate', `Bearer error="${refusal.code === 'token-missing' ? 'invalid_request' : 'invalid_token'}"`);
    const language = languageOf(request.headers['accept-language']);
    reply
      .status(refusal.status)
      .header('Content-Language', language === 'zh' ? 'zh-CN' : 'en')
      .header('Vary', 'Accept-Language');
    this.write(this.problemOf(error, refusal, request, language), request, reply);
  }

  /** Another standard's routes say the same in that standard's own form. */
  protected write(problem: Problem, _request: EdgeRequest, reply: EdgeReply): void {
    reply.header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown, refusal: Refusal, request: EdgeRequest, language: Language): Problem {
    const { status, code, field, details = {} } = refusal;
    const sentence: LocalisedText = this.refusals[code] ?? edgeRefusals[code as keyof typeof edgeRefusals] ?? { zh: code, en: code };
    return {
      type: `urn:zeren:problem:${code}`,
      title: (titles[status] ?? (titles[400] as LocalisedText))[language],
      status,
      code,
      detail: sentenceOf(sentence, language, details),
      ...(field === undefined ? {} : { field }),
      ...(error instanceof ProblemError && error.faults.length > 0 ? { errors: fieldProblems(error, language) } : {}),
      instance: request.url,
      traceId: traceIdOf(request),
    };
  }
}

const fieldProblems = ({ faults }: ProblemError, language: Language): FieldProblem[] =>
  faults.map(({ field, code, text }) => ({ field, code, detail: text[language] }));
