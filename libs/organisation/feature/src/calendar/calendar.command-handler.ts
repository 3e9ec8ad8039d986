import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import { calendarDecider, type CalendarCommand, type TenantCalendar } from '@zeren/organisation-domain';

export class CalendarEnvelope {
  constructor(readonly id: StreamId, readonly command: CalendarCommand, readonly context: CommandContext) {}
}

@CommandHandler(CalendarEnvelope)
export class CalendarCommandHandler implements ICommandHandler<CalendarEnvelope, Outcome<TenantCalendar>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: CalendarEnvelope): Promise<Outcome<TenantCalendar>> {
    return this.repository.execute(calendarDecider, id, command, context);
  }
}
