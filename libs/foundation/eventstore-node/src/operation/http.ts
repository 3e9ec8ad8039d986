import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { textOf } from '../errors.js';
import { listen, type Address } from '../listener.js';

/** What a request is answered. */
export type Answer = { status: number; type?: string; body: string | Readonly<Record<string, unknown>> };

/** The answers by method and path, as `GET /health/live`. */
export type Routes = Readonly<Record<string, (request: IncomingMessage) => Answer | Promise<Answer>>>;

export type HttpEndpoint = { port: number; close(): Promise<void> };

/** Answers HTTP requests until it is closed. Throws an EventStoreNodeError when it cannot listen. */
export async function startHttp(address: Address, routes: Routes): Promise<HttpEndpoint> {
  const server = createServer((request, response) => { void answer(routes, request, response); });
  const port = await listen(server, address);
  return { port, close: () => closed(server) };
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, type = 'application/json', body } = await answerOf(routes, request);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...(status === 401 ? { 'www-authenticate': 'Basic' } : {}) });
  response.end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`);
}

async function answerOf(routes: Routes, request: IncomingMessage): Promise<Answer> {
  const [path = '/'] = (request.url ?? '/').split('?');
  const route = routes[`${request.method} ${path}`];
  if (!route) return { status: 404, body: { error: `There are ${Object.keys(routes).join(', ')}.` } };
  try {
    return await route(request);
  } catch (error) {
    return { status: 500, body: { error: textOf(error) } };
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
}
