import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { integrationNamesDecider, type IntegrationNames, type RenameIntegration } from '@zeren/organisation-domain';

export class IntegrationEnvelope {
  constructor(readonly id: StreamId, readonly command: RenameIntegration, readonly context: CommandContext) {}
}

@CommandHandler(IntegrationEnvelope)
export class IntegrationCommandHandler implements ICommandHandler<IntegrationEnvelope, Outcome<IntegrationNames>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: IntegrationEnvelope): Promise<Outcome<IntegrationNames>> {
    return this.repository.execute(integrationNamesDecider, id, command, context);
  }
}
