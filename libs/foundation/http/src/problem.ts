import type { LocalisedText, RefusalDetails } from '@zeren/kernel';

/** One field that was wrong, and why, in both languages. */
export type FieldFault = { readonly field: string; readonly code: string; readonly text: LocalisedText };

/** One field that was wrong, and why, in the reader's language. */
export type FieldProblem = {
  /** JSON path: `shares[0].target`. */
  readonly field: string;
  readonly code: string;
  readonly detail: string;
};

/** RFC 9457 problem details, with a stable `code` and a sentence in the reader's language. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly errors?: readonly FieldProblem[];
  readonly instance: string;
  readonly traceId: string;
};

/** A refusal at the edge, before or after a decision: with its HTTP status and a stable code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly field: string | undefined;
  readonly details: RefusalDetails;
  /** Seconds after which a repeat may succeed; becomes `Retry-After`. */
  readonly retryAfter: number | undefined;
  /** Every field that was wrong; becomes `errors`. */
  readonly faults: readonly FieldFault[];

  constructor(
    readonly status: number,
    readonly code: string,
    more: { field?: string; details?: RefusalDetails; retryAfter?: number; faults?: readonly FieldFault[] } = {},
  ) {
    super(code);
    this.field = more.field;
    this.details = more.details ?? {};
    this.retryAfter = more.retryAfter;
    this.faults = more.faults ?? [];
  }
}

/** 404: what does not exist, or exists for another tenant; the two are not told apart. */
export const notFound = (): never => {
  throw new ProblemError(404, 'not-found');
};
