import { publicId } from '@zeren/kernel';
import { ancestorsOfRows } from './check-split.js';
import type { RevisedContent } from '../task/task-revision.events.js';
import { rowsOf, type PublishedSplit } from './split-state.js';
import type { TaskPublished } from '../task/task-published.events.js';

type Publication = { readonly id: string; readonly event: TaskPublished };

/** The task of a row: `<split>.<key>`, or `<split>~<version>.<key>` where a revision put another in its place. */
export const taskIdOfRow = (splitId: string, { since }: Pick<PublishedSplit, 'since'>, key: string): string => {
  const version = since[key];
  return version === undefined ? `${splitId}.${key}` : `${splitId}~${version}.${key}`;
};

const replacedBy = (ownerTenantId: string, splitId: string, { previous, since, version }: PublishedSplit, key: string): { replaces?: string } => {
  const isReplaced = previous !== null && since[key] === version && rowsOf(previous).some((row) => row.key === key);
  return isReplaced ? { replaces: publicId(ownerTenantId, taskIdOfRow(splitId, previous, key)) } : {};
};

/** The tasks of a published split as its table says, in order of key, each with its local id. */
export const tasksOfSplit = (ownerTenantId: string, splitId: string, split: PublishedSplit): readonly Publication[] => {
  const { chainTenantIds, parents } = split.publication;
  const taskId = (key: string) => publicId(ownerTenantId, taskIdOfRow(splitId, split, key));
  const rows = rowsOf(split);
  const ancestors = ancestorsOfRows(rows, taskId, new Map(parents.map((parent) => [parent.taskId, parent])));
  return rows.map(({ key, parentKey, ...row }) => ({
    id: taskIdOfRow(splitId, split, key),
    event: {
      type: 'TaskPublished',
      data: {
        ...row,
        splitId: publicId(ownerTenantId, splitId),
        rowKey: key,
        parentTaskId: parentKey === null ? row.parentTaskId : taskId(parentKey),
        ancestors: ancestors.get(key) ?? [],
        sharedWith: [...new Set([row.unitTenantId, ...chainTenantIds])].filter((tenant) => tenant !== ownerTenantId),
      },
    },
  }));
};

/** What a revision does to the tasks: those it puts in force, those that go on under new terms, those that end. */
export type RevisionPlan = {
  readonly published: readonly Publication[];
  readonly carried: readonly { readonly id: string; readonly content: RevisedContent }[];
  readonly removed: readonly string[];
};

/** The plan of a split's present version; of the first, all its rows are published. */
export const planOf = (ownerTenantId: string, splitId: string, split: PublishedSplit): RevisionPlan => {
  const tasks = tasksOfSplit(ownerTenantId, splitId, split);
  const { previous, version, since } = split;
  if (!previous) return { published: tasks, carried: [], removed: [] };
  const standing = new Set(tasks.map(({ id }) => id));
  const isNew = ({ event }: Publication): boolean => since[event.data.rowKey] === version;
  return {
    published: tasks.filter(isNew).map(({ id, event }) => ({
      id, event: { ...event, data: { ...event.data, ...replacedBy(ownerTenantId, splitId, split, event.data.rowKey) } },
    })),
    carried: tasks.filter((task) => !isNew(task)).map(({ id, event }) => ({ id, content: event.data })),
    removed: rowsOf(previous).map(({ key }) => taskIdOfRow(splitId, previous, key)).filter((id) => !standing.has(id)),
  };
};
