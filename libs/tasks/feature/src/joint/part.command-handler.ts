import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { partDecider, type Part, type PartCommand } from '@zeren/tasks-domain';

export class PartEnvelope {
  constructor(readonly id: StreamId, readonly command: PartCommand, readonly context: CommandContext) {}
}

@CommandHandler(PartEnvelope)
export class PartCommandHandler implements ICommandHandler<PartEnvelope, Outcome<Part>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: PartEnvelope): Promise<Outcome<Part>> {
    return this.repository.execute(partDecider, id, command, context);
  }
}
