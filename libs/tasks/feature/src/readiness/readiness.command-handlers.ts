import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import {
  checklistDecider, mockAssessmentDecider, taskGapDecider,
  type Checklist, type ChecklistCommand, type MockAssessment, type MockAssessmentCommand, type TaskGap, type TaskGapCommand,
} from '@zeren/tasks-domain';

export class ChecklistEnvelope {
  constructor(readonly id: StreamId, readonly command: ChecklistCommand, readonly context: CommandContext) {}
}

export class MockAssessmentEnvelope {
  constructor(readonly id: StreamId, readonly command: MockAssessmentCommand, readonly context: CommandContext) {}
}

export class TaskGapEnvelope {
  constructor(readonly id: StreamId, readonly command: TaskGapCommand, readonly context: CommandContext) {}
}

@CommandHandler(ChecklistEnvelope)
export class ChecklistCommandHandler implements ICommandHandler<ChecklistEnvelope, Outcome<Checklist>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: ChecklistEnvelope): Promise<Outcome<Checklist>> {
    return this.repository.execute(checklistDecider, id, command, context);
  }
}

@CommandHandler(MockAssessmentEnvelope)
export class MockAssessmentCommandHandler implements ICommandHandler<MockAssessmentEnvelope, Outcome<MockAssessment>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: MockAssessmentEnvelope): Promise<Outcome<MockAssessment>> {
    return this.repository.execute(mockAssessmentDecider, id, command, context);
  }
}

@CommandHandler(TaskGapEnvelope)
export class TaskGapCommandHandler implements ICommandHandler<TaskGapEnvelope, Outcome<TaskGap>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: TaskGapEnvelope): Promise<Outcome<TaskGap>> {
    return this.repository.execute(taskGapDecider, id, command, context);
  }
}
