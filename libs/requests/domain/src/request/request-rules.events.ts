import type { Event } from '@zeren/kernel';
import type { RequestTerms } from './request-terms.js';

/** The tenant set its terms for requests; they hold for what is decided from then on. */
export type RequestTermsSet = Event<'RequestTermsSet', RequestTerms>;

/** What a tenant has laid down for its requests: streams `requestrules-<tenant>_rules`. */
export type RequestRulesEvent = RequestTermsSet;
