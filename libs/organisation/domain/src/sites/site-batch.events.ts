import type { Event } from '@zeren/kernel';
import type { SiteVersion } from './site.events.js';

/** What a batch says of a site: what it is from a day on, who else is to know, and why, where it replaces what it was. */
export type EnteredSite = { readonly number: string; readonly site: SiteVersion; readonly readers: readonly string[]; readonly reason: string };

/** Some of the sites of a batch, at most 500; none of them holds before the batch was entered. */
export type SitesListed = Event<'SitesListed', { readonly sites: readonly EnteredSite[] }>;

/** A batch of sites was entered as a whole: each of them is registered or changed because of it. */
export type SitesEntered = Event<'SitesEntered', { readonly sites: number }>;

/** What happens to one batch of sites: streams `sitebatch-<tenant>_<fingerprint of its content>`. */
export type SiteBatchEvent = SitesListed | SitesEntered;
