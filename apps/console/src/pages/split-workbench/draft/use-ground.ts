import type { UnitRow } from '@zeren/organisation-domain';
import { isDivision, type CampaignRow, type ReceivingUnit, type SplitProgressRow, type TaskRow } from '@zeren/tasks-domain';
import { useQuery } from '@tanstack/react-query';
import { afterOwnWrites, read } from '../../../api/client.js';
import { useRead } from '../../../api/reads.js';
import type { Page } from '../../../api/rows.js';
import type { Ground } from './plan.js';

const PAGE = 200;
const MINUTE = 60_000;

/** Every task at the top of what this tenant sees, that another dispatched to it. */
const ledTasks = async (tenantId: string, signal: AbortSignal): Promise<readonly TaskRow[]> => {
  const led: TaskRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<TaskRow> = await read('/tasks', { parentTaskId: 'none', sort: 'indicatorCode', limit: PAGE, cursor, ...afterOwnWrites() }, signal);
    led.push(...page.items.filter((task) => task.unitTenantId === tenantId && task.ownerTenantId !== tenantId));
    cursor = page.next;
  } while (cursor !== undefined);
  return led;
};

/** What a draft is held against; undefined until it is read. */
export const useGround = (split: SplitProgressRow): Ground | undefined => {
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: PAGE }, { fresh: MINUTE });
  const tasks = useQuery({ queryKey: ['led tasks', split.readerTenantId], staleTime: MINUTE, queryFn: ({ signal }) => ledTasks(split.readerTenantId, signal) });
  return campaigns.data && tasks.data ? { split, campaigns: campaigns.data.items, tasks: tasks.data } : undefined;
};

/** The units of a level that are in force. */
export const useUnits = (level: number): readonly UnitRow[] => {
  const units = useRead<Page<UnitRow>>('/units', { level, limit: PAGE }, { fresh: MINUTE });
  return (units.data?.items ?? []).filter(({ validUntil }) => validUntil === null);
};

/** To whom work of a level may go: the areas one level below, and units of the tenant's own there or beside. */
export const useReceivers = (level: number, tenantId: string): readonly UnitRow[] => {
  const [beside, below] = [useUnits(level), useUnits(level + 1)];
  const isOwn = ({ unitId, ownerTenantId }: UnitRow): boolean => ownerTenantId === tenantId && !isDivision(unitId);
  return [...below.filter(({ unitId }) => isDivision(unitId)), ...below.filter(isOwn), ...beside.filter(isOwn)];
};

/** A unit as a task goes to it, its head answering: a district works in a tenant of its own, the areas below in that of whom they belong to. */
export const receiving = ({ unitId, kind, level, ownerTenantId }: UnitRow, tenantId: string): ReceivingUnit => ({
  unitId, unitTenantId: kind === 'district' ? unitId : isDivision(unitId) ? tenantId : ownerTenantId, accountablePostId: `${unitId}.head`, level: level ?? 1,
});
