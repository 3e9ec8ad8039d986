import { addDays, endOfDay, localDate } from '@zeren/organisation-domain';
import type { ProgressOfTask, TenureFigure } from './contract.events.js';
import { firstSignatoryOf, postsOf, type Contract } from './contract-state.js';

type Tenure = Pick<TenureFigure, 'postId' | 'officerId' | 'from' | 'until'>;
type Result = Pick<ProgressOfTask, 'status' | 'measuredOn'>;

const dayAfter = (day: string): string => localDate(addDays(endOfDay(day), 1));

/** Who answered in a post from when until when: the signatory, then each successor from the day after the handover. */
const tenuresIn = (contract: Contract, postId: string): readonly Tenure[] => {
  const first = firstSignatoryOf(contract, postId);
  if (first === undefined) return [];
  return contract.handovers.filter(({ content }) => content.postId === postId).reduce<readonly Tenure[]>(
    (tenures, { content: { successorId, handedOverOn } }) => [
      ...tenures.map((tenure, index) => (index === tenures.length - 1 ? { ...tenure, until: handedOverOn } : tenure)),
      { postId, officerId: successorId, from: dayAfter(handedOverOn), until: null },
    ],
    [{ postId, officerId: first, from: contract.content.period.from, until: null }],
  );
};

const counted = (tenure: Tenure, results: readonly Result[]): TenureFigure => {
  const own = results.filter(({ measuredOn }) => measuredOn >= tenure.from && (tenure.until === null || measuredOn <= tenure.until));
  const count = (status: Result['status']): number => own.filter((result) => result.status === status).length;
  return { ...tenure, verified: count('verified'), reported: count('reported'), rejected: count('rejected') };
};

/**
 * A figure for each officer who answers or answered for the responsible unit: a result falls to whoever answered on the
 * day it was measured, whenever it was reported. Empty before the contract was in force.
 */
export const tenuresOf = (contract: Contract, results: readonly Result[]): readonly TenureFigure[] =>
  (contract.inForceSince === null ? [] : postsOf(contract.content.responsible)
    .flatMap((postId) => tenuresIn(contract, postId)).map((tenure) => counted(tenure, results)));

/** The figure of the officer who hands a post over on a day; undefined for a post of the issuer. */
export const figureAtHandover = (contract: Contract, postId: string, day: string, results: readonly Result[]): TenureFigure | undefined => {
  const present = tenuresIn(contract, postId).at(-1);
  return present && postsOf(contract.content.responsible).includes(postId) ? counted({ ...present, until: day }, results) : undefined;
};
