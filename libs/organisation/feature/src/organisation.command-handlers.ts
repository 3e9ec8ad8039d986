import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import {
  registerDecider, tenantDecider, type Register, type RegisterCommand, type RegisterTenant, type TenantState,
} from '@zeren/organisation-domain';

export class TenantEnvelope {
  constructor(readonly id: StreamId, readonly command: RegisterTenant, readonly context: CommandContext) {}
}

export class RegisterEnvelope {
  constructor(readonly id: StreamId, readonly command: RegisterCommand, readonly context: CommandContext) {}
}

@CommandHandler(TenantEnvelope)
export class TenantCommandHandler implements ICommandHandler<TenantEnvelope, Outcome<TenantState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TenantEnvelope): Promise<Outcome<TenantState>> {
    return this.repository.execute(tenantDecider, id, command, context);
  }
}

@CommandHandler(RegisterEnvelope)
export class RegisterCommandHandler implements ICommandHandler<RegisterEnvelope, Outcome<Register>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: RegisterEnvelope): Promise<Outcome<Register>> {
    return this.repository.execute(registerDecider, id, command, context);
  }
}
