import { instantOf, type CatalogueVersion, type UnitRow } from '@zeren/organisation-domain';
import type { RequestRow } from '@zeren/requests-domain';
import type { LocalisedText } from '@zeren/kernel';
import { afterOwnWrites, read } from '../../api/client.js';
import { idOf, type Me, type Page } from '../../api/rows.js';
import { useAccount } from '../../session/session.js';
import { remember } from './phone-store.js';
import { useKept } from './use-kept.js';

/** Names of places and classes, by their codes. */
export type Names = Readonly<Record<string, LocalisedText>>;

/** A request as the phone keeps it, with the names it needs. */
export type GridRequest = { readonly row: RequestRow; readonly names: Names };

/** What a unit has to do, and the service's clock when it was read. */
export type GridList = { readonly rows: readonly RequestRow[]; readonly names: Names; readonly now: string; /** UTC, by this phone's clock. */ readonly at: string };

const MOST = 100;

/** Under which a request is kept. */
const requestKey = (actorId: string, id: string): string => `${actorId} request ${id}`;

const inHand = async (unitId: string, signal: AbortSignal): Promise<readonly RequestRow[]> => {
  const [led, supported] = await Promise.all([
    read<Page<RequestRow>>('/requests', { lane: 'mine', limit: MOST, ...afterOwnWrites() }, signal),
    read<Page<RequestRow>>('/requests', { lane: 'in-hand', supportingUnitId: unitId, limit: MOST, ...afterOwnWrites() }, signal),
  ]);
  const ids = new Set(led.items.map(idOf));
  return [...led.items, ...supported.items.filter((row) => !ids.has(idOf(row)))].sort((one, other) => one.orderAt.localeCompare(other.orderAt));
};

/** What the places and classes of requests are called; a code stays where a name is not to be had. */
const namesOf = async (rows: readonly RequestRow[], signal: AbortSignal): Promise<Names> => {
  const areas = [...new Set(rows.map(({ areaUnitId }) => areaUnitId))];
  const codes = new Set(rows.map(({ matterCode }) => matterCode));
  const [catalogue, units] = await Promise.all([
    read<{ readonly catalogue: CatalogueVersion | null }>('/matters', {}, signal),
    Promise.allSettled(areas.map((area) => read<UnitRow>(`/units/${encodeURIComponent(area)}`, {}, signal))),
  ]);
  const classes = (catalogue.catalogue?.classes ?? []).filter(({ code }) => codes.has(code));
  const known = units.flatMap((unit) => (unit.status === 'fulfilled' ? [unit.value] : []));
  return Object.fromEntries([...classes.map(({ code, name }) => [code, name]), ...known.map(({ unitId, name }) => [unitId, name])]);
};

/** Everything dispatched to this person's unit that is still in hand; kept on the phone, each request by itself too. */
export const useGridList = () => {
  const { actorId, unitId } = useAccount();
  return useKept<GridList>(`${actorId} list`, async (signal) => {
    const [rows, me] = await Promise.all([inHand(unitId, signal), read<Me>('/me', {}, signal)]);
    const names = await namesOf(rows, signal);
    await Promise.all(rows.map((row) => remember(requestKey(actorId, idOf(row)), { row, names })));
    return { rows, names, now: me.now, at: instantOf(Date.now()) };
  });
};

/** One request, kept on the phone. */
export const useGridRequest = (id: string) => {
  const { actorId } = useAccount();
  return useKept<GridRequest>(requestKey(actorId, id), async (signal) => {
    const row = await read<RequestRow>(`/requests/${encodeURIComponent(id)}`, afterOwnWrites(), signal);
    return { row, names: await namesOf([row], signal) };
  });
};
