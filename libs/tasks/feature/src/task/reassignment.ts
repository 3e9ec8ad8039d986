import { deriveUuid, RevisionConflict } from '@zeren/event-store';
import { fold, parseStreamName, publicId, streamName, type RecordedEvent } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import { objectionRuleAt, taskDecider, type PublishedTask, type Successor, type TaskEvent, type TaskPublished } from '@zeren/tasks-domain';
import { taskRulesOf } from '../rules/task-rules-reader.js';

/** The task as the other unit gets it: all but who answers for it, and with a time for objections of its own. */
const dispatchedAnew = ({ content, integrations }: PublishedTask, successor: Successor, ownerTenantId: string, replaces: string): TaskPublished['data'] => {
  const { objection: _, ...kept } = content;
  const above = content.sharedWith.filter((tenant) => tenant !== content.unitTenantId);
  const beside = (content.parts ?? []).map(({ unitTenantId }) => unitTenantId);
  const sharedWith = [...new Set([successor.unitTenantId, ...above, ...beside])].filter((tenant) => tenant !== ownerTenantId);
  return { ...kept, ...successor, sharedWith, replaces, ...(integrations !== null && { integrations }) };
};

/** A task that was taken back or given back goes to the unit named instead, as a task of its own: `<id>.2`. */
export const reassignment: PolicyJob = {
  name: 'task-reassignment',
  handles: ['TaskWithdrawn', 'TaskReturned'],
  handle: async (event, { store, repository }) => {
    const { successor } = (event as RecordedEvent<Extract<TaskEvent, { type: 'TaskWithdrawn' | 'TaskReturned' }>>).data;
    const id = parseStreamName(event.stream);
    if (!successor || !id) return;
    const events: TaskEvent[] = [];
    for await (const earlier of store.read(event.stream, { limit: event.revision + 1 })) events.push(earlier as RecordedEvent<TaskEvent>);
    const { metadata } = event;
    const rules = await taskRulesOf(repository, id.tenantId);
    const task = dispatchedAnew(fold(taskDecider, events) as PublishedTask, successor, id.tenantId, publicId(id.tenantId, id.id));
    const stream = streamName({ ...id, id: `${id.id}.2` });
    const published = {
      type: 'TaskPublished',
      data: { ...task, objection: objectionRuleAt(rules, metadata.occurredAt) },
      id: deriveUuid('TaskPublished', stream),
      metadata: {
        tenantId: metadata.tenantId, actorTenantId: metadata.actorTenantId, actorId: metadata.actorId, postId: metadata.postId, unitId: metadata.unitId,
        occurredAt: metadata.occurredAt, $correlationId: metadata.$correlationId, $causationId: event.id,
        commandId: deriveUuid('task-reassignment', event.id, stream), schemaVersion: 1, sharedWith: task.sharedWith,
      },
    };
    try {
      await store.append(stream, [published], 'no-stream');
    } catch (error) {
      // The stream is this task's own successor: if it is there already, an earlier run has begun it.
      if (!(error instanceof RevisionConflict)) throw error;
    }
  },
};
