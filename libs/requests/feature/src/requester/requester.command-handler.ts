import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { requesterDecider, type RequesterCommand, type RequesterState } from '@zeren/requests-domain';

export class RequesterEnvelope {
  constructor(readonly id: StreamId, readonly command: RequesterCommand, readonly context: CommandContext) {}
}

@CommandHandler(RequesterEnvelope)
export class RequesterCommandHandler implements ICommandHandler<RequesterEnvelope, Outcome<RequesterState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: RequesterEnvelope): Promise<Outcome<RequesterState>> {
    return this.repository.execute(requesterDecider, id, command, context);
  }
}
