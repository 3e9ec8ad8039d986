import autocannon from 'autocannon';

export const CONNECTIONS = 64;

export type Load = {
  readonly url: string;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What each connection sends, over and over. `path` and `body` are asked for each time; the turn counts a connection's rounds. */
  readonly requests: readonly Request[];
};

export type Request = {
  readonly method: 'GET' | 'POST';
  readonly path: string | ((round: Round) => string);
  readonly body?: string;
};

/** What one connection remembers from one request of a round to the next. */
export type Round = { subject?: string };

/** Requests answered a second over 64 connections. Throws where any was not answered with success. */
export const load = async ({ url, seconds, headers = {}, requests }: Load): Promise<number> => {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: requests.map(({ method, path, body }) => ({
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
      ...(typeof path === 'string' ? { path } : { setupRequest: (request: autocannon.Request, round: object) => ({ ...request, path: path(round) }) }),
    })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed of ${result.requests.total}`);
  return result['2xx'] / result.duration;
};
