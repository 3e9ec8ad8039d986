import { LeadingGroupCommandHandler } from './group.command-handler.js';
import { GroupsController } from './groups.controller.js';

export { leadingGroupTable } from './group.tables.js';
export const groupControllers = [GroupsController] as const;
export const groupProviders = [LeadingGroupCommandHandler] as const;
