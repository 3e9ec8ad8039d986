import type { Command, Decider } from '@zeren/kernel';
import type { AssessmentEvent, AssessmentPublished } from './assessment.events.js';
import { refuse } from './assessment-refusals.js';
import { isPeriod, endOf } from './period.js';
import { rank, type TieRule } from './rank.js';
import { sameContent } from './same-content.js';

export type AssessmentContent = AssessmentPublished['data'];

/** `content` is computed from the inputs at its position; `tieRule` is the scheme's. */
export type PublishAssessment = Command<'PublishAssessment', { readonly content: AssessmentContent; readonly tieRule: TieRule }>;
export type AssessmentCommand = PublishAssessment;

export type AssessmentState = { readonly status: 'none' } | { readonly status: 'published'; readonly content: AssessmentContent };

/** The result of one period by one scheme version: totals and ranks, published once the period is over. */
export const assessmentDecider: Decider<AssessmentState, AssessmentCommand, AssessmentEvent> = {
  category: 'assessment',
  initialState: { status: 'none' },
  decide: ({ data: { content, tieRule } }, state, caller) => {
    if (state.status === 'published') return sameContent(state.content, content) ? [] : refuse('assessment-frozen');
    checkPeriodOver(content.period, caller.now);
    for (const [index, group] of content.groups.entries()) {
      if (!sameContent(rank(group.standings, tieRule), group.standings)) {
        refuse('standings-not-ranked', `groups[${index}]`, { group: group.code });
      }
    }
    return [{ type: 'AssessmentPublished', data: content }];
  },
  evolve: (_state, event) => {
    switch (event.type) {
      case 'AssessmentPublished':
        return { status: 'published', content: event.data };
    }
  },
  sharedWith: (state) => (state.status === 'published' ? rankedTenantsOf(state.content) : []),
};

/** Refuses what is no period, or one that is not over at a moment (UTC). */
export const checkPeriodOver = (period: string, now: string): void => {
  if (!isPeriod(period)) refuse('period-malformed', 'period');
  if (now < endOf(period)) refuse('period-not-over', 'period', { period });
};

const rankedTenantsOf = ({ groups }: AssessmentContent): string[] => [
  ...new Set(groups.flatMap((group) => group.standings.map((standing) => standing.tenantId))),
];
