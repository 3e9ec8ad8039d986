import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { titleDecider, type Title, type TitleCommand } from '@zeren/tasks-domain';

export class TitleEnvelope {
  constructor(readonly id: StreamId, readonly command: TitleCommand, readonly context: CommandContext) {}
}

@CommandHandler(TitleEnvelope)
export class TitleCommandHandler implements ICommandHandler<TitleEnvelope, Outcome<Title>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TitleEnvelope): Promise<Outcome<Title>> {
    return this.repository.execute(titleDecider, id, command, context);
  }
}
