import { deriveUuid, type CommandContext } from '@zeren/event-store';
import type { ClockJob, ClockJobContext } from '@zeren/http';
import { publicId, type Caller } from '@zeren/kernel';
import { levelAbove, requestDecider, type RequestRow } from '@zeren/requests-domain';
import { RequestGrounds } from './request-grounds.js';
import { requestBoardTable } from './request.tables.js';

/** Requests heeded in one run; the rest follow in the next. */
const AT_ONCE = 5_000;
const WIDTH = 16;

export type DueRequest = Pick<RequestRow, 'ownerTenantId' | 'id' | 'nextHeedAt' | 'revision'>;

/** What is due at a moment, the longest due first: found by an index, of all tenants. */
export const dueRequests = ({ database }: Pick<ClockJobContext, 'database'>, now: string, atMost = AT_ONCE): Promise<DueRequest[]> =>
  database.manager.createQueryBuilder(requestBoardTable.entity, 'request')
    .select(['request.readerTenantId', 'request.ownerTenantId', 'request.id', 'request.nextHeedAt', 'request.revision'])
    .where('request.nextHeedAt <= cast(:now as timestamptz)', { now })
    .orderBy('request.nextHeedAt').limit(atMost).getMany();

/** The clock acts for the owner, in no post. One intent for each state of a request, whoever sends it. */
const contextOf = ({ ownerTenantId, id, nextHeedAt, revision }: DueRequest, now: string): CommandContext => {
  const commandId = deriveUuid('HeedDeadline', publicId(ownerTenantId, id), String(revision), nextHeedAt ?? '');
  const caller: Caller = { tenantId: ownerTenantId, actorId: 'zeren.clock', postId: '', unitId: '', roles: [], now };
  return { caller, commandId, correlationId: commandId, causationId: commandId };
};

const heed = async (due: DueRequest, now: string, grounds: RequestGrounds, { repository }: ClockJobContext): Promise<void> => {
  const stream = { category: requestDecider.category, tenantId: due.ownerTenantId, id: due.id };
  const context = contextOf(due, now);
  const [{ state }, territory] = await Promise.all([repository.load(requestDecider, stream, context.caller), grounds.of(due.ownerTenantId, now)]);
  if (state.status === 'none') return;
  await repository.execute(requestDecider, stream, { type: 'HeedDeadline', data: { escalateTo: levelAbove(territory, state) } }, context);
};

/**
 * Reminds of deadlines that are near or have passed, and tells one level up. What was done already, or is no longer due, stays as
 * it is: the decider says so, so two of these at work, or one killed between, do nothing twice.
 */
export const requestClock: ClockJob = {
  name: 'request-deadlines',
  everySeconds: 5,
  run: async (now, context) => {
    const due = await dueRequests(context, now);
    const grounds = new RequestGrounds(context.repository);
    const waiting = due[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const request of waiting) await heed(request, now, grounds, context);
    };
    await Promise.all(Array.from({ length: Math.min(WIDTH, due.length) }, lane));
  },
};
