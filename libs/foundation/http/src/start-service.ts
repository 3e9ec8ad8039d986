import 'reflect-metadata';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Connections } from './connections.js';
import { DEFAULT_BODY_LIMIT, installEdge, requestIdOf } from './edge.js';
import { nestLogger } from './logging.js';
import { Metrics } from './metrics.js';
import { serveOpenApi } from './openapi.js';
import { OpenStreams } from './open-streams.js';
import { LOGGER } from './zeren.module.js';

export type ServiceOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  readonly name: string;
  /** What answers below a path prefix instead of the service (`/oidc`); it sees paths without the prefix. */
  readonly mounts?: Readonly<Record<string, RequestListener>>;
  /** Adds to the Fastify instance before it starts, for instance static files. */
  readonly configure?: (fastify: FastifyInstance) => Promise<void>;
};

export type RunningService = {
  /** `http://127.0.0.1:4350` */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Takes no more requests, ends open streams, finishes what is in flight, closes the engines' connections. */
  stop(): Promise<void>;
};

/** Milliseconds that requests in flight get to finish when the service stops. */
const STOP_WITHIN = 10_000;

/** Starts a service whose root module imports ZerenModule. Rejects with the error of `listen` where the port is taken. */
export const startService = async (module: Type | DynamicModule, options: ServiceOptions): Promise<RunningService> => {
  const adapter = new FastifyAdapter({
    bodyLimit: DEFAULT_BODY_LIMIT,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    trustProxy: 'loopback',
    ...(options.mounts ? { serverFactory: mounting(options.mounts) } : {}),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
  });
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(nestLogger(logger));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await installEdge(fastify, logger, app.get(Metrics));
  serveOpenApi(app, options.name);
  await options.configure?.(fastify);
  const connections = new Connections(app.getHttpServer() as Server);
  await listen(app, options);
  return { url: await reachableUrl(app), app, stop: () => stop(app, connections) };
};

const listen = async (app: NestFastifyApplication, { port, host = '127.0.0.1' }: ServiceOptions): Promise<void> => {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw error;
  }
};

/** Fastify's `[::1]` and `0.0.0.0` as an address one can open. */
const reachableUrl = async (app: NestFastifyApplication): Promise<string> =>
  (await app.getUrl()).replace('[::1]', '127.0.0.1').replace('0.0.0.0', '127.0.0.1');

const mounting =
  (mounts: Readonly<Record<string, RequestListener>>) =>
  (handler: RequestListener): Server =>
    createServer((request, response) => {
      const url = request.url ?? '/';
      for (const [prefix, mounted] of Object.entries(mounts)) {
        if (url !== prefix && !url.startsWith(`${prefix}/`) && !url.startsWith(`${prefix}?`)) continue;
        const rest = url.slice(prefix.length);
        Object.assign(request, { originalUrl: url, url: rest.startsWith('/') ? rest : `/${rest}` });
        mounted(request, response);
        return;
      }
      handler(request, response);
    });

const stop = async (app: NestFastifyApplication, connections: Connections): Promise<void> => {
  app.get(OpenStreams).endAll();
  connections.closeAll();
  const server = app.getHttpServer() as Server;
  const impatient = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
  await app.close();
  clearTimeout(impatient);
};
