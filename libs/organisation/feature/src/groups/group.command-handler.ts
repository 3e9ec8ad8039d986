import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { leadingGroupDecider, type LeadingGroup, type LeadingGroupCommand } from '@zeren/organisation-domain';

export class LeadingGroupEnvelope {
  constructor(readonly id: StreamId, readonly command: LeadingGroupCommand, readonly context: CommandContext) {}
}

@CommandHandler(LeadingGroupEnvelope)
export class LeadingGroupCommandHandler implements ICommandHandler<LeadingGroupEnvelope, Outcome<LeadingGroup>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: LeadingGroupEnvelope): Promise<Outcome<LeadingGroup>> {
    return this.repository.execute(leadingGroupDecider, id, command, context);
  }
}
