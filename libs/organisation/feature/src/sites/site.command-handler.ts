import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { siteBatchDecider, siteDecider, type EnterSites, type Site, type SiteBatch, type SiteCommand } from '@zeren/organisation-domain';

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

export class SiteBatchEnvelope {
  constructor(readonly id: StreamId, readonly command: EnterSites, readonly context: CommandContext) {}
}

@CommandHandler(SiteBatchEnvelope)
export class SiteBatchCommandHandler implements ICommandHandler<SiteBatchEnvelope, Outcome<SiteBatch>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SiteBatchEnvelope): Promise<Outcome<SiteBatch>> {
    return this.repository.execute(siteBatchDecider, id, command, context);
  }
}
