export type { Me } from './directory.controller.js';
export type { ImportDryRun, ImportError } from './onboarding/index.js';
export type { PostWithHolder } from './effective.js';
export type { SiteDryRun } from './sites/index.js';
export { OrganisationModule } from './organisation.module.js';
export { organisationPolicies } from './organisation-policies.js';
export { organisationTables } from './organisation.tables.js';
