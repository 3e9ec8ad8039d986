import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { siteDecider, type Site, type SiteCommand } from '@zeren/organisation-domain';

export class SiteEnvelope {
  constructor(readonly id: StreamId, readonly command: SiteCommand, readonly context: CommandContext) {}
}

@CommandHandler(SiteEnvelope)
export class SiteCommandHandler implements ICommandHandler<SiteEnvelope, Outcome<Site>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SiteEnvelope): Promise<Outcome<Site>> {
    return this.repository.execute(siteDecider, id, command, context);
  }
}
