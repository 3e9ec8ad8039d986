import { deriveUuid, type CommandContext } from '@zeren/event-store';
import { DomainError, parseStreamName, type RecordedEvent } from '@zeren/kernel';
import { commandOfEntered, siteBatchDecider, siteDecider, type EnteredSite } from '@zeren/organisation-domain';
import type { PolicyContext, PolicyJob } from '@zeren/read-model';
import { inTurns } from './in-turns.js';

/** The doing of whoever entered the batch, at that moment. A site of a batch is entered once, whatever became of it later. */
const contextOf = ({ id, stream, metadata }: RecordedEvent, number: string): CommandContext => {
  const { tenantId, actorId, postId, unitId, occurredAt, $correlationId } = metadata;
  return {
    caller: { tenantId, actorId, postId, unitId, roles: [], now: occurredAt }, commandId: deriveUuid('enter site', id, number),
    correlationId: $correlationId, causationId: id, idempotency: { key: stream, bodyHash: id },
  };
};

/** Nothing is left out: what somebody changed meanwhile so that it no longer fits is told once all others are entered. */
const enterOne = async (entered: EnteredSite, event: RecordedEvent, { repository }: PolicyContext): Promise<DomainError | undefined> => {
  const context = contextOf(event, entered.number);
  const stream = { category: siteDecider.category, tenantId: context.caller.tenantId, id: entered.number };
  const { state } = await repository.load(siteDecider, stream, context.caller);
  try {
    await repository.execute(siteDecider, stream, commandOfEntered(entered, state.status !== 'none'), context);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

/** A batch that was entered registers and changes its sites; it may stop and go on anywhere without missing or doubling one. */
export const enterSites: PolicyJob = {
  name: 'organisation-enter-sites',
  handles: ['SitesEntered'],
  handle: async (event, policy) => {
    const stream = parseStreamName(event.stream);
    if (!stream) throw new TypeError(`${event.stream} names no stream`);
    const { state } = await policy.repository.load(siteBatchDecider, stream, contextOf(event, '').caller);
    const refused = await inTurns(state.sites, (site) => enterOne(site, event, policy));
    const [first] = refused.filter((error) => error !== undefined);
    if (first) throw first;
  },
};
