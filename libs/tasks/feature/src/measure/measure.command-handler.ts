import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { measureDecider, type Measure, type MeasureCommand } from '@zeren/tasks-domain';

export class MeasureEnvelope {
  constructor(readonly id: StreamId, readonly command: MeasureCommand, readonly context: CommandContext) {}
}

@CommandHandler(MeasureEnvelope)
export class MeasureCommandHandler implements ICommandHandler<MeasureEnvelope, Outcome<Measure>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: MeasureEnvelope): Promise<Outcome<Measure>> {
    return this.repository.execute(measureDecider, id, command, context);
  }
}
