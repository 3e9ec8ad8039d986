import type { UnitRow } from '@zeren/organisation-domain';
import type { LocalisedText } from '@zeren/kernel';
import { useQuery } from '@tanstack/react-query';
import { read } from './client.js';
import type { Page } from './rows.js';
import { useRead } from './reads.js';

const hour = 3_600_000;

/** Units that appear everywhere: of the city, the districts and the towns. Villages are asked for one by one. */
const everywhere = [1, 2, 3];

const unitsOfLevel = async (level: number, signal: AbortSignal): Promise<UnitRow[]> => {
  const units: UnitRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<UnitRow> = await read('/units', { level, limit: 200, cursor }, signal);
    units.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return units;
};

const useNames = () =>
  useQuery({
    queryKey: ['unit names'],
    staleTime: hour,
    gcTime: hour,
    queryFn: async ({ signal }) => {
      const levels = await Promise.all(everywhere.map((level) => unitsOfLevel(level, signal)));
      return new Map<string, LocalisedText>(levels.flat().map((unit) => [unit.unitId, unit.name]));
    },
  });

/** City, district and town units by id, as they are called today; undefined while they are not known. */
export const useUnitNames = (): ReadonlyMap<string, LocalisedText> | undefined => useNames().data;

/** The name of a unit, effective today; undefined while it is not known. */
export const useUnitName = (unitId: string): LocalisedText | undefined => {
  const names = useNames();
  const known = names.data?.get(unitId);
  const single = useRead<UnitRow>(`/units/${encodeURIComponent(unitId)}`, {}, {
    fresh: hour,
    enabled: !names.isPending && !known && unitId !== '',
  });
  return known ?? single.data?.name;
};
