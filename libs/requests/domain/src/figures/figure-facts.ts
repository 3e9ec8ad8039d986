import type { Due, HandlingStage } from '../request/request-values.js';
import type { FigureFacts } from './figures.js';

/** The end of handling: the last stage's deadline. */
export const endOf = (stages: readonly HandlingStage[]): string | null => stages.at(-1)?.deadline.at ?? null;

/** The first response counts; a later one changes nothing. */
export const responded = (facts: FigureFacts, at: string): Partial<FigureFacts> =>
  facts.respondedAt !== null ? {} : { respondedAt: at, respondedInTime: facts.respondBy === null ? null : at <= facts.respondBy };

export const reported = (facts: FigureFacts, at: string): Partial<FigureFacts> =>
  ({ reportedAt: at, reportedInTime: facts.handleBy === null ? null : at <= facts.handleBy });

/** Of several who ask, all must be satisfied. */
export const rated = ({ isRated, isSatisfied }: FigureFacts, satisfied: boolean): Partial<FigureFacts> =>
  ({ isRated: true, isSatisfied: satisfied && (!isRated || isSatisfied) });

/** Deadlines that were counted by the week alone, counted anew; what was responded or reported is judged by the new ones. */
export const recounted = (facts: FigureFacts, respondBy: Due | null, stages: readonly HandlingStage[]): Partial<FigureFacts> => {
  const byThen = respondBy?.at ?? facts.respondBy;
  const handledBy = endOf(stages) ?? facts.handleBy;
  return {
    respondBy: byThen,
    respondedInTime: facts.respondedAt === null || byThen === null ? facts.respondedInTime : facts.respondedAt <= byThen,
    handleBy: handledBy,
    reportedInTime: facts.reportedAt === null || handledBy === null ? facts.reportedInTime : facts.reportedAt <= handledBy,
  };
};
