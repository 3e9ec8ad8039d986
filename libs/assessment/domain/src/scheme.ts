import { compare, equals, sameData, sum, type Command, type Decider } from '@zeren/kernel';
import type { SchemeEvent, SchemePublished } from './assessment.events.js';
import { refuse } from './assessment-refusals.js';
import { checkDoing } from './scheme-doing.js';

/** Everything a scheme version says. */
export type SchemeContent = SchemePublished['data'];

export type PublishScheme = Command<'PublishScheme', SchemeContent>;
export type SchemeCommand = PublishScheme;

export type SchemeState = { readonly status: 'none' } | { readonly status: 'published'; readonly content: SchemeContent };

/** A version of a scheme: published once, then frozen. The same content again changes nothing. */
export const schemeDecider: Decider<SchemeState, SchemeCommand, SchemeEvent> = {
  category: 'scheme',
  initialState: { status: 'none' },
  decide: (command, state) => {
    if (state.status === 'published') {
      return sameData(state.content, command.data) ? [] : refuse('scheme-frozen');
    }
    checkCampaigns(command.data);
    checkGroups(command.data);
    checkRules(command.data);
    checkDoing(command.data);
    return [{ type: 'SchemePublished', data: command.data }];
  },
  evolve: (_state, event) => {
    switch (event.type) {
      case 'SchemePublished':
        return { status: 'published', content: event.data };
    }
  },
  sharedWith: (state) => (state.status === 'published' ? assessedTenantsOf(state.content) : []),
};

/** The tenants whose units a scheme assesses: they read the scheme and what is published by it. */
export const assessedTenantsOf = (scheme: Pick<SchemeContent, 'groups'>): string[] => [
  ...new Set(scheme.groups.flatMap((group) => group.units.map((unit) => unit.tenantId))),
];

const checkCampaigns = ({ campaigns }: SchemeContent): void => {
  refuseRepeated(campaigns.map((campaign) => campaign.campaignId), (campaign, index) =>
    refuse('campaign-twice', `campaigns[${index}].campaignId`, { campaign }));
  campaigns.forEach(({ campaignId, weight }, index) => {
    if (compare(weight, '0') <= 0) refuse('campaign-weight-not-positive', `campaigns[${index}].weight`, { campaign: campaignId });
  });
  const total = sum(campaigns.map((campaign) => campaign.weight));
  if (!equals(total, '100')) refuse('campaign-weights-not-100', 'campaigns', { sum: total });
};

const checkGroups = ({ groups, notApplicable }: SchemeContent): void => {
  if (groups.length === 0) refuse('scheme-without-group', 'groups');
  refuseRepeated(groups.map((group) => group.code), (group, index) => refuse('group-twice', `groups[${index}].code`, { group }));
  groups.forEach((group, index) => {
    if (group.units.length === 0) refuse('group-empty', `groups[${index}].units`, { group: group.code });
  });
  const units = groups.flatMap((group) => group.units.map((unit) => unit.unitId));
  refuseRepeated(units, (unit) => refuse('unit-in-two-groups', 'groups', { unit }));
  const known = new Set(units);
  notApplicable.forEach(({ unitId }, index) => {
    if (!known.has(unitId)) refuse('not-applicable-unit-unknown', `notApplicable[${index}].unitId`, { unit: unitId });
  });
};

const checkRules = (scheme: SchemeContent): void => {
  for (const field of ['lateDeduction', 'reworkDeduction'] as const) {
    if (compare(scheme[field], '0') < 0 || compare(scheme[field], '100') > 0) refuse('deduction-out-of-range', field);
  }
  const { places } = scheme;
  if (!Number.isInteger(places) || places < 0 || places > 6) refuse('places-out-of-range', 'places');
};

const refuseRepeated = (values: readonly string[], refuseOne: (value: string, index: number) => never): void => {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) refuseOne(value, index);
    seen.add(value);
  });
};
