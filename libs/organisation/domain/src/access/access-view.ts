import type { Projection, ViewRow } from '@zeren/kernel';
import { keysFor } from '../unit-view.js';
import type { Delegation, DelegationEnded, RoleChange, RoleGranted, RoleWithdrawn, WorkDelegated } from './access.events.js';

/** A change of a post's role; its id is `<postId>@<role>@<from>`. */
export type RoleChangeRow = ViewRow & RoleChange & {
  readonly held: boolean;
  /** Who changed it. */
  readonly actorId: string;
};

/** What a tenant has granted its posts and taken from them. */
export const roleChangeProjection: Projection<RoleChangeRow, RoleGranted | RoleWithdrawn> = {
  name: 'role_change',
  version: 1,
  handles: ['RoleGranted', 'RoleWithdrawn'],
  keys: (event) => keysFor(event, [`${event.data.postId}@${event.data.role}@${event.data.from}`]),
  evolve: (_row, { type, data, metadata }, key) => {
    const { postId, unitId, role, from, reason } = data;
    return { ...key, postId, unitId, role, from, reason, held: type === 'RoleGranted', actorId: metadata.actorId };
  },
};

/** A delegation; its id is its number. */
export type DelegationRow = ViewRow & Delegation & {
  /** Who delegated. */
  readonly actorId: string;
  /** Why it ended before its time; null where it did not. */
  readonly endReason: string | null;
};

/** Whose work is, was or will be in whose hands. */
export const delegationProjection: Projection<DelegationRow, WorkDelegated | DelegationEnded> = {
  name: 'delegation',
  version: 1,
  handles: ['WorkDelegated', 'DelegationEnded'],
  keys: (event) => keysFor(event, [String(event.data.number)]),
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'WorkDelegated': return { ...key, ...event.data, actorId: event.metadata.actorId, endReason: null };
      case 'DelegationEnded': return row && { ...row, until: event.data.until, endReason: event.data.reason };
    }
  },
};
