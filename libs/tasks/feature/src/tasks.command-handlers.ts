import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import {
  bidDecider, campaignDecider, postingDecider, projectDecider, sampleDecider, splitDecider, standardDecider, taskDecider, taskRulesDecider,
  type Bid, type Campaign, type CampaignCommand, type PlaceBid, type Posting, type PostingCommand, type Project, type ProjectCommand, type Sample, type SampleCommand, type Split, type SplitCommand, type Standard, type StandardCommand, type Task, type TaskCommand,
  type SetObjectionTerms, type TaskRules,
} from '@zeren/tasks-domain';

export class StandardEnvelope {
  constructor(readonly id: StreamId, readonly command: StandardCommand, readonly context: CommandContext) {}
}

export class CampaignEnvelope {
  constructor(readonly id: StreamId, readonly command: CampaignCommand, readonly context: CommandContext) {}
}

export class SplitEnvelope {
  constructor(readonly id: StreamId, readonly command: SplitCommand, readonly context: CommandContext) {}
}

export class TaskEnvelope {
  constructor(readonly id: StreamId, readonly command: TaskCommand, readonly context: CommandContext) {}
}

export class TaskRulesEnvelope {
  constructor(readonly id: StreamId, readonly command: SetObjectionTerms, readonly context: CommandContext) {}
}

export class SampleEnvelope {
  constructor(readonly id: StreamId, readonly command: SampleCommand, readonly context: CommandContext) {}
}

export class PostingEnvelope {
  constructor(readonly id: StreamId, readonly command: PostingCommand, readonly context: CommandContext) {}
}

export class BidEnvelope {
  constructor(readonly id: StreamId, readonly command: PlaceBid, readonly context: CommandContext) {}
}

export class ProjectEnvelope {
  constructor(readonly id: StreamId, readonly command: ProjectCommand, readonly context: CommandContext) {}
}

@CommandHandler(StandardEnvelope)
export class StandardCommandHandler implements ICommandHandler<StandardEnvelope, Outcome<Standard>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: StandardEnvelope): Promise<Outcome<Standard>> {
    return this.repository.execute(standardDecider, id, command, context);
  }
}

@CommandHandler(CampaignEnvelope)
export class CampaignCommandHandler implements ICommandHandler<CampaignEnvelope, Outcome<Campaign>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: CampaignEnvelope): Promise<Outcome<Campaign>> {
    return this.repository.execute(campaignDecider, id, command, context);
  }
}

@CommandHandler(SplitEnvelope)
export class SplitCommandHandler implements ICommandHandler<SplitEnvelope, Outcome<Split>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SplitEnvelope): Promise<Outcome<Split>> {
    return this.repository.execute(splitDecider, id, command, context);
  }
}

@CommandHandler(TaskEnvelope)
export class TaskCommandHandler implements ICommandHandler<TaskEnvelope, Outcome<Task>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TaskEnvelope): Promise<Outcome<Task>> {
    return this.repository.execute(taskDecider, id, command, context);
  }
}

@CommandHandler(TaskRulesEnvelope)
export class TaskRulesCommandHandler implements ICommandHandler<TaskRulesEnvelope, Outcome<TaskRules>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TaskRulesEnvelope): Promise<Outcome<TaskRules>> {
    return this.repository.execute(taskRulesDecider, id, command, context);
  }
}

@CommandHandler(SampleEnvelope)
export class SampleCommandHandler implements ICommandHandler<SampleEnvelope, Outcome<Sample>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SampleEnvelope): Promise<Outcome<Sample>> {
    return this.repository.execute(sampleDecider, id, command, context);
  }
}

@CommandHandler(PostingEnvelope)
export class PostingCommandHandler implements ICommandHandler<PostingEnvelope, Outcome<Posting>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: PostingEnvelope): Promise<Outcome<Posting>> {
    return this.repository.execute(postingDecider, id, command, context);
  }
}

@CommandHandler(BidEnvelope)
export class BidCommandHandler implements ICommandHandler<BidEnvelope, Outcome<Bid>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: BidEnvelope): Promise<Outcome<Bid>> {
    return this.repository.execute(bidDecider, id, command, context);
  }
}

@CommandHandler(ProjectEnvelope)
export class ProjectCommandHandler implements ICommandHandler<ProjectEnvelope, Outcome<Project>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ProjectEnvelope): Promise<Outcome<Project>> {
    return this.repository.execute(projectDecider, id, command, context);
  }
}
