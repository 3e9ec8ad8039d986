import { CityKnowledge } from './city-knowledge.js';
import { MatterCatalogueCommandHandler, MattersController } from './matters.controller.js';

export { CityKnowledge } from './city-knowledge.js';
export type { CatalogueReading } from './matters.controller.js';

export const matterControllers = [MattersController];
export const matterProviders = [MatterCatalogueCommandHandler, CityKnowledge];
