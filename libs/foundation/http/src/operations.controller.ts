import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Public } from './access.js';
import type { EdgeReply } from './edge-request.js';
import { HealthChecks, type Health } from './health.js';
import { Metrics } from './metrics.js';

/** What those who run the service ask it. */
@Public()
@Controller()
export class OperationsController {
  constructor(
    @Inject(HealthChecks) private readonly checks: HealthChecks,
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
    const health = await this.checks.run();
    if (health.status === 'down') reply.status(503).header('Retry-After', '2');
    return health;
  }

  @Get('metrics')
  async measured(@Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    reply.header('Content-Type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
