import { deriveUuid, RevisionConflict } from '@zeren/event-store';
import { fold, parseStreamName, publicId, streamName, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import { endOfDay } from '@zeren/organisation-domain';
import { postingDecider, taskOfPosting, type Posting, type PostingEvent, type TaskPublished } from '@zeren/tasks-domain';

const METRIC = 'value';

/** The task a taken posting becomes: its target is what was promised, and whoever promised it has no objection left. */
const taskOf = ({ content, taker }: Extract<Posting, { status: 'taken' }>, { tenantId, id }: StreamId): TaskPublished['data'] => {
  const { unitId, unitTenantId, accountablePostId, value, finishBy } = taker;
  const dueAt = endOfDay(finishBy);
  return {
    splitId: publicId(tenantId, id), rowKey: content.code, parentTaskId: null, ancestors: [], campaignId: content.campaignId, indicatorCode: content.code,
    name: content.title, evidence: content.evidence, unitId, unitTenantId, supportingUnitIds: [], accountablePostId, level: unitTenantId === tenantId ? 1 : 2,
    weight: '100', metrics: [{ code: METRIC, ...content.metric, distribution: 'threshold' }],
    annualTargets: [{ year: Number(finishBy.slice(0, 4)), dueAt, targets: [{ metric: METRIC, value }] }], deadline: dueAt,
    sharedWith: unitTenantId === tenantId ? [] : [unitTenantId], ...(content.integrations && { integrations: content.integrations }),
  };
};

/** A taken posting becomes a task, accepted already: the bid or the claim was the acceptance. */
export const postingAward: PolicyJob = {
  name: 'posting-award',
  handles: ['BidAwarded', 'ProblemClaimed'],
  handle: async (event, { store }) => {
    const id = parseStreamName(event.stream);
    if (!id) throw new Error(`${event.stream} is no stream of this product`);
    const events: PostingEvent[] = [];
    for await (const earlier of store.read(event.stream, { limit: event.revision + 1 })) events.push(earlier as RecordedEvent<PostingEvent>);
    const posting = fold(postingDecider, events);
    if (posting.status !== 'taken') throw new Error(`${event.stream} is ${posting.status} after it was taken`);
    const task = taskOf(posting, id);
    const stream = streamName({ category: 'task', tenantId: id.tenantId, id: taskOfPosting(id.id) });
    const { tenantId, actorTenantId, actorId, postId, unitId, occurredAt, $correlationId } = event.metadata;
    const metadata = {
      tenantId, actorTenantId, actorId, postId, unitId, occurredAt, $correlationId, $causationId: event.id,
      commandId: deriveUuid('posting-award', event.id, stream), schemaVersion: 1, sharedWith: task.sharedWith,
    };
    const begun = [{ type: 'TaskPublished', data: task }, { type: 'TaskAccepted', data: { unitId: task.unitId } }]
      .map((one) => ({ ...one, id: deriveUuid(one.type, stream), metadata }));
    try {
      await store.append(stream, begun, 'no-stream');
    } catch (error) {
      // The stream is this posting's own: if it is there already, an earlier run has begun it.
      if (!(error instanceof RevisionConflict)) throw error;
    }
  },
};
