import { sameData, type Command, type Decider } from '@zeren/kernel';
import type { AssessmentEvent, AssessmentPublished, PeriodClosed } from './assessment.events.js';
import { refuse } from './assessment-refusals.js';
import { endOf, isPeriod } from './period.js';
import { rank, type TieRule } from './rank.js';

export type AssessmentContent = AssessmentPublished['data'];

export type ClosePeriod = Command<'ClosePeriod', PeriodClosed['data']>;
/** `content` is computed from the inputs at the position of the period's closing; `tieRule` is the scheme's. */
export type PublishAssessment = Command<'PublishAssessment', { readonly content: AssessmentContent; readonly tieRule: TieRule }>;
export type AssessmentCommand = ClosePeriod | PublishAssessment;

export type AssessmentState =
  | { readonly status: 'open' }
  | { readonly status: 'closed'; readonly period: PeriodClosed['data'] }
  | { readonly status: 'published'; readonly period: PeriodClosed['data']; readonly content: AssessmentContent };

/**
 * The result of one period by one scheme version. Its inputs are closed once the period is over; then totals and
 * ranks are published, and frozen.
 */
export const assessmentDecider: Decider<AssessmentState, AssessmentCommand, AssessmentEvent> = {
  category: 'assessment',
  initialState: { status: 'open' },
  decide: (command, state, caller) => {
    switch (command.type) {
      case 'ClosePeriod':
        return closePeriod(command, state, caller.now);
      case 'PublishAssessment':
        return publish(command, state);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'PeriodClosed':
        return { status: 'closed', period: event.data };
      case 'AssessmentPublished':
        return { status: 'published', period: state.status === 'open' ? periodOf(event.data) : state.period, content: event.data };
    }
  },
  sharedWith: (state) => (state.status === 'published' ? rankedTenantsOf(state.content) : []),
};

const closePeriod = ({ data }: ClosePeriod, state: AssessmentState, now: string): readonly AssessmentEvent[] => {
  if (state.status !== 'open') return [];
  if (!isPeriod(data.period)) refuse('period-malformed', 'period');
  if (now < endOf(data.period)) refuse('period-not-over', 'period', { period: data.period });
  return [{ type: 'PeriodClosed', data }];
};

const publish = ({ data: { content, tieRule } }: PublishAssessment, state: AssessmentState): readonly AssessmentEvent[] => {
  if (state.status === 'published') return sameData(state.content, content) ? [] : refuse('assessment-frozen');
  if (state.status === 'open' || !sameData(state.period, periodOf(content))) {
    refuse('period-not-closed', 'period', { period: content.period });
  }
  content.groups.forEach(({ code, standings }, index) => {
    if (!sameData(rank(standings, tieRule), standings)) refuse('standings-not-ranked', `groups[${index}]`, { group: code });
  });
  return [{ type: 'AssessmentPublished', data: content }];
};

const periodOf = ({ schemeId, schemeVersion, period }: AssessmentContent): PeriodClosed['data'] => ({ schemeId, schemeVersion, period });

const rankedTenantsOf = ({ groups }: AssessmentContent): string[] => [
  ...new Set(groups.flatMap((group) => group.standings.map((standing) => standing.tenantId))),
];
