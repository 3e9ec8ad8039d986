import type { Event } from '@zeren/kernel';
import type { Sealed } from '../request/request-values.js';

/** Somebody asked the administration for something. What says who it is stands sealed under a key of that person's own. */
export type RequesterRecorded = Event<'RequesterRecorded', {
  /** The request with which these were told; one person may ask more than once. */
  readonly requestId: string;
  /** Name, phone and address as JSON, sealed; null where the requester stays anonymous. */
  readonly contact: Sealed | null;
}>;

/** Somebody looked at who a requester is: which of the fields, for which request, to do what. */
export type RequesterLookedAt = Event<'RequesterLookedAt', {
  readonly requestId: string;
  readonly fields: readonly string[];
  readonly purpose: string;
  /** Whose officer looked: the tenant that was asked, or one that handles the request. */
  readonly tenantId: string;
}>;

/** The person's key was destroyed: nothing that was sealed under it can be read again. */
export type RequesterErased = Event<'RequesterErased', { readonly reason: string }>;

/**
 * What happens to a requester: streams `requester-<tenant>_<id>`, shared with nobody. One who stays anonymous has the id of
 * the request.
 */
export type RequesterEvent = RequesterRecorded | RequesterLookedAt | RequesterErased;
