import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  contractBatchDecider, contractDecider, signatureKeyDecider,
  type ContractBatchCommand, type ContractBatchState, type ContractCommand, type ContractState, type SignatureKeyCommand, type SignatureKeyState,
} from '@zeren/contracts-domain';
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

export class ContractBatchEnvelope {
  constructor(readonly id: StreamId, readonly command: ContractBatchCommand, readonly context: CommandContext) {}
}

@CommandHandler(ContractBatchEnvelope)
export class ContractBatchCommandHandler implements ICommandHandler<ContractBatchEnvelope, Outcome<ContractBatchState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ContractBatchEnvelope): Promise<Outcome<ContractBatchState>> {
    return this.repository.execute(contractBatchDecider, id, command, context);
  }
}

export class SignatureKeyEnvelope {
  constructor(readonly id: StreamId, readonly command: SignatureKeyCommand, readonly context: CommandContext) {}
}

@CommandHandler(SignatureKeyEnvelope)
export class SignatureKeyCommandHandler implements ICommandHandler<SignatureKeyEnvelope, Outcome<SignatureKeyState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SignatureKeyEnvelope): Promise<Outcome<SignatureKeyState>> {
    return this.repository.execute(signatureKeyDecider, id, command, context);
  }
}
