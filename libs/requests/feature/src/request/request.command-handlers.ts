import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import {
  requestDecider, requestRulesDecider, type RequestCommand, type RequestState, type RequestTerms, type SetRequestTerms,
} from '@zeren/requests-domain';

export class RequestEnvelope {
  constructor(readonly id: StreamId, readonly command: RequestCommand, readonly context: CommandContext) {}
}

@CommandHandler(RequestEnvelope)
export class RequestCommandHandler implements ICommandHandler<RequestEnvelope, Outcome<RequestState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: RequestEnvelope): Promise<Outcome<RequestState>> {
    return this.repository.execute(requestDecider, id, command, context);
  }
}

export class RequestRulesEnvelope {
  constructor(readonly id: StreamId, readonly command: SetRequestTerms, readonly context: CommandContext) {}
}

@CommandHandler(RequestRulesEnvelope)
export class RequestRulesCommandHandler implements ICommandHandler<RequestRulesEnvelope, Outcome<RequestTerms>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: RequestRulesEnvelope): Promise<Outcome<RequestTerms>> {
    return this.repository.execute(requestRulesDecider, id, command, context);
  }
}
