/** One field the service refused, with its sentence in the reader's language. */
export type FieldProblem = { readonly field: string; readonly code: string; readonly detail: string };

/** RFC 9457 problem details as every Zeren service answers them. */
export type ProblemDetails = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
  readonly errors?: readonly FieldProblem[];
  readonly traceId?: string;
};

/** What a read or a command failed with: the service's own problem, or that it could not be reached (status 0). */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';

  constructor(readonly details: ProblemDetails) {
    super(details.detail || details.title || details.code);
  }

  /** Whether the same call may succeed if it is simply made again. */
  get passing(): boolean {
    return this.details.status === 0 || this.details.status === 429 || this.details.status >= 502;
  }
}

const isDetails = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body;

/** Reads the problem out of an answer that is not a success. */
export const problemOf = async (answer: Response): Promise<ServiceProblem> => {
  const body: unknown = await answer.json().catch(() => undefined);
  if (isDetails(body)) return new ServiceProblem({ ...body, detail: body.detail ?? '', title: body.title ?? '' });
  return new ServiceProblem({ status: answer.status, code: `http-${answer.status}`, title: answer.statusText, detail: '' });
};

export const unreachable = (): ServiceProblem =>
  new ServiceProblem({ status: 0, code: 'unreachable', title: '', detail: '' });
