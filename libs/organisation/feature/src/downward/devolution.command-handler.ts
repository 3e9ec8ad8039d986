import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { devolutionDecider, type Devolution, type DevolutionCommand } from '@zeren/organisation-domain';

export class DevolutionEnvelope {
  constructor(readonly id: StreamId, readonly command: DevolutionCommand, readonly context: CommandContext) {}
}

@CommandHandler(DevolutionEnvelope)
export class DevolutionCommandHandler implements ICommandHandler<DevolutionEnvelope, Outcome<Devolution>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: DevolutionEnvelope): Promise<Outcome<Devolution>> {
    return this.repository.execute(devolutionDecider, id, command, context);
  }
}
