import { isSettled, type PartRow, type TaskRow } from '@zeren/tasks-domain';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import type { OpenParties } from './intents.js';

/** The parts of a task that the reader sees. */
export const useParts = (task: TaskRow) => useRead<Page<PartRow>>('/joint-parts', { taskId: idOf(task), limit: 50 }, { enabled: task.parts.length > 0 });

/** The parties of a joint task whose part is neither done nor excused. */
export const useOpenParties = (task: TaskRow): OpenParties => {
  const rows = useParts(task).data?.items;
  if (task.parts.length === 0 || !rows) return {};
  const settled = rows.filter(isSettled).map(({ number }) => number);
  return { openParties: task.parts.filter(({ number }) => !settled.includes(number)).map(({ unitId }) => unitId) };
};
