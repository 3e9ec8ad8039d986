import { Injectable, Module, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DeciderRepository } from '@zeren/event-store';
import { commandContextOf, type EdgeRequest } from '@zeren/http';
import { auditTrailDecider } from './audit-trail.js';

/** Characters of a path that are kept. */
const PATH_LENGTH = 2_000;

/** Records what auditors read, before they read it: what cannot be recorded is not answered. A guard, and no interceptor, which every command would pay for. */
@Injectable()
export class AuditReadsGuard implements CanActivate {
  constructor(private readonly repository: DeciderRepository) {}

  canActivate(host: ExecutionContext): true | Promise<true> {
    const request = host.switchToHttp().getRequest<EdgeRequest>();
    return isRead(request) && request.caller?.roles.includes('auditor') ? this.record(request) : true;
  }

  private async record(request: EdgeRequest): Promise<true> {
    const { caller, commandId, correlationId, causationId } = commandContextOf(request);
    const id = { category: auditTrailDecider.category, tenantId: caller.tenantId, id: caller.actorId };
    const command = { type: 'RecordRead' as const, data: { path: request.url.slice(0, PATH_LENGTH) } };
    await this.repository.execute(auditTrailDecider, id, command, { caller, commandId, correlationId, causationId });
    return true;
  }
}

const isRead = ({ method }: EdgeRequest): boolean => method === 'GET' || method === 'HEAD';

/** In a service that imports it, every read by an auditor is an event of its own. */
@Module({ providers: [{ provide: APP_GUARD, useClass: AuditReadsGuard }] })
export class AuditReadsModule {}
