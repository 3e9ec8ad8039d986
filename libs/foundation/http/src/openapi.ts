import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Serves `/openapi.json`, generated from the code at the first request for it. */
export const serveOpenApi = (app: NestFastifyApplication, name: string): void => {
  let document: Promise<string> | undefined;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get('/openapi.json', async (_, reply) => {
    document ??= describe(app, name);
    return reply.header('Content-Type', 'application/json; charset=utf-8').send(await document);
  });
};

const describe = async (app: NestFastifyApplication, name: string): Promise<string> => {
  const [{ DocumentBuilder, SwaggerModule }, { describeShapes }] = await Promise.all([
    import('@nestjs/swagger'), import('./openapi-shapes.js'),
  ]);
  describeShapes(app);
  const outline = new DocumentBuilder()
    .setTitle(`Zeren ${name}`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  return JSON.stringify(SwaggerModule.createDocument(app, outline));
};
