import { roles, type Caller, type Role } from '@zeren/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from './problem.js';

/** Whom a token names: a Caller but for the time. */
export type Identity = Omit<Caller, 'now'>;

type Verified = { readonly identity: Identity; readonly expiresAt: number };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isRole = (value: unknown): value is Role => (roles as readonly unknown[]).includes(value);

const identityOf = (claims: JWTPayload): Identity => {
  const tenantId = text(claims['tenant']);
  const actorId = text(claims.sub);
  if (tenantId === '' || actorId === '') throw new ProblemError(401, 'token-invalid');
  const held = Array.isArray(claims['roles']) ? claims['roles'].filter(isRole) : [];
  return { tenantId, actorId, postId: text(claims['post']), unitId: text(claims['unit']), roles: held };
};

/**
 * Verifies RFC 9068 access tokens against the issuer's published keys. A verified token is remembered until
 * it expires, so that a caller pays for the signature once.
 */
export class TokenVerifier {
  private readonly verified = new Map<string, Verified>();
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
    private readonly capacity = 10_000,
  ) {}

  /** The identity of a token seen before and still valid. */
  remembered(token: string): Identity | undefined {
    const known = this.verified.get(token);
    if (known === undefined) return undefined;
    if (known.expiresAt > Date.now()) return known.identity;
    this.verified.delete(token);
    return undefined;
  }

  /** Refuses with 401 `token-expired` or `token-invalid`, with 503 where the issuer cannot be reached. */
  async verify(token: string): Promise<Identity> {
    const claims = await this.claimsOf(token);
    const identity = identityOf(claims);
    this.remember(token, { identity, expiresAt: (claims.exp ?? 0) * 1000 });
    return identity;
  }

  private remember(token: string, verified: Verified): void {
    if (this.verified.size >= this.capacity) {
      const oldest = this.verified.keys().next();
      if (!oldest.done) this.verified.delete(oldest.value);
    }
    this.verified.set(token, verified);
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    const keys = await this.publishedKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer,
        audience: this.audience,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new ProblemError(401, 'token-expired');
      if (error instanceof errors.JWKSTimeout) throw issuerUnreachable();
      if (error instanceof errors.JOSEError) throw new ProblemError(401, 'token-invalid');
      throw issuerUnreachable();
    }
  }

  private async publishedKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover();
    try {
      return await this.keys;
    } catch {
      this.keys = undefined;
      throw issuerUnreachable();
    }
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const response = await fetch(`${this.issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`The issuer answered ${response.status}`);
    const { jwks_uri: location } = (await response.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(location));
  }
}

const issuerUnreachable = () => new ProblemError(503, 'issuer-unreachable', { retryAfter: 2 });
