import { equals, sameData, type Command, type Decider } from '@zeren/kernel';
import type { ScoreSheetEvent, ScoreSheetIssued } from './assessment.events.js';
import { refuse } from './assessment-refusals.js';
import { totalOf } from './score.js';

export type ScoreSheetContent = ScoreSheetIssued['data'];

/** `content` is computed from the inputs at its position; `places` are the scheme's. */
export type IssueScoreSheet = Command<'IssueScoreSheet', { readonly content: ScoreSheetContent; readonly places: number }>;
export type ScoreSheetCommand = IssueScoreSheet;

export type ScoreSheetState = { readonly status: 'none' } | { readonly status: 'issued'; readonly content: ScoreSheetContent };

/** A unit's score for one period by one scheme version: issued once, at one position, for itself alone to read. */
export const scoreSheetDecider: Decider<ScoreSheetState, ScoreSheetCommand, ScoreSheetEvent> = {
  category: 'scoresheet',
  initialState: { status: 'none' },
  decide: ({ data: { content, places } }, state) => {
    const unit = content.standing.unitId;
    if (state.status === 'issued') {
      if (sameData(state.content, content)) return [];
      refuse('score-sheet-frozen', 'position', { unit, position: state.content.position });
    }
    if (!equals(totalOf(content.lines, places, content.doing), content.standing.total)) {
      refuse('score-sheet-inconsistent', 'standing.total', { unit });
    }
    return [{ type: 'ScoreSheetIssued', data: content }];
  },
  evolve: (_state, event) => {
    switch (event.type) {
      case 'ScoreSheetIssued':
        return { status: 'issued', content: event.data };
    }
  },
  sharedWith: (state) => (state.status === 'issued' ? [state.content.standing.tenantId] : []),
};
