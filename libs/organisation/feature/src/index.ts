export type { Me } from './directory.controller.js';
export type { PostWithHolder } from './effective.js';
export { OrganisationModule } from './organisation.module.js';
export { organisationTables } from './organisation.tables.js';
