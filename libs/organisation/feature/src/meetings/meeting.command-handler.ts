import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { meetingDecider, type Meeting, type MeetingCommand } from '@zeren/organisation-domain';

export class MeetingEnvelope {
  constructor(readonly id: StreamId, readonly command: MeetingCommand, readonly context: CommandContext) {}
}

@CommandHandler(MeetingEnvelope)
export class MeetingCommandHandler implements ICommandHandler<MeetingEnvelope, Outcome<Meeting>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: MeetingEnvelope): Promise<Outcome<Meeting>> {
    return this.repository.execute(meetingDecider, id, command, context);
  }
}
