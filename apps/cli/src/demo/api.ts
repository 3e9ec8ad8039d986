import { setTimeout as pause } from 'node:timers/promises';

/** What the API answered: its body, and the position up to which a view must have read to show the change. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly position: string | undefined;
};

/** A refusal of the API, with its stable code. */
export class Refused extends Error {
  readonly code: string | undefined;

  constructor(readonly method: string, readonly path: string, readonly status: number, problem: unknown) {
    super(`${method} ${path} → ${status} ${JSON.stringify(problem)}`);
    this.code = (problem as { code?: string } | undefined)?.code;
  }
}

type Token = { readonly text: string; readonly expires: number };

/**
 * The HTTP API as any client meets it: a token for each account by client credentials, an idempotency key on every
 * write, and patience where the server asks for it (429, 503) or is being restarted.
 */
export class Api {
  private readonly tokens = new Map<string, Promise<Token>>();

  constructor(
    private readonly url: string,
    private readonly secret: string,
    private readonly patienceMs = 60_000,
  ) {}

  async get(account: string, path: string): Promise<Answer> {
    return this.send(account, 'GET', path);
  }

  /** A file goes as it is, anything else as JSON. Repeating a call with the same key and body changes nothing and gives the first answer again. */
  async write(account: string, method: 'POST' | 'PUT', path: string, key: string, body: unknown): Promise<Answer> {
    return this.send(account, method, path, { key, body });
  }

  private async send(account: string, method: string, path: string, write?: { key: string; body: unknown }): Promise<Answer> {
    const giveUp = Date.now() + this.patienceMs;
    for (let wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
      try {
        const answer = await this.once(account, method, path, write);
        if (answer.status < 400) return answer;
        const again = answer.status === 429 || answer.status === 503 || (answer.status === 401 && this.tokens.delete(account));
        if (!again || Date.now() > giveUp) throw new Refused(method, path, answer.status, answer.body);
      } catch (error) {
        if (error instanceof Refused || Date.now() > giveUp) throw error;
      }
      await pause(wait);
    }
  }

  private async once(account: string, method: string, path: string, write?: { key: string; body: unknown }): Promise<Answer> {
    const isFile = write?.body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(account)}`,
        'accept-language': 'en',
        ...(write && { 'content-type': isFile ? 'application/octet-stream' : 'application/json', 'idempotency-key': write.key }),
      },
      ...(write && { body: isFile ? (write.body as Uint8Array<ArrayBuffer>) : JSON.stringify(write.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      position: response.headers.get('zeren-position') ?? undefined,
    };
  }

  private async token(account: string): Promise<string> {
    const known = await this.tokens.get(account);
    if (known && known.expires > Date.now()) return known.text;
    const asked = this.askForToken(account);
    this.tokens.set(account, asked);
    asked.catch(() => this.tokens.delete(account));
    return (await asked).text;
  }

  private async askForToken(account: string): Promise<Token> {
    const response = await fetch(`${this.url}/oidc/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(account)}:${encodeURIComponent(this.secret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok) throw new Error(`No token for ${account}: ${response.status} ${await response.text()}`);
    const body = (await response.json()) as { access_token: string; expires_in: number };
    return { text: body.access_token, expires: Date.now() + (body.expires_in - 60) * 1000 };
  }
}

/** Runs `work` over the items, `width` at a time, in order of start. The first failure stops it. */
export const inParallel = async <T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) await work(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
};
