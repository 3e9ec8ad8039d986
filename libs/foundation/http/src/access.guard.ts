import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isOperator, isOutsideParty, type Caller, type Role } from '@zeren/kernel';
import { OPEN_TO_OPERATORS, OPEN_TO_PARTIES, PUBLIC, REQUIRES_IF_MATCH, ROLES_ALLOWED } from './access.js';
import type { Admissions } from './admission.js';
import type { Clock } from './clock.js';
import { identifierIn, type EdgeRequest } from './edge-request.js';
import { notFound, ProblemError } from './problem.js';
import type { RateLimit } from './rate-limit.js';
import type { Identity, TokenVerifier } from './token-verifier.js';

type Requirement = {
  readonly isPublic: boolean;
  readonly roles: readonly Role[] | undefined;
  readonly ifMatch: boolean;
  readonly isOpenToParties: boolean;
  readonly isOpenToOperators: boolean;
};

/** In which post, other than the token's, a request acts by delegation. */
const ACTING_POST = 'zeren-acting-post';

/**
 * Whether a request may reach its controller: its token, its rate, its post, its role, its `If-Match`. A route asks for
 * a token unless it says otherwise, so that a forgotten decorator closes a route instead of opening it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly requirements = new Map<unknown, Requirement>();
  private readonly reflector = new Reflector();

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly rates: RateLimit,
    private readonly clock: Clock,
    private readonly admissions?: Admissions,
  ) {}

  canActivate(host: ExecutionContext): boolean | Promise<boolean> {
    const request = host.switchToHttp().getRequest<EdgeRequest>();
    const requirement = this.requirementOf(host);
    if (requirement.isPublic) {
      this.limit(request.ip);
      return true;
    }
    const token = bearerToken(request);
    const identity = this.tokens.remembered(token);
    if (identity) return this.admit(request, identity, requirement);
    this.limit(request.ip);
    return this.tokens.verify(token).then((verified) => this.admit(request, verified, requirement));
  }

  private admit(request: EdgeRequest, identity: Identity, requirement: Requirement): boolean | Promise<boolean> {
    this.limit(`${identity.tenantId}/${identity.actorId}`);
    const caller = { ...identity, now: this.clock.now() };
    const admitted = this.admissions?.of(caller, identifierIn(request.headers[ACTING_POST]) ?? null) ?? caller;
    if (admitted instanceof Promise) return admitted.then((one) => this.permit(request, one, requirement));
    return this.permit(request, admitted, requirement);
  }

  private permit(request: EdgeRequest, caller: Caller, { roles, ifMatch, isOpenToParties, isOpenToOperators }: Requirement): boolean {
    request.caller = caller;
    const isNamed = caller.roles.some((role) => roles?.includes(role));
    if (isOutsideParty(caller) && !isNamed && !isOpenToParties) return notFound();
    if (isOperator(caller) && !isNamed && !isOpenToOperators) return notFound();
    if (roles && !isNamed) throw new ProblemError(403, 'role-not-allowed');
    if (ifMatch && request.headers['if-match'] === undefined) throw new ProblemError(428, 'if-match-required');
    return true;
  }

  private limit(key: string): void {
    if (!this.rates.admits(key)) throw new ProblemError(429, 'too-many-requests', { retryAfter: 1 });
  }

  private requirementOf(host: ExecutionContext): Requirement {
    const handler = host.getHandler();
    const known = this.requirements.get(handler);
    if (known) return known;
    const targets = [handler, host.getClass()];
    const requirement = {
      isPublic: this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true,
      roles: this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_ALLOWED, targets),
      isOpenToParties: this.reflector.getAllAndOverride<boolean | undefined>(OPEN_TO_PARTIES, targets) === true,
      isOpenToOperators: this.reflector.getAllAndOverride<boolean | undefined>(OPEN_TO_OPERATORS, targets) === true,
      ifMatch: this.reflector.getAllAndOverride<boolean | undefined>(REQUIRES_IF_MATCH, targets) === true,
    };
    this.requirements.set(handler, requirement);
    return requirement;
  }
}

const bearerToken = (request: EdgeRequest): string => {
  const header = request.headers.authorization;
  if (header === undefined) throw new ProblemError(401, 'token-missing');
  const match = /^Bearer ([\w\-.~+/]+=*)$/i.exec(header);
  if (!match) throw new ProblemError(401, 'token-invalid');
  return match[1] as string;
};
