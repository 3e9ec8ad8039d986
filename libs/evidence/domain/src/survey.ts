import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { ownerOf } from './credits.js';
import { requireDay, requirePeople, requireRecordable, type RecordFacts } from './record-facts.js';
import { refuse } from './refusals.js';
import type { SurveyEvent, SurveyRecorded } from './survey.events.js';
import { requireReasonFor } from './withdrawal.js';

export type RecordSurvey = Command<'RecordSurvey', { readonly content: SurveyRecorded['data']; readonly facts: RecordFacts }>;
export type WithdrawSurvey = Command<'WithdrawSurvey', { readonly reason: string }>;
export type SurveyCommand = RecordSurvey | WithdrawSurvey;

export type Survey =
  | { readonly status: 'none' }
  | { readonly status: 'recorded'; readonly content: SurveyRecorded['data'] }
  | { readonly status: 'withdrawn'; readonly content: SurveyRecorded['data']; readonly reason: string };

const record = ({ content, facts }: RecordSurvey['data'], state: Survey, caller: Caller): readonly SurveyEvent[] => {
  if (state.status !== 'none') return sameData(state.content, content) ? [] : refuse('record-exists');
  requireRecordable(content, facts, caller);
  const { campaignId, indicatorCode, from, until, asked, answered, favourable } = content;
  if (indicatorCode !== null && !facts.campaign?.indicatorCodes.includes(indicatorCode)) {
    refuse('evidence-indicator-unknown', 'indicatorCode', { campaign: campaignId, indicator: indicatorCode });
  }
  requireDay(from, 'from');
  requireDay(until, 'until');
  if (until < from) refuse('record-day-wrong', 'until', { day: until });
  for (const [field, count] of Object.entries({ asked, answered, favourable })) requirePeople(count, field);
  if (answered === 0) refuse('survey-without-answers', 'answered');
  if (answered > asked) refuse('survey-counts-wrong', 'answered');
  if (favourable > answered) refuse('survey-counts-wrong', 'favourable');
  return [{ type: 'SurveyRecorded', data: content }];
};

const decide = (command: SurveyCommand, state: Survey, caller: Caller): readonly SurveyEvent[] => {
  if (command.type === 'RecordSurvey') return record(command.data, state, caller);
  if (state.status === 'none') return refuse('record-unknown');
  const { reason } = command.data;
  if (!requireReasonFor(state, reason, caller)) return [];
  return [{ type: 'SurveyWithdrawn', data: { reason } }];
};

/** A survey: its stream is the tenant's that made it, shared with the campaign's owner. */
export const surveyDecider: Decider<Survey, SurveyCommand, SurveyEvent> = {
  category: 'survey',
  initialState: { status: 'none' },
  decide,
  evolve: (state, event) => {
    switch (event.type) {
      case 'SurveyRecorded': return { status: 'recorded', content: event.data };
      case 'SurveyWithdrawn': return state.status === 'none' ? state : { status: 'withdrawn', content: state.content, reason: event.data.reason };
    }
  },
  sharedWith: (state) => (state.status === 'none' ? [] : [ownerOf(state.content)]),
};
