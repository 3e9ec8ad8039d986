import { ownerOnly, sameData, type Command, type Decider } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { Cycle, SplitRow } from './split.events.js';
import type { WorkReserved } from './split-reservation.events.js';

type Reserved = WorkReserved['data'];

/** Which split holds what of one campaign's work in one tenant, by the split's public id. */
export type Reservation = { readonly holders: Readonly<Record<string, Reserved>> };

/** Take hold of what a split is about to publish, or let go of what it no longer has. */
export type ReserveWork = Command<'ReserveWork', Reserved>;

const overlap = (a: Cycle, b: Cycle): boolean => a.kind === b.kind && a.from <= b.until && b.from <= a.until;

const requireFree = (wanted: Reserved, held: Reserved): void => {
  const parents = new Set(held.parentTaskIds);
  for (const parent of wanted.parentTaskIds) {
    if (parents.has(parent)) refuse('parent-already-split', 'parentTaskId', { parent });
  }
  if (!overlap(wanted.cycle, held.cycle)) return;
  const indicators = new Set(held.indicatorCodes);
  for (const indicator of wanted.indicatorCodes) {
    if (indicators.has(indicator)) refuse('root-already-split', 'indicatorCode', { indicator, split: held.splitId });
  }
};

const decide = ({ data }: ReserveWork, { holders }: Reservation): readonly WorkReserved[] => {
  for (const held of Object.values(holders)) {
    if (held.splitId !== data.splitId) requireFree(data, held);
  }
  const known = holders[data.splitId];
  const isNothingNew = known ? sameData(known, data) : data.parentTaskIds.length + data.indicatorCodes.length === 0;
  return isNothingNew ? [] : [{ type: 'WorkReserved', data }];
};

/**
 * One stream for each splitting tenant and campaign: two publications of the same work at the same moment append to it,
 * so only one of them passes.
 */
export const reservationDecider: Decider<Reservation, ReserveWork, WorkReserved> = {
  category: 'reservation',
  initialState: { holders: {} },
  decide,
  evolve: ({ holders }, { data }) => ({ holders: { ...holders, [data.splitId]: data } }),
  sharedWith: ownerOnly,
};

/** What rows reserve in each campaign that they, or the rows before them, are of. */
export const reservationsOf = (
  splitId: string, cycle: Cycle, rows: readonly SplitRow[], before: readonly SplitRow[] = [],
): ReadonlyMap<string, Reserved> => {
  const campaigns = [...new Set([...rows, ...before].map(({ campaignId }) => campaignId))];
  const byCampaign = new Map(campaigns.map((campaign) => [campaign, { parents: new Set<string>(), indicators: new Set<string>() }]));
  for (const { campaignId, parentKey, parentTaskId, indicatorCode } of rows) {
    if (parentTaskId !== null) byCampaign.get(campaignId)?.parents.add(parentTaskId);
    else if (parentKey === null) byCampaign.get(campaignId)?.indicators.add(indicatorCode);
  }
  return new Map([...byCampaign].map(([campaign, { parents, indicators }]) =>
    [campaign, { splitId, cycle, parentTaskIds: [...parents].sort(), indicatorCodes: [...indicators].sort() }]));
};

/** The split that holds a task, or undefined. */
export const splitThatHolds = ({ holders }: Reservation, taskId: string): string | undefined =>
  Object.values(holders).find(({ parentTaskIds }) => parentTaskIds.includes(taskId))?.splitId;
