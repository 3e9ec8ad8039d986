import { instantOf } from '@zeren/organisation-domain';
import type { RequestRow } from '@zeren/requests-domain';
import { afterOwnWrites, read } from '../../api/client.js';
import { idOf, type Me, type Page } from '../../api/rows.js';
import { useAccount } from '../../session/session.js';
import { remember } from './phone-store.js';
import { useKept } from './use-kept.js';

/** What a unit has to do, and the service's clock when it was read. */
export type GridList = { readonly rows: readonly RequestRow[]; readonly now: string; /** UTC, by this phone's clock. */ readonly at: string };

const MOST = 100;

/** A request that was read, as the phone keeps it. */
export const requestKey = (actorId: string, id: string): string => `${actorId} request ${id}`;

const inHand = async (unitId: string, signal: AbortSignal): Promise<readonly RequestRow[]> => {
  const [led, supported] = await Promise.all([
    read<Page<RequestRow>>('/requests', { lane: 'mine', limit: MOST, ...afterOwnWrites() }, signal),
    read<Page<RequestRow>>('/requests', { lane: 'in-hand', supportingUnitId: unitId, limit: MOST, ...afterOwnWrites() }, signal),
  ]);
  const ids = new Set(led.items.map(idOf));
  return [...led.items, ...supported.items.filter((row) => !ids.has(idOf(row)))].sort((one, other) => one.orderAt.localeCompare(other.orderAt));
};

/** Everything dispatched to this person's unit that is still in hand; kept on the phone, each request by itself too. */
export const useGridList = () => {
  const { actorId, unitId } = useAccount();
  return useKept<GridList>(`${actorId} list`, async (signal) => {
    const [rows, me] = await Promise.all([inHand(unitId, signal), read<Me>('/me', {}, signal)]);
    await Promise.all(rows.map((row) => remember(requestKey(actorId, idOf(row)), row)));
    return { rows, now: me.now, at: instantOf(Date.now()) };
  });
};
