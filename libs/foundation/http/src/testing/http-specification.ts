import supertest, { type Response } from 'supertest';
import type { Problem } from '../problem.js';

/** One request, as a value: built with {@link get}, {@link post} and their like. */
export type HttpRequest = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** The same with this access token. */
  as(token: string): HttpRequest;
  /** The same with one more header. */
  with(header: string, value: string): HttpRequest;
};

const request = (method: HttpRequest['method'], path: string, body?: unknown, headers: Record<string, string> = {}): HttpRequest => ({
  method,
  path,
  body,
  headers,
  as: (token) => request(method, path, body, { ...headers, Authorization: `Bearer ${token}` }),
  with: (header, value) => request(method, path, body, { ...headers, [header]: value }),
});

export const get = (path: string): HttpRequest => request('get', path);
export const post = (path: string, body?: unknown): HttpRequest => request('post', path, body);
export const put = (path: string, body?: unknown): HttpRequest => request('put', path, body);
export const patch = (path: string, body?: unknown): HttpRequest => request('patch', path, body);
export const del = (path: string): HttpRequest => request('delete', path);

/** The answer expected: its status, and what its body and headers must contain. */
export type ExpectedAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | RegExp>>;
};

export type HttpSpecification = {
  /** Sends one request and returns the answer as it is. */
  send(request: HttpRequest): Promise<Response>;
  /** What happened before: each request must succeed. A function makes its request from the answers so far. */
  given: (...before: readonly (HttpRequest | ((answers: readonly Response[]) => HttpRequest))[]) => {
    when: (request: HttpRequest | ((answers: readonly Response[]) => HttpRequest)) => {
      then: (expected: ExpectedAnswer) => Promise<Response>;
      /** A problem document with this status and code, at this field where one is named. */
      thenRefused: (status: number, code: string, field?: string) => Promise<Problem>;
    };
  };
};

/** The given / when / then vocabulary over a running service. */
export const specifyHttp = (url: string): HttpSpecification => {
  const send = async ({ method, path, body, headers }: HttpRequest): Promise<Response> => {
    const sending = supertest(url)[method](path).set(headers);
    return body === undefined ? sending : sending.send(body as object);
  };
  return {
    send,
    given: (...before) => ({
      when: (when) => {
        const answer = async (): Promise<Response> => {
          const answers: Response[] = [];
          for (const step of before) answers.push(await succeeded(typeof step === 'function' ? step(answers) : step, send));
          return send(typeof when === 'function' ? when(answers) : when);
        };
        return {
          then: async (expected) => matched(await answer(), expected),
          thenRefused: async (status, code, field) => refused(await answer(), { status, code, field }),
        };
      },
    }),
  };
};

const succeeded = async (step: HttpRequest, send: HttpSpecification['send']): Promise<Response> => {
  const answer = await send(step);
  if (answer.status >= 300) {
    throw new Error(`Given ${step.method} ${step.path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer;
};

const matched = (answer: Response, { status, body, headers = {} }: ExpectedAnswer): Response => {
  expect({ status: answer.status, body: answer.body as unknown }).toMatchObject(body === undefined ? { status } : { status, body });
  for (const [name, value] of Object.entries(headers)) {
    const actual = answer.headers[name.toLowerCase()];
    if (typeof value === 'string') expect({ [name]: actual }).toEqual({ [name]: value });
    else expect(actual).toMatch(value);
  }
  return answer;
};

const refused = (answer: Response, expected: { status: number; code: string; field: string | undefined }): Problem => {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem.code }).toEqual({ status: expected.status, code: expected.code });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  if (expected.field !== undefined) expect(problem.field).toBe(expected.field);
  return problem;
};
