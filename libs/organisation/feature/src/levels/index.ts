import { Centres } from './centres.js';
import { EscalationCommandHandler } from './escalation.command-handler.js';
import { EscalationsController } from './escalations.controller.js';

export { levelsTables } from './levels.tables.js';
export const levelsControllers = [EscalationsController];
export const levelsProviders = [EscalationCommandHandler, Centres];
