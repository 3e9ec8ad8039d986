import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller } from '@zeren/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type TokenOptions = { readonly audience?: string; readonly issuer?: string; readonly expiresIn?: string; readonly typ?: string };

/** An issuer with a key of its own, whose tokens a service under test verifies as it would any other's. */
export type Issuer = {
  readonly url: string;
  /** An access token for this caller; each option makes it wrong in one way. */
  tokenFor(caller: Partial<Omit<Caller, 'now'>> & { tenantId: string }, options?: TokenOptions): Promise<string>;
  stop(): Promise<void>;
};

/** Starts an issuer on a free port; stop it after the test. */
export const startIssuer = async (): Promise<Issuer> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const document = request.url === '/jwks' ? { keys: [jwk] } : { issuer: urlOf(server), jwks_uri: `${urlOf(server)}/jwks` };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = urlOf(server);
  return {
    url,
    tokenFor: ({ tenantId, actorId = `${tenantId}.tester`, postId = '', unitId = tenantId, roles = [] }, options = {}) =>
      new SignJWT({ tenant: tenantId, post: postId, unit: unitId, roles: [...roles] })
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: options.typ ?? 'at+jwt' })
        .setSubject(actorId)
        .setIssuer(options.issuer ?? url)
        .setAudience(options.audience ?? 'zeren')
        .setIssuedAt()
        .setExpirationTime(options.expiresIn ?? '1h')
        .sign(privateKey),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
