import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Product = { readonly url: string; readonly stop: () => Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The built product with the demonstration city, on a free port and a data folder of its own. */
const start = async (): Promise<Product> => {
  const folder = mkdtempSync(join(tmpdir(), 'zeren-product-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(process.cwd(), 'dist', 'standalone', 'main.js')], {
    env: { ...process.env, PORT: String(port), ZEREN_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      const url = /Zeren is ready: (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code} before it was ready:\n${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGINT')) await Promise.race([ended, pause(20_000, undefined, { ref: false })]);
    if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return ready.then((url) => ({ url, stop }), async (failure: unknown) => {
    await stop();
    throw failure;
  });
};

/** A product already running at ZEREN_URL, left as it is; or one started for this run. */
export const openProduct = async (): Promise<Product> => {
  const running = process.env['ZEREN_URL'];
  return running ? { url: running, stop: async () => undefined } : start();
};

const tokenOf = async (url: string, account: string): Promise<string> => {
  const answer = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${account}:${process.env['ZEREN_DEMO_SECRET'] ?? 'zeren-demo'}`).toString('base64')}`,
    },
    body: 'grant_type=client_credentials',
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

/** Reads the API as an account, without a browser. */
export const readAs = async <T>(url: string, account: string, path: string): Promise<T> => {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${await tokenOf(url, account)}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Sends a command to the API as an account, once for each key, without a browser; what it answers. */
export const sendAs = async <T>(url: string, account: string, path: string, body: object, key: string): Promise<T> => {
  const headers = { 'authorization': `Bearer ${await tokenOf(url, account)}`, 'content-type': 'application/json', 'idempotency-key': key };
  const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Waits until the demonstration city is loaded whole. */
export const untilLoaded = async (url: string, limitMs: number): Promise<void> => {
  const giveUp = Date.now() + limitMs;
  for (;;) {
    const state = await readAs<{ done: boolean; steps: unknown }>(url, '511900.city-office', '/demonstration').catch(() => undefined);
    if (state?.done) return;
    if (Date.now() > giveUp) throw new Error(`The demonstration city was not loaded in ${limitMs / 1000} s: ${JSON.stringify(state?.steps)}`);
    await pause(1_000);
  }
};
