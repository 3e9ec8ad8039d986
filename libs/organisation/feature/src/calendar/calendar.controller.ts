import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, ownersReading, type CommandContext, type Outcome } from '@zeren/event-store';
import { CallerOf, Context, ProblemError, readWorkbook, RolesAllowed, StreamedBody, uploadedWorkbook, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import {
  CALENDAR_ID, calendarDecider, readYearSheet, workingCalendarOf, yearSheetNames,
  type CalendarCommand, type CalendarInForce, type SheetReading, type TenantCalendar,
} from '@zeren/organisation-domain';
import { WorkingHoursBody, WorkingYearBody } from './calendar.bodies.js';
import { CalendarEnvelope } from './calendar.command-handler.js';

/** When the caller's tenant works: its years, its hours, and by whose word. */
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
  ) {}

  @Get()
  read(@CallerOf() caller: Caller): Promise<CalendarInForce> {
    return workingCalendarOf(ownersReading(this.repository), caller.tenantId);
  }

  @Post('years')
  @RolesAllowed('city-office', 'district-office')
  publishYear(@Body() data: WorkingYearBody, @Context() context: CommandContext): Promise<Outcome<TenantCalendar>> {
    return this.execute({ type: 'PublishWorkingYear', data }, context);
  }

  @Post('hours')
  @RolesAllowed('city-office', 'district-office')
  setHours(@Body() data: WorkingHoursBody, @Context() context: CommandContext): Promise<Outcome<TenantCalendar>> {
    return this.execute({ type: 'SetWorkingHours', data }, context);
  }

  /** What a workbook (the body, application/octet-stream) says of a year, row by row; nothing is published. */
  @Post('readings')
  @HttpCode(200)
  @StreamedBody()
  @RolesAllowed('city-office', 'district-office')
  async readSheet(@Req() request: EdgeRequest): Promise<SheetReading> {
    const rows = readWorkbook(await uploadedWorkbook(request)).sheet(yearSheetNames);
    if (!rows) throw new ProblemError(422, 'calendar-sheet-missing');
    return readYearSheet(rows);
  }

  private execute(command: CalendarCommand, context: CommandContext): Promise<Outcome<TenantCalendar>> {
    const id = { category: calendarDecider.category, tenantId: context.caller.tenantId, id: CALENDAR_ID };
    return this.commands.execute<CalendarEnvelope, Outcome<TenantCalendar>>(new CalendarEnvelope(id, command, context));
  }
}
