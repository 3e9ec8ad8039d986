import { refuse } from '../refusals.js';

/** Whom a command invites, and which tenants are districts of the caller's city: a fact that the handler reads. */
export type Invitation = { readonly participantTenantIds: readonly string[]; readonly districtTenantIds: readonly string[] };

/** A city shares its work with its own districts, and with no other tenant of the deployment. */
export const requireDistricts = ({ participantTenantIds, districtTenantIds }: Invitation): void => {
  participantTenantIds.forEach((tenant, index) => {
    if (!districtTenantIds.includes(tenant)) refuse('participant-not-district', `participantTenantIds[${index}]`, { tenant });
  });
};
