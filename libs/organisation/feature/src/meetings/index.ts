import { MeetingCommandHandler } from './meeting.command-handler.js';
import { MeetingsController } from './meetings.controller.js';

export { meetingTable } from './meeting.tables.js';
export const meetingControllers = [MeetingsController] as const;
export const meetingProviders = [MeetingCommandHandler] as const;
