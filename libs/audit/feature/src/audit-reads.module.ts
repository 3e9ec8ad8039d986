import { Injectable, Module, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DeciderRepository } from '@zeren/event-store';
import { commandContextOf, type EdgeRequest } from '@zeren/http';
import type { Observable } from 'rxjs';
import { auditTrailDecider } from './audit-trail.js';

/** Characters of a path that are kept. */
const PATH_LENGTH = 2_000;

/** Records what auditors read, before they read it: what cannot be recorded is not answered. */
@Injectable()
export class AuditReadsInterceptor implements NestInterceptor {
  constructor(private readonly repository: DeciderRepository) {}

  async intercept(host: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = host.switchToHttp().getRequest<EdgeRequest>();
    if (isRead(request) && request.caller?.roles.includes('auditor')) await this.record(request);
    return next.handle();
  }

  private async record(request: EdgeRequest): Promise<void> {
    const { caller, commandId, correlationId, causationId } = commandContextOf(request);
    const id = { category: auditTrailDecider.category, tenantId: caller.tenantId, id: caller.actorId };
    const command = { type: 'RecordRead' as const, data: { path: request.url.slice(0, PATH_LENGTH) } };
    await this.repository.execute(auditTrailDecider, id, command, { caller, commandId, correlationId, causationId });
  }
}

const isRead = ({ method }: EdgeRequest): boolean => method === 'GET' || method === 'HEAD';

/** In a service that imports it, every read by an auditor is an event of its own. */
@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: AuditReadsInterceptor }] })
export class AuditReadsModule {}
