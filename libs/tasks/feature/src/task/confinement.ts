import type { Confinement } from '@zeren/organisation-domain';
import type { TaskRow } from '@zeren/tasks-domain';

/** Whether a task is the work of any of somebody's units, or descends from it: it leads or supports it, or does a part of it. */
export const isWorkOf = ({ unitPath, supportingUnitIds, parts }: Pick<TaskRow, 'unitPath' | 'supportingUnitIds' | 'parts'>, { unitIds }: Confinement): boolean =>
  [...unitPath.split('/'), ...supportingUnitIds, ...parts.map((part) => part.unitId)].some((unitId) => unitIds.includes(unitId));

/** The same, asked of the board. */
export const workOf = `string_to_array(task.unitPath, '/') && cast(:ownUnits as text[]) or jsonb_exists_any(task.supportingUnitIds, cast(:ownUnits as text[]))
  or task.parts @> any(cast(:ownParts as jsonb[]))`;
export const workOfParameters = ({ unitIds }: Confinement) => ({ ownUnits: unitIds, ownParts: unitIds.map((unitId) => JSON.stringify([{ unitId }])) });
