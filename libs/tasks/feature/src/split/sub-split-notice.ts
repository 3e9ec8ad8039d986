import { deriveUuid, type CommandContext } from '@zeren/event-store';
import { fold, parsePublicId, parseStreamName, publicId, sameData, type RecordedEvent } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import { reservationDecider, splitDecider, splitThatHolds, taskDecider, type PublishedTask, type TaskEvent, type TaskRevised } from '@zeren/tasks-domain';

type Revised = RecordedEvent<TaskRevised>;

/** What is asked of the unit, as far as a split below has to keep to it. */
const demandsOf = ({ deadline, annualTargets, metrics }: Pick<PublishedTask['content'], 'deadline' | 'annualTargets' | 'metrics'>) => ({ deadline, annualTargets, metrics });

/** The task as it stood before the revision reached it. */
const taskBefore = async (event: Revised, store: { read(stream: string, options: { limit: number }): AsyncIterable<RecordedEvent> }): Promise<PublishedTask> => {
  const events: TaskEvent[] = [];
  for await (const earlier of store.read(event.stream, { limit: event.revision })) events.push(earlier as RecordedEvent<TaskEvent>);
  return fold(taskDecider, events) as PublishedTask;
};

/** The policy acts in the splitting tenant, in no post; what it does is caused by the revision above. */
const contextOf = ({ id, metadata }: Revised, tenantId: string): CommandContext => ({
  caller: { tenantId, actorId: 'zeren.sub-splits', postId: '', unitId: '', roles: [], now: metadata.occurredAt },
  commandId: deriveUuid('sub-split-notice', id),
  correlationId: metadata.$correlationId,
  causationId: id,
});

/** Where a revision asks a task for something else, the split that stands below it is told so. */
export const subSplitNotice: PolicyJob = {
  name: 'sub-split-notice',
  handles: ['TaskRevised'],
  handle: async (recorded, { store, repository }) => {
    const event = recorded as Revised;
    const id = parseStreamName(event.stream);
    if (!id) return;
    const { content, version, reason } = event.data;
    const { content: before } = await taskBefore(event, store);
    if (sameData(demandsOf(before), demandsOf(content))) return;
    const taskId = publicId(id.tenantId, id.id);
    const context = contextOf(event, content.unitTenantId);
    const reserved = { category: reservationDecider.category, tenantId: content.unitTenantId, id: content.campaignId };
    const { state } = await repository.load(reservationDecider, reserved, context.caller);
    const below = parsePublicId(splitThatHolds(state, taskId) ?? '');
    if (!below) return;
    const command = { type: 'NoteParentRevision', data: { taskId, name: content.name, version, reason } } as const;
    await repository.execute(splitDecider, { category: splitDecider.category, ...below }, command, context);
  },
};
