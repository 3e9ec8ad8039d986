import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { dutyListDecider, type DutyList, type PublishDutyList } from '@zeren/tasks-domain';

export class DutyListEnvelope {
  constructor(readonly id: StreamId, readonly command: PublishDutyList, readonly context: CommandContext) {}
}

@CommandHandler(DutyListEnvelope)
export class DutyListCommandHandler implements ICommandHandler<DutyListEnvelope, Outcome<DutyList>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: DutyListEnvelope): Promise<Outcome<DutyList>> {
    return this.repository.execute(dutyListDecider, id, command, context);
  }
}
