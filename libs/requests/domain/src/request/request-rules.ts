import { ownerOnly, sameData, type Command, type Decider } from '@zeren/kernel';
import { isTerm } from '@zeren/organisation-domain';
import { refuse } from './request-refusals.js';
import type { RequestRulesEvent } from './request-rules.events.js';
import { defaultTerms, type RequestTerms } from './request-terms.js';

/** The one stream of a tenant's rules for requests. */
export const REQUEST_RULES_ID = 'rules';

/** Set the terms for what is decided from now on. */
export type SetRequestTerms = Command<'SetRequestTerms', RequestTerms>;

const decide = ({ data }: SetRequestTerms, terms: RequestTerms): readonly RequestRulesEvent[] => {
  const { returns, ...within } = data;
  const wrong = Object.entries(within).find(([, term]) => !isTerm(term));
  if (wrong) refuse('terms-wrong', wrong[0]);
  if (!Number.isInteger(returns) || returns < 1) refuse('terms-wrong', 'returns');
  return sameData(data, terms) ? [] : [{ type: 'RequestTermsSet', data }];
};

/** A tenant's terms: the default ones until it says otherwise. */
export const requestRulesDecider: Decider<RequestTerms, SetRequestTerms, RequestRulesEvent> = {
  category: 'requestrules',
  initialState: defaultTerms,
  decide,
  evolve: (_terms, event) => event.data,
  sharedWith: ownerOnly,
};
