import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { promiseListDecider, type PromiseList, type PromiseListCommand } from '@zeren/tasks-domain';

export class PromiseListEnvelope {
  constructor(readonly id: StreamId, readonly command: PromiseListCommand, readonly context: CommandContext) {}
}

@CommandHandler(PromiseListEnvelope)
export class PromiseListCommandHandler implements ICommandHandler<PromiseListEnvelope, Outcome<PromiseList>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: PromiseListEnvelope): Promise<Outcome<PromiseList>> {
    return this.repository.execute(promiseListDecider, id, command, context);
  }
}
