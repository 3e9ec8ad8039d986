import { deriveUuid, RevisionConflict, type EventStore } from '@zeren/event-store';
import { fold, parseStreamName, streamName, type EventMetadata, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import { objectionRuleAt, splitDecider, tasksOfSplit, type Split, type SplitEvent, type TaskPublished } from '@zeren/tasks-domain';
import { inParallel } from './in-parallel.js';
import { postingAward } from './posting-award.js';
import { reassignment } from './reassignment.js';
import { taskRulesOf } from './task-rules-reader.js';

/** Appends in flight at once. */
const WIDTH = 64;

const publishedSplit = async (store: EventStore, { stream, revision }: RecordedEvent): Promise<Extract<Split, { status: 'published' }>> => {
  const events: SplitEvent[] = [];
  for await (const event of store.read(stream, { limit: revision + 1 })) events.push(event as RecordedEvent<SplitEvent>);
  const split = fold(splitDecider, events);
  if (split.status !== 'published') throw new Error(`${stream} is ${split.status} after its publication`);
  return split;
};

/** The task is the publication's doing: same actor, same moment. Its ids follow from the split, so that a repetition meets them. */
const metadataOf = (task: TaskPublished, taskStream: string, published: RecordedEvent): EventMetadata => ({
  tenantId: published.metadata.tenantId,
  actorTenantId: published.metadata.actorTenantId,
  actorId: published.metadata.actorId,
  postId: published.metadata.postId,
  unitId: published.metadata.unitId,
  occurredAt: published.metadata.occurredAt,
  $correlationId: published.metadata.$correlationId,
  $causationId: published.id,
  commandId: deriveUuid('split-publication', published.id, taskStream),
  schemaVersion: 1,
  sharedWith: task.data.sharedWith,
});

const publishTask = async (store: EventStore, { id, event }: { id: string; event: TaskPublished }, split: StreamId, published: RecordedEvent): Promise<void> => {
  const stream = streamName({ category: 'task', tenantId: split.tenantId, id });
  const newEvent = { ...event, id: deriveUuid('TaskPublished', stream), metadata: metadataOf(event, stream, published) };
  try {
    await store.append(stream, [newEvent], 'no-stream');
  } catch (error) {
    // The stream is this row's own: if it is there already, an earlier run has begun it.
    if (!(error instanceof RevisionConflict)) throw error;
  }
};

/** A published split's rows become tasks. Stopped anywhere and run again, it misses none and doubles none. */
export const splitPublication: PolicyJob = {
  name: 'split-publication',
  handles: ['SplitPublished'],
  handle: async (published, { store, repository }) => {
    const id = parseStreamName(published.stream);
    if (!id) throw new Error(`${published.stream} is no stream of this product`);
    const tasks = tasksOfSplit(id.tenantId, id.id, await publishedSplit(store, published));
    const { occurredAt } = published.metadata;
    const objection = objectionRuleAt(await taskRulesOf(repository, id.tenantId, occurredAt), occurredAt);
    await inParallel(tasks, WIDTH, ({ id: taskId, event }) =>
      publishTask(store, { id: taskId, event: { ...event, data: { ...event.data, objection } } }, id, published));
  },
};

/** What events of this context cause. */
export const tasksPolicies: readonly PolicyJob[] = [splitPublication, reassignment, postingAward];
