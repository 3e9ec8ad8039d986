import { ownerOnly, type Caller, type Decider } from '@zeren/kernel';
import type { AccessEvent } from './access.events.js';
import { evolveAccess, noAccess, type Access } from './access-state.js';
import { delegateWork, endDelegation, type DelegateWork, type EndDelegation } from './delegations.js';
import { changeRole, type GrantRole, type WithdrawRole } from './role-changes.js';

export type AccessCommand = GrantRole | WithdrawRole | DelegateWork | EndDelegation;

/** Each tenant keeps one: stream `access-<tenant>_access`. */
export const ACCESS_ID = 'access';

const decide = (command: AccessCommand, access: Access, caller: Caller): readonly AccessEvent[] => {
  switch (command.type) {
    case 'GrantRole':
    case 'WithdrawRole': return changeRole(command, access, caller);
    case 'DelegateWork': return delegateWork(command, access, caller);
    case 'EndDelegation': return endDelegation(command, access, caller);
  }
};

export const accessDecider: Decider<Access, AccessCommand, AccessEvent> = {
  category: 'access', initialState: noAccess, decide, evolve: evolveAccess, sharedWith: ownerOnly,
};
