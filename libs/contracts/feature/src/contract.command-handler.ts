import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contractDecider, type ContractCommand, type ContractState } from '@zeren/contracts-domain';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';

export class ContractEnvelope {
  constructor(readonly id: StreamId, readonly command: ContractCommand, readonly context: CommandContext) {}
}

@CommandHandler(ContractEnvelope)
export class ContractCommandHandler implements ICommandHandler<ContractEnvelope, Outcome<ContractState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ContractEnvelope): Promise<Outcome<ContractState>> {
    return this.repository.execute(contractDecider, id, command, context);
  }
}
