import type { Command, Decider } from '@zeren/kernel';
import { ROWS_PER_EVENT } from '../register-units.js';
import type { EnteredSite, SiteBatchEvent } from './site-batch.events.js';
import type { SiteCommand } from './site.js';

/** Write a batch of sites down; again, until it is entered. Sent again later it changes nothing. */
export type EnterSites = Command<'EnterSites', { readonly sites: readonly EnteredSite[] }>;

export type SiteBatch = { readonly status: 'none' | 'listing' | 'entered'; readonly sites: readonly EnteredSite[] };

/** The next rows; with the last of them the batch is entered. */
const decide = ({ data: { sites } }: EnterSites, { status, sites: listed }: SiteBatch): readonly SiteBatchEvent[] => {
  if (status === 'entered' || sites.length === 0) return [];
  const next = sites.slice(listed.length, listed.length + ROWS_PER_EVENT);
  const isLast = listed.length + next.length === sites.length;
  return [{ type: 'SitesListed', data: { sites: next } }, ...(isLast ? [{ type: 'SitesEntered' as const, data: { sites: sites.length } }] : [])];
};

const evolve = (batch: SiteBatch, event: SiteBatchEvent): SiteBatch => {
  switch (event.type) {
    case 'SitesListed':
      return { status: 'listing', sites: [...batch.sites, ...event.data.sites] };
    case 'SitesEntered':
      return { ...batch, status: 'entered' };
  }
};

/** A batch of sites is entered whole or not at all; its id is the fingerprint of its content. */
export const siteBatchDecider: Decider<SiteBatch, EnterSites, SiteBatchEvent> = {
  category: 'sitebatch', initialState: { status: 'none', sites: [] }, decide, evolve, sharedWith: () => [],
};

/** What an entered site asks of its own stream: the register was looked at when the batch was checked. */
export const commandOfEntered = ({ number, site, readers, reason }: EnteredSite, isKnown: boolean): SiteCommand => {
  const facts = { hasArea: true, hasOwner: true, readers };
  return isKnown ? { type: 'ChangeSite', data: { site, reason, facts } } : { type: 'RegisterSite', data: { number, site, facts } };
};
