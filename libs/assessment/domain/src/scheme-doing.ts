import { compare } from '@zeren/kernel';
import type { CappedPoints, DoingRules, Excuse, SchemePublished } from './assessment.events.js';
import { refuse } from './assessment-refusals.js';

/** Everything that a scheme may let leave the denominator. */
export const excuses = ['extended', 'deferred', 'explained', 'closed', 'returned', 'voided', 'withdrawn'] as const satisfies readonly Excuse[];

/** The rules on the doing are bounded, and a false report costs more than rework, one by one and all together. */
export const checkDoing = ({ doing, reworkDeduction }: SchemePublished['data']): void => {
  if (!doing) return;
  checkRanges(doing);
  doing.leaves.forEach((excuse, index) => {
    if (doing.leaves.indexOf(excuse) !== index) refuse('excuse-twice', `doing.leaves[${index}]`, { excuse });
  });
  checkCap({ points: reworkDeduction, cap: doing.reworkCap }, 'doing.reworkCap');
  for (const name of ['falseReport', 'sampleFailure', 'claim'] as const) checkCap(doing[name], `doing.${name}.cap`);
  const { falseReport, reworkCap } = doing;
  if (compare(falseReport.points, reworkDeduction) <= 0) {
    refuse('false-report-not-dearer', 'doing.falseReport.points', { falseReport: falseReport.points, rework: reworkDeduction });
  }
  if (compare(falseReport.cap, reworkCap) <= 0) {
    refuse('false-report-cap-not-dearer', 'doing.falseReport.cap', { falseReport: falseReport.cap, rework: reworkCap });
  }
};

const isWithin = (value: string): boolean => compare(value, '0') >= 0 && compare(value, '100') <= 0;

const checkRanges = ({ onTimeShare, reworkCap, falseReport, sampleFailure, claim }: DoingRules): void => {
  if (!isWithin(onTimeShare) || compare(onTimeShare, '100') === 0) refuse('share-out-of-range', 'doing.onTimeShare');
  const bounded = {
    'reworkCap': reworkCap,
    'falseReport.points': falseReport.points,
    'falseReport.cap': falseReport.cap,
    'sampleFailure.points': sampleFailure.points,
    'sampleFailure.cap': sampleFailure.cap,
    'sampleFailure.tolerated': sampleFailure.tolerated,
    'claim.points': claim.points,
    'claim.cap': claim.cap,
  };
  for (const [field, value] of Object.entries(bounded)) if (!isWithin(value)) refuse('deduction-out-of-range', `doing.${field}`);
};

const checkCap = ({ points, cap }: CappedPoints, field: string): void => {
  if (compare(cap, points) < 0) refuse('cap-below-points', field, { cap, points });
};
