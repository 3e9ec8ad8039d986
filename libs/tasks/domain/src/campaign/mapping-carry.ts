import { parsePublicId, sameData, type Caller, type Command } from '@zeren/kernel';
import type { TaskRemapped } from '../task/task-remapping.events.js';
import { refuse } from '../refusals.js';
import { isEnd, namedIn, type PublishedTask } from '../task/task-state.js';
import type { TaskEvent } from '../task/task.events.js';

/**
 * The move of a campaign to another version of its standard reaches one of its tasks. `indicatorCode` is the code in the
 * later version, or null where the indicator ended. A policy issues it, for the campaign's owner.
 */
export type CarryMapping = Command<'CarryMapping', Omit<TaskRemapped['data'], 'indicatorCode'> & { readonly indicatorCode: string | null }>;

/** The task of an indicator that ended is void, and stands in the register of such ends with the move's reason and document. */
const voided = ({ reason, document }: CarryMapping['data'], task: PublishedTask, { unitId }: Caller): readonly TaskEvent[] => {
  const number = task.exceptions.length + 1;
  const kind = 'voiding';
  return [
    { type: 'ExceptionRequested', data: { number, kind, year: null, until: null, explainedTo: null, reason, unitId, task: namedIn(task) } },
    { type: 'ExceptionGranted', data: { number, kind, reason: document, unitId } },
    { type: 'TaskVoided', data: { number, reason } },
  ];
};

/** A task that ended before the move reached it stays as it ended. */
export const decideOnMapping = (said: CarryMapping['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  if (parsePublicId(task.content.campaignId)?.tenantId !== caller.tenantId) refuse('not-the-dispatcher');
  if (isEnd(task.status)) return [];
  const { indicatorCode } = said;
  if (indicatorCode === null) return voided(said, task, caller);
  const data = { ...said, indicatorCode };
  return task.remappings.some((one) => sameData(one, data)) ? [] : [{ type: 'TaskRemapped', data }];
};
