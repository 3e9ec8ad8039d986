export type * from './access.events.js';
export { admissionRefusals } from './access-refusals.js';
export { ACCESS_ID, accessDecider, type AccessCommand } from './access.js';
export { delegationOn, holdingOn, noAccess, rolesIn, type Access, type RoleRecord } from './access-state.js';
export { admitPostHolder, admitted } from './admission.js';
export type { DelegateWork, DelegationFacts, EndDelegation } from './delegations.js';
export type { GrantRole, WithdrawRole } from './role-changes.js';
export { delegationProjection, roleChangeProjection, type DelegationRow, type RoleChangeRow } from './access-view.js';
