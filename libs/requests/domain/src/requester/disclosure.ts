import type { Caller, Role } from '@zeren/kernel';
import type { Disclosure } from '../request/request-values.js';

/** What can be shown of a requester. */
export type RequesterField = 'name' | 'phone' | 'address' | 'words';

/** What decides who may learn who asks. */
export type DisclosureFacts = {
  /** The tenant the request was filed with, whose office speaks with the requester. */
  readonly ownerTenantId: string;
  readonly disclosure: Disclosure;
  /** The units that handle it now, lead and supporting; none before it is dispatched and none once it is over. */
  readonly handling: readonly { readonly unitId: string; readonly tenantId: string }[];
};

const speaking: readonly Role[] = ['hotline', 'city-office', 'district-office'];
const offices: readonly Role[] = ['district-office', 'city-office'];
const working: readonly Role[] = ['officer', 'leader', ...offices];

const person: readonly RequesterField[] = ['name', 'phone', 'address'];

const speaksWithRequester = ({ tenantId, roles }: Caller, { ownerTenantId }: DisclosureFacts): boolean =>
  tenantId === ownerTenantId && roles.some((role) => speaking.includes(role));

const handles = ({ tenantId, unitId, roles }: Caller, { handling }: DisclosureFacts): boolean =>
  handling.some((unit) => unit.tenantId === tenantId && (unit.unitId === unitId || roles.some((role) => offices.includes(role))))
    && roles.some((role) => working.includes(role));

/**
 * What a caller's work needs to know of who asks. Those who speak with the requester see all there is; a unit and its
 * tenant's office, while it handles the request, see all of one who asks openly, only the words of one who is anonymous, and nothing of one who
 * asks in confidence. Everybody else sees nothing.
 */
export const fieldsOpenTo = (caller: Caller, facts: DisclosureFacts): readonly RequesterField[] => {
  const known = facts.disclosure === 'anonymous' ? [] : person;
  if (speaksWithRequester(caller, facts)) return [...known, 'words'];
  if (facts.disclosure === 'confidential' || !handles(caller, facts)) return [];
  return [...known, 'words'];
};

/** One who asked, as far as it is shown to the reader. */
export type RequesterShown = {
  /** The request it was told with: this one, or another that went into it. */
  readonly requestId: string;
  readonly requesterId: string | null;
  readonly disclosure: Disclosure;
  /** Public id of what would be erased: the requester, or the request of one who is anonymous. */
  readonly keyId: string;
  /** Whether the key was destroyed. */
  readonly isErased: boolean;
  /** Names of the fields that this reader's work needs; empty where it needs none. */
  readonly fields: readonly RequesterField[];
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly words: string | null;
};
