import { SiteFactsReader } from './site-facts.js';
import { SiteImport } from './site-import.js';
import { SiteBatchCommandHandler, SiteCommandHandler } from './site.command-handler.js';
import { SiteSheetsController, SitesController } from './sites.controller.js';

export { enterSites } from './site-batch-policy.js';
export type { SiteDryRun } from './site-import.js';
export const siteControllers = [SitesController, SiteSheetsController];
export const siteProviders = [SiteFactsReader, SiteImport, SiteCommandHandler, SiteBatchCommandHandler];
