import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  assessmentDecider, schemeDecider, scoreSheetDecider,
  type AssessmentCommand, type AssessmentState, type SchemeCommand, type SchemeState, type ScoreSheetCommand, type ScoreSheetState,
} from '@zeren/assessment-domain';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';

export class SchemeEnvelope {
  constructor(readonly id: StreamId, readonly command: SchemeCommand, readonly context: CommandContext) {}
}

export class ScoreSheetEnvelope {
  constructor(readonly id: StreamId, readonly command: ScoreSheetCommand, readonly context: CommandContext) {}
}

export class AssessmentEnvelope {
  constructor(readonly id: StreamId, readonly command: AssessmentCommand, readonly context: CommandContext) {}
}

@CommandHandler(SchemeEnvelope)
export class SchemeCommandHandler implements ICommandHandler<SchemeEnvelope, Outcome<SchemeState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: SchemeEnvelope): Promise<Outcome<SchemeState>> {
    return this.repository.execute(schemeDecider, id, command, context);
  }
}

@CommandHandler(ScoreSheetEnvelope)
export class ScoreSheetCommandHandler implements ICommandHandler<ScoreSheetEnvelope, Outcome<ScoreSheetState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ScoreSheetEnvelope): Promise<Outcome<ScoreSheetState>> {
    return this.repository.execute(scoreSheetDecider, id, command, context);
  }
}

@CommandHandler(AssessmentEnvelope)
export class AssessmentCommandHandler implements ICommandHandler<AssessmentEnvelope, Outcome<AssessmentState>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: AssessmentEnvelope): Promise<Outcome<AssessmentState>> {
    return this.repository.execute(assessmentDecider, id, command, context);
  }
}
