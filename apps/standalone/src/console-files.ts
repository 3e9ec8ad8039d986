import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tileOrigins } from './tile-origins.js';

/** Paths that belong to the service: what is not found there is a problem document, never the console. */
const ofTheService = /^\/(api|oidc|health|metrics|log|open311|openapi\.json|asyncapi\.json)(\/|$)/;

/** Ids hold dots, so an address is told from a file by what the browser asks for, not by its ending. */
const isPage = (request: FastifyRequest, path: string): boolean =>
  !path.startsWith('/assets/') && (request.headers.accept ?? '').includes('text/html');

/** `localhost:4350` where the origin is `http://127.0.0.1:4350`. */
const otherNameOf = (origin: string): string | undefined => {
  const { hostname, port } = new URL(origin);
  return hostname === '127.0.0.1' ? `localhost:${port}` : undefined;
};

/** The console's styles are made at run time, pictures it shows were fetched with the reader's token; everything else is its own files. */
const pageHeaders = (tileUrl: string | undefined) => ({
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    directives: {
      'upgrade-insecure-requests': null, 'style-src': ["'self'", "'unsafe-inline'"], 'font-src': ["'self'", 'data:'],
      'img-src': ["'self'", 'data:', 'blob:', ...tileOrigins(tileUrl)],
    },
  },
});

/** Serves the console at `/`: its files by name, its one page for every address a browser opens. */
export const serveConsole = async (fastify: FastifyInstance, folder: string, origin: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(async (pages) => {
    await pages.register(helmet, pageHeaders(process.env['TILE_URL']));
    await pages.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
    pages.get('/*', (request, reply) => {
      const path = request.url.split('?', 1)[0] as string;
      if (ofTheService.test(path)) return reply.callNotFound();
      // Sign-in works at one origin only, and people type the other name of it.
      if (request.headers.host === otherNameOf(origin)) return reply.redirect(origin + request.url);
      if (path === '/' || isPage(request, path)) return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
      const forever = path.startsWith('/assets/');
      return reply
        .header('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
        .sendFile(decodeURIComponent(path).slice(1));
    });
  });
};
