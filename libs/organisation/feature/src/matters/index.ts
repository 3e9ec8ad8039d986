import { CityKnowledge } from './city-knowledge.js';
import { MatterCatalogueCommandHandler, MattersController } from './matters.controller.js';

export { CityKnowledge } from './city-knowledge.js';

export const matterControllers = [MattersController];
export const matterProviders = [MatterCatalogueCommandHandler, CityKnowledge];
