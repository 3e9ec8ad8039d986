import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { leadershipDecider, type Leadership, type LeadershipCommand } from '@zeren/organisation-domain';

export class LeadershipEnvelope {
  constructor(readonly id: StreamId, readonly command: LeadershipCommand, readonly context: CommandContext) {}
}

@CommandHandler(LeadershipEnvelope)
export class LeadershipCommandHandler implements ICommandHandler<LeadershipEnvelope, Outcome<Leadership>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: LeadershipEnvelope): Promise<Outcome<Leadership>> {
    return this.repository.execute(leadershipDecider, id, command, context);
  }
}
