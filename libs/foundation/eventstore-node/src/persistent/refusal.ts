import { status } from '@grpc/grpc-js';
import { Refusal } from '../streams/refusal.js';
import type { GroupAddress } from './address.js';

export function groupExists(address: GroupAddress): Refusal {
  return groupRefusal(status.ALREADY_EXISTS, 'persistent-subscription-exists', address, 'exists');
}

/** Without a group's name it says so of all groups of the stream. */
export function groupDoesNotExist(address: GroupAddress): Refusal {
  return groupRefusal(status.NOT_FOUND, 'persistent-subscription-does-not-exist', address, 'does not exist');
}

export function maximumSubscribersReached(address: GroupAddress): Refusal {
  return groupRefusal(status.FAILED_PRECONDITION, 'maximum-subscribers-reached', address, 'has reached its maximum of subscribers');
}

/** Ends consumers whose group was updated, deleted or restarted, and those who ask for it. */
export function subscriptionDropped(address: GroupAddress): Refusal {
  return groupRefusal(status.CANCELLED, 'persistent-subscription-dropped', address, 'was dropped');
}

function groupRefusal(code: status, exception: string, { stream, group }: GroupAddress, what: string): Refusal {
  return new Refusal(code, `Subscription group ${group} on stream ${stream} ${what}.`, {
    exception, 'stream-name': stream, 'group-name': group,
  });
}
