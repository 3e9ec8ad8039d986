import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { accessDecider, type Access, type AccessCommand } from '@zeren/organisation-domain';

export class AccessEnvelope {
  constructor(readonly id: StreamId, readonly command: AccessCommand, readonly context: CommandContext) {}
}

@CommandHandler(AccessEnvelope)
export class AccessCommandHandler implements ICommandHandler<AccessEnvelope, Outcome<Access>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: AccessEnvelope): Promise<Outcome<Access>> {
    return this.repository.execute(accessDecider, id, command, context);
  }
}
