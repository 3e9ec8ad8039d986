import { LastingRows } from './lasting-rows.js';
import { LeadershipCommandHandler } from './leadership.command-handler.js';
import { LeadershipController } from './leadership.controller.js';
import { OwnStreams } from './own-stream.js';
import { RegisterFinder } from './register-findings.js';

export { leaderAssignmentTable } from './leadership.tables.js';
export const leadershipControllers = [LeadershipController] as const;
export const leadershipProviders = [LeadershipCommandHandler, LastingRows, OwnStreams, RegisterFinder] as const;
