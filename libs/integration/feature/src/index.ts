export { asyncApiDocument, describedTypes, type DescribedType, type EventTypeEntry, type EventTypes } from './async-api.js';
export { cloudEventText, cloudEventType } from './cloud-event.js';
export { IntegrationModule } from './integration.module.js';
