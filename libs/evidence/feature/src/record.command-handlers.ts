import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import {
  experienceDecider, surveyDecider, trainingDecider,
  type Experience, type ExperienceCommand, type Survey, type SurveyCommand, type Training, type TrainingCommand,
} from '@zeren/evidence-domain';
import type { StreamId } from '@zeren/kernel';

export class SurveyEnvelope {
  constructor(readonly id: StreamId, readonly command: SurveyCommand, readonly context: CommandContext) {}
}

@CommandHandler(SurveyEnvelope)
export class SurveyCommandHandler implements ICommandHandler<SurveyEnvelope, Outcome<Survey>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SurveyEnvelope): Promise<Outcome<Survey>> {
    return this.repository.execute(surveyDecider, id, command, context);
  }
}

export class TrainingEnvelope {
  constructor(readonly id: StreamId, readonly command: TrainingCommand, readonly context: CommandContext) {}
}

@CommandHandler(TrainingEnvelope)
export class TrainingCommandHandler implements ICommandHandler<TrainingEnvelope, Outcome<Training>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TrainingEnvelope): Promise<Outcome<Training>> {
    return this.repository.execute(trainingDecider, id, command, context);
  }
}

export class ExperienceEnvelope {
  constructor(readonly id: StreamId, readonly command: ExperienceCommand, readonly context: CommandContext) {}
}

@CommandHandler(ExperienceEnvelope)
export class ExperienceCommandHandler implements ICommandHandler<ExperienceEnvelope, Outcome<Experience>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ExperienceEnvelope): Promise<Outcome<Experience>> {
    return this.repository.execute(experienceDecider, id, command, context);
  }
}
