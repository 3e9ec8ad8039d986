export type { Me } from './directory.controller.js';
export type { ImportDryRun, ImportError } from './onboarding/index.js';
export type { PostWithHolder } from './effective.js';
export { OrganisationModule } from './organisation.module.js';
export { organisationTables } from './organisation.tables.js';
export type { AreaFigures, ListPage, MapReading, MatrixDryRun } from './matrix/index.js';
export type { CatalogueReading } from './matters/index.js';
