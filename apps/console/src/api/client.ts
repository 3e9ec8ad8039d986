import { languageTag } from '../language/language.js';
import { actingHeader } from '../session/acting.js';
import { accessToken, endSession } from '../session/oidc.js';
import { problemOf, unreachable } from './problem.js';

export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What a command changed: the aggregate's public id, its revision, and the commit position a later read can wait for. */
export type Changed = { readonly id: string; readonly revision: number; readonly position: string };

export type CommandOptions = {
  /** The same key for each attempt at one and the same action, so that it happens once. */
  readonly key: string;
  /** The revision the reader saw; the command is refused if there is a newer one. */
  readonly revision?: number;
};

const root = '/api/v1';

/** The commit position of this reader's latest command. Reads name it, and so include what the reader just did. */
let written: bigint | undefined;

/** For reads of views: wait until the view has reached what this reader last wrote. */
export const afterOwnWrites = (): Params => (written === undefined ? {} : { after: written.toString() });

const urlOf = (path: string, params: Params): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) for (const one of value as readonly string[]) query.append(name, one);
    else if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `${root}${path}${text ? `?${text}` : ''}`;
};

const call = async (url: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> => {
  const token = await accessToken();
  const headers = { ...init.headers, ...actingHeader(), 'accept-language': languageTag(), ...(token ? { authorization: `Bearer ${token}` } : {}) };
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, headers });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw unreachable();
  }
  if (answer.status === 401) await endSession();
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

/** Reads a resource. Throws a `ServiceProblem`. */
export const read = async <T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> => {
  const answer = await call(urlOf(path, params), { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  return (await answer.json()) as T;
};

/** Asks with a body what must not stand in an address. Throws a `ServiceProblem`. */
export const ask = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await call(urlOf(path, {}), { method: 'POST', body: JSON.stringify(body), headers: { accept: 'application/json', 'content-type': 'application/json' } });
  return (await answer.json()) as T;
};

/** Sends a command. Throws a `ServiceProblem`. */
export const command = async <T extends Changed = Changed>(path: string, body: unknown, { key, revision }: CommandOptions): Promise<T> => {
  const answer = await call(urlOf(path, {}), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
  });
  return remembered((await answer.json()) as T);
};

const remembered = <T extends Changed>(changed: T): T => {
  const position = BigInt(changed.position);
  if (written === undefined || position > written) written = position;
  return changed;
};

export type UploadOptions = CommandOptions & {
  /** Called with the share that has gone out, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Sends a file that changes nothing, and answers what the service says of it. Throws a `ServiceProblem`, or an `AbortError`. */
export const sendFile = async <T>(path: string, params: Params, file: Blob, { key, revision, onProgress, signal }: UploadOptions): Promise<T> => {
  const token = await accessToken();
  const answer = await new Promise<Response>((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', urlOf(path, params));
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('accept-language', languageTag());
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.setRequestHeader('idempotency-key', key);
    if (revision !== undefined) sending.setRequestHeader('if-match', `"${revision}"`);
    if (token) sending.setRequestHeader('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(actingHeader())) sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onload = () => resolve(new Response(sending.responseText, { status: sending.status }));
    sending.onerror = () => reject(unreachable());
    sending.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
  if (answer.status === 401) await endSession();
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as T;
};

/** Sends a file as it is, with what is said of it in the parameters. Throws a `ServiceProblem`, or an `AbortError`. */
export const upload = async (path: string, params: Params, file: Blob, options: UploadOptions): Promise<Changed> =>
  remembered(await sendFile<Changed>(path, params, file, options));

/** Reads a file. Throws a `ServiceProblem`. */
export const readFile = async (path: string, params: Params = {}, signal?: AbortSignal): Promise<Blob> =>
  (await call(urlOf(path, params), { headers: { accept: '*/*' }, ...(signal ? { signal } : {}) })).blob();

/** An open stream of server-sent events, with the reader's token. */
export const openFeed = async (path: string, params: Params, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
  const answer = await call(urlOf(path, params), { headers: { accept: 'text/event-stream' }, signal });
  if (!answer.body) throw unreachable();
  return answer.body;
};
