import { DevolutionCommandHandler } from './devolution.command-handler.js';
import { DevolutionsController } from './devolutions.controller.js';

export { devolutionTable } from './devolution.tables.js';
export const devolutionControllers = [DevolutionsController] as const;
export const devolutionProviders = [DevolutionCommandHandler] as const;
