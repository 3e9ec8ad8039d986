import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { dossierDecider, evidenceDecider, type Dossier, type DossierCommand, type Evidence, type EvidenceCommand } from '@zeren/evidence-domain';
import type { StreamId } from '@zeren/kernel';

export class EvidenceEnvelope {
  constructor(readonly id: StreamId, readonly command: EvidenceCommand, readonly context: CommandContext) {}
}

@CommandHandler(EvidenceEnvelope)
export class EvidenceCommandHandler implements ICommandHandler<EvidenceEnvelope, Outcome<Evidence>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: EvidenceEnvelope): Promise<Outcome<Evidence>> {
    return this.repository.execute(evidenceDecider, id, command, context);
  }
}

export class DossierEnvelope {
  constructor(readonly id: StreamId, readonly command: DossierCommand, readonly context: CommandContext) {}
}

@CommandHandler(DossierEnvelope)
export class DossierCommandHandler implements ICommandHandler<DossierEnvelope, Outcome<Dossier>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: DossierEnvelope): Promise<Outcome<Dossier>> {
    return this.repository.execute(dossierDecider, id, command, context);
  }
}
