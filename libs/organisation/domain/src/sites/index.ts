export * from './site-batch.events.js';
export { commandOfEntered, siteBatchDecider, type EnterSites, type SiteBatch } from './site-batch.js';
export * from './site.events.js';
export { siteDecider, versionsAfter, type Site, type SiteCommand, type SiteFacts, type SitePeriod } from './site.js';
export { isOpenToPublic, lineOfSite, parseSites, SITE_NUMBER, siteSheet, siteTypes, type PlacedSite } from './site-sheet.js';
export { siteProjection, type SiteRow } from './site-view.js';
