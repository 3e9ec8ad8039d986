import type { Caller, OwnersReading } from '@zeren/kernel';
import { localDate } from '../calendar/local-time.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { REGISTER_ID, registerDecider } from '../register.js';
import { postOf, type Register } from '../register-state.js';
import { ACCESS_ID, accessDecider } from './access.js';
import { delegationOn, holdingOn, rolesIn, type Access } from './access-state.js';

/** A person's access ends with the post: whoever names a post that the register knows holds it on that day. */
const requireHeld = (register: Register, { postId, actorId }: Caller, day: CalendarDate): void => {
  const post = postOf(register, postId);
  if (post && holdingOn(post, day)?.officerId !== actorId) refuse('post-not-held', undefined, { postId, officerId: actorId, day });
};

const asDeputy = (register: Register, access: Access, caller: Caller, postId: string, day: CalendarDate): Caller => {
  const delegation = delegationOn(access, postId, caller.postId, day);
  const post = postOf(register, postId);
  const isStillSo = post && delegation?.deputyId === caller.actorId && (holdingOn(post, day)?.officerId ?? null) === delegation.holderId;
  if (!isStillSo) return refuse('post-not-delegated', undefined, { postId, officerId: caller.actorId, day });
  return { ...caller, postId, unitId: post.unitId, roles: rolesIn(access, postId, delegation.roles, day), ownPostId: caller.postId };
};

/**
 * The caller as the tenant's register and access let it act on its day: in its own post, or in one whose work is
 * delegated to it. A post that the register does not know is the token's affair. Refuses post-not-held, post-not-delegated.
 */
export const admitted = (register: Register, access: Access, caller: Caller, actsInPostId: string | null): Caller => {
  const day = localDate(caller.now);
  requireHeld(register, caller, day);
  if (actsInPostId !== null && actsInPostId !== caller.postId) return asDeputy(register, access, caller, actsInPostId, day);
  return { ...caller, roles: rolesIn(access, caller.postId, caller.roles, day) };
};

/** The same, as the streams of the caller's tenant say now. */
export const admitPostHolder = async (caller: Caller, actsInPostId: string | null, read: OwnersReading): Promise<Caller> => {
  const { tenantId } = caller;
  const [register, access] = await Promise.all([
    read(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID }),
    read(accessDecider, { category: accessDecider.category, tenantId, id: ACCESS_ID }),
  ]);
  return admitted(register, access, caller, actsInPostId);
};
