import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext } from '@zeren/event-store';
import { CLOCK, commandContextOf, ConfigurationError, notFound, ProblemError, RateLimit, type Clock, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { unitIn, type UnitPeriod } from '@zeren/organisation-domain';
import { RequestGrounds, type Grounds } from '../request/request-grounds.js';

/** What somebody without an account does; each is limited by address and minute in its own measure. */
export type PublicDeed = 'filing' | 'photo' | 'reading';

/** How many times as often as filing. */
const measure: Readonly<Record<PublicDeed, number>> = { filing: 1, photo: 10, reading: 20 };

const MINUTE = 60_000;
const FILINGS_A_MINUTE = 60;

/** Keys of people without an account share one name: only one that cannot be guessed says whose it is. */
const UNGUESSABLE = 16;

/** Filings a minute from one address; 0 means no limit. Throws ConfigurationError. */
export const publicRateFrom = (text: string | undefined): number => {
  if (text === undefined || text === '') return FILINGS_A_MINUTE;
  if (!/^\d{1,6}$/.test(text)) throw new ConfigurationError(`PUBLIC_RATE must be a whole number, not "${text}"`);
  return Number(text);
};

/** Injection token of the filings a minute that one address may send. */
export const PUBLIC_RATE = Symbol('PUBLIC_RATE');

/** Lets in people without an account: to a tenant that has a front door, in a measure, and in a name that says who they are not. */
@Injectable()
export class FrontDoor {
  private readonly limits: Readonly<Record<PublicDeed, RateLimit>>;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_RATE) rate: number,
    private readonly grounds: RequestGrounds,
  ) {
    const limit = (deed: PublicDeed): RateLimit => new RateLimit(rate * measure[deed], Date.now, MINUTE);
    this.limits = { filing: limit('filing'), photo: limit('photo'), reading: limit('reading') };
  }

  /** Refuses with 429 what comes too often from one address. */
  limit(request: EdgeRequest, deed: PublicDeed): void {
    if (!this.limits[deed].admits(request.ip)) throw new ProblemError(429, 'too-many-requests', { retryAfter: 60 });
  }

  /** What is known of a tenant today, and the unit that is its area; 404 where there is none. */
  async of(tenantId: string): Promise<Grounds & { readonly area: UnitPeriod; readonly now: string }> {
    if (!/^[A-Za-z0-9-]{1,20}$/.test(tenantId)) notFound();
    const now = this.clock.now();
    const grounds = await this.grounds.of(tenantId, now);
    const area = unitIn(grounds.registers, tenantId, grounds.day);
    return area && grounds.registers.some(({ tenant }) => tenant?.tenantId === tenantId) ? { ...grounds, area, now } : notFound();
  }

  /** Somebody without an account, in a tenant. */
  callerIn(tenantId: string, actor = 'public'): Caller {
    return { tenantId, actorId: `${tenantId}.${actor}`, postId: '', unitId: tenantId, roles: [], now: this.clock.now() };
  }

  /** What such a request says about its command. Its key must be one that nobody else could have thought of. */
  contextOf(request: EdgeRequest, tenantId: string, actor = 'public'): CommandContext {
    request.caller = this.callerIn(tenantId, actor);
    const context = commandContextOf(request);
    if (context.idempotency && context.idempotency.key.length < UNGUESSABLE) throw new ProblemError(400, 'key-guessable', { field: 'Idempotency-Key' });
    return context;
  }
}
