import { IntegrationCommandHandler } from './integration.command-handler.js';
import { IntegrationsController } from './integrations.controller.js';

export { integrationNameTable } from './integration.tables.js';
export type { NamedIntegration } from './integrations.controller.js';
export const integrationControllers = [IntegrationsController] as const;
export const integrationProviders = [IntegrationCommandHandler] as const;
