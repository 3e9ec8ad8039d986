import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Public } from './access.js';
import type { EdgeReply } from './edge-request.js';
import { healthOf, type Health, type HealthChecks } from './health.js';
import { Metrics } from './metrics.js';

/** Injection token of the {@link HealthChecks}. */
export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');

/** What those who run the service ask it. */
@Public()
@Controller()
export class OperationsController {
  constructor(
    @Inject(HEALTH_CHECKS) private readonly checks: HealthChecks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** The store and the database answer too; 503 where one does not. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: EdgeReply): Promise<Health> {
    const health = await healthOf(this.checks);
    if (health.status === 'down') reply.status(503).header('Retry-After', '2');
    return health;
  }

  @Get('metrics')
  async measured(@Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    reply.header('Content-Type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
