import { deriveUuid, type CommandContext } from '@zeren/event-store';
import { DomainError, parseStreamName, publicId, type RecordedEvent, type StreamId } from '@zeren/kernel';
import { MATRIX_ID, matrixDecider, type RuleCell } from '@zeren/organisation-domain';
import type { PolicyContext, PolicyJob } from '@zeren/read-model';
import { requestDecider, type FiledRequest, type JoinRequester, type OwnershipRuled, type RequestMerged, type RequestRow } from '@zeren/requests-domain';
import { RequestGrounds } from './request-grounds.js';
import { requestBoardTable } from './request.tables.js';

const streamOf = (event: RecordedEvent): StreamId => {
  const stream = parseStreamName(event.stream);
  if (!stream) throw new TypeError(`${event.stream} names no stream`);
  return stream;
};

/** Caused by an event, in its owner's name and in no post. */
const contextOf = ({ id, metadata }: RecordedEvent, what: string): CommandContext => ({
  caller: { tenantId: metadata.tenantId, actorId: 'zeren.policy', postId: '', unitId: '', roles: [], now: metadata.occurredAt },
  commandId: deriveUuid(what, id), correlationId: metadata.$correlationId, causationId: id,
});

const requestAt = async (stream: StreamId, { repository }: PolicyContext, { caller }: CommandContext): Promise<FiledRequest | undefined> => {
  const { state } = await repository.load(requestDecider, stream, caller);
  return state.status === 'none' ? undefined : state;
};

/** Everybody who asked there, as they are kept here. */
const askedBy = ({ content, receiptSecretHash, joined }: FiledRequest, fromRequestId: string): readonly JoinRequester['data'][] => [
  { fromRequestId, requesterId: content.requesterId, receipt: content.receipt, receiptSecretHash, filedAt: content.filedAt },
  ...joined,
];

/** Whoever asked in a request that went into another is kept there, at the end of all mergers. */
export const keepRequesters: PolicyJob = {
  name: 'requests-keep-requesters',
  handles: ['RequestMerged'],
  handle: async (recorded, policy) => {
    const event = recorded as RecordedEvent<RequestMerged>;
    const from = streamOf(event);
    const merged = await requestAt(from, policy, contextOf(event, 'merged'));
    if (!merged) return;
    let into: StreamId = from;
    for (let at: FiledRequest | undefined = merged; at?.mergedInto; at = await requestAt(into, policy, contextOf(event, 'merged'))) {
      into = { ...from, id: at.mergedInto.slice(from.tenantId.length + 1) };
    }
    for (const data of askedBy(merged, publicId(from.tenantId, from.id))) {
      await policy.repository.execute(requestDecider, into, { type: 'JoinRequester', data }, contextOf(event, `join ${data.receipt}`));
    }
  },
};

/** A ruling that is to hold from now on becomes a new version of the city's matrix, for the very area and class. */
export const ruleIntoMatrix: PolicyJob = {
  name: 'requests-rule-into-matrix',
  handles: ['OwnershipRuled'],
  handle: async (recorded, policy) => {
    const event = recorded as RecordedEvent<OwnershipRuled>;
    if (!event.data.intoMatrix) return;
    const context = contextOf(event, 'rule');
    const request = await requestAt(streamOf(event), policy, context);
    if (!request?.assignment || request.matterCode === null) return;
    const grounds = await new RequestGrounds(policy.repository).of(event.metadata.tenantId, event.metadata.occurredAt);
    const { supporting, officerPostId } = request.assignment;
    const command: RuleCell = {
      type: 'RuleCell',
      data: {
        areaUnitId: request.content.place.areaUnitId, matterCode: request.matterCode, leadUnitId: event.data.lead.unitId,
        supportingUnitIds: supporting.map(({ unitId }) => unitId), officerPostId, from: grounds.day, reason: event.data.reason, document: null,
        facts: { registers: grounds.registers, catalogue: grounds.catalogue },
      },
    };
    await policy.repository.execute(matrixDecider, { category: matrixDecider.category, tenantId: grounds.cityTenantId, id: MATRIX_ID }, command, context);
  },
};

type Provisional = Pick<RequestRow, 'ownerTenantId' | 'id'>;

/** Requests of these tenants of which some deadline was counted by the week alone. */
const provisionalOf = (tenantIds: readonly string[], { database }: PolicyContext): Promise<Provisional[]> =>
  database.manager.createQueryBuilder(requestBoardTable.entity, 'request').select(['request.readerTenantId', 'request.ownerTenantId', 'request.id'])
    .where('request.readerTenantId = request.ownerTenantId and request.isProvisional and request.ownerTenantId = any(:tenantIds)', { tenantIds }).getMany();

/** What was counted before a year was published is counted anew once it is: the tenant's own, and its districts'. */
export const recountDeadlines: PolicyJob = {
  name: 'requests-recount-deadlines',
  handles: ['WorkingYearPublished'],
  handle: async (event, policy) => {
    const { tenantId, occurredAt } = event.metadata;
    const grounds = new RequestGrounds(policy.repository);
    const { registers, cityTenantId } = await grounds.of(tenantId, occurredAt);
    const counting = cityTenantId === tenantId ? registers.flatMap(({ tenant }) => tenant?.tenantId ?? []) : [tenantId];
    for (const { ownerTenantId, id } of await provisionalOf([...new Set([tenantId, ...counting])], policy)) {
      const data = (await grounds.of(ownerTenantId, occurredAt)).counting;
      const context = contextOf(event, `recount ${publicId(ownerTenantId, id)}`);
      await policy.repository
        .execute(requestDecider, { category: requestDecider.category, tenantId: ownerTenantId, id }, { type: 'RecomputeDeadlines', data }, { ...context, caller: { ...context.caller, tenantId: ownerTenantId } })
        .catch(whereStillProvisional);
    }
  },
};

/** A year that is none of a request's leaves it as it is. */
const whereStillProvisional = (error: unknown): void => {
  if (!(error instanceof DomainError && error.code === 'year-not-published')) throw error;
};
