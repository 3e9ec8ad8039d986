import { deriveUuid, RevisionConflict, type CommandContext, type EventStore } from '@zeren/event-store';
import { fold, parseStreamName, streamName, type EventMetadata, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { PolicyContext, PolicyJob } from '@zeren/read-model';
import {
  changesOf, objectionRuleAt, planOf, rowsOf, splitDecider, taskDecider,
  type CarryRevision, type PublishedSplit, type RevisionPlan, type SplitEvent, type SplitRevisionCarriedOut, type TaskPublished,
} from '@zeren/tasks-domain';
import { campaignMoves } from '../campaign/campaign-moves.js';
import { inParallel } from '../in-parallel.js';
import { measureCredits } from '../measure/measure-credits.js';
import { postingAward } from '../posting/posting-award.js';
import { jointParts } from '../joint/joint-parts.js';
import { reassignment } from '../task/reassignment.js';
import { subSplitNotice } from './sub-split-notice.js';
import { taskRulesOf } from '../rules/task-rules-reader.js';

/** Appends in flight at once. */
const WIDTH = 64;

const publishedSplit = async (store: EventStore, { stream, revision }: RecordedEvent): Promise<PublishedSplit> => {
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

/** Tasks between two looks at whether the publication was halted. */
const CHUNK = 500;

/** Whether the latest word on a split is that its publication is halted. */
const isStopped = async (store: EventStore, stream: string): Promise<boolean> => {
  for await (const { type } of store.read(stream, { backwards: true, limit: 1 })) return type === 'SplitPublicationStopped';
  return false;
};

const chunksOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));

/** The commands of a policy are the doing of whoever published the split, at that moment. */
const contextOf = (published: RecordedEvent, purpose: string): CommandContext => {
  const { tenantId, actorId, postId, unitId, occurredAt, $correlationId } = published.metadata;
  return {
    caller: { tenantId, actorId, postId, unitId, roles: [], now: occurredAt },
    commandId: deriveUuid(purpose, published.id),
    correlationId: $correlationId,
    causationId: published.id,
  };
};

type Carry = CarryRevision['data'];

/** The publication needs no view: what it knows it reads from the streams. */
type Streams = Omit<PolicyContext, 'database'>;

/** Brings every task in line with the version just published, chunk by chunk; false where it was halted on the way. */
const carryOut = async (published: RecordedEvent, plan: RevisionPlan, split: PublishedSplit, { store, repository }: Streams): Promise<boolean> => {
  const id = splitIdOf(published);
  const { occurredAt } = published.metadata;
  const objection = objectionRuleAt(await taskRulesOf(repository, id.tenantId), occurredAt);
  const said = { version: split.version, reason: split.reason ?? '', document: split.document };
  const carry = async (task: string, content: Carry['content']): Promise<void> => {
    const command: CarryRevision = { type: 'CarryRevision', data: { ...said, content, objection } };
    await repository.execute(taskDecider, { category: taskDecider.category, tenantId: id.tenantId, id: task }, command, contextOf(published, `revision ${task}`));
  };
  const works = [
    ...plan.published.map(({ id: task, event }) => () =>
      publishTask(store, { id: task, event: { ...event, data: { ...event.data, objection } } }, id, published)),
    ...plan.carried.map(({ id: task, content }) => () => carry(task, content)),
    ...plan.removed.map((task) => () => carry(task, null)),
  ];
  for (const chunk of chunksOf(works)) {
    if (await isStopped(store, published.stream)) return false;
    await inParallel(chunk, WIDTH, (work) => work());
  }
  return true;
};

const splitIdOf = ({ stream }: RecordedEvent): StreamId => {
  const id = parseStreamName(stream);
  if (!id) throw new Error(`${stream} is no stream of this product`);
  return id;
};

/** What a revision came to: rows left as they were are those whose terms did not change. */
const resultOf = (plan: RevisionPlan, split: PublishedSplit): SplitRevisionCarriedOut['data'] => {
  const changed = split.previous ? changesOf(rowsOf(split.previous), rowsOf(split)).filter(({ kind }) => kind === 'changed').length : 0;
  return { version: split.version, published: plan.published.length, revised: changed, closed: plan.removed.length, kept: plan.carried.length - changed };
};

/** A published split's rows become tasks. Stopped anywhere and run again, it misses none and doubles none. */
export const splitPublication = {
  name: 'split-publication',
  handles: ['SplitPublished', 'SplitPublicationResumed'],
  handle: async (event: RecordedEvent, context: Streams) => {
    const id = splitIdOf(event);
    const split = await publishedSplit(context.store, event);
    const plan = planOf(id.tenantId, id.id, split);
    const isDone = await carryOut(event, plan, split, context);
    if (!isDone || split.version === 1) return;
    const command = { type: 'CarryOutRevision', data: resultOf(plan, split) } as const;
    await context.repository.execute(splitDecider, id, command, contextOf(event, 'revision carried out'));
  },
} satisfies PolicyJob;

/** What events of this context cause. */
export const tasksPolicies: readonly PolicyJob[] = [splitPublication, reassignment, postingAward, measureCredits, campaignMoves, subSplitNotice, jointParts];
