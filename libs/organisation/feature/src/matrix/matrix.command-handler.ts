import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { matrixDecider, type MatrixCommand, type ResponsibilityMatrix } from '@zeren/organisation-domain';

export class MatrixEnvelope {
  constructor(readonly id: StreamId, readonly command: MatrixCommand, readonly context: CommandContext) {}
}

@CommandHandler(MatrixEnvelope)
export class MatrixCommandHandler implements ICommandHandler<MatrixEnvelope, Outcome<ResponsibilityMatrix>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: MatrixEnvelope): Promise<Outcome<ResponsibilityMatrix>> {
    return this.repository.execute(matrixDecider, id, command, context);
  }
}
