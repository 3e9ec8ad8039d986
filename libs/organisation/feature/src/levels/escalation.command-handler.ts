import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { escalationDecider, type Escalation, type EscalationCommand } from '@zeren/organisation-domain';

export class EscalationEnvelope {
  constructor(readonly id: StreamId, readonly command: EscalationCommand, readonly context: CommandContext) {}
}

@CommandHandler(EscalationEnvelope)
export class EscalationCommandHandler implements ICommandHandler<EscalationEnvelope, Outcome<Escalation>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: EscalationEnvelope): Promise<Outcome<Escalation>> {
    return this.repository.execute(escalationDecider, id, command, context);
  }
}
