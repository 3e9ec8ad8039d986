import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { ownerOf } from './credits.js';
import { actsForUnit } from './evidence.js';
import type { ExperienceContent, ExperienceEvent, ExperiencePromoted, ExperienceTakenUp } from './experience.events.js';
import { requireDay, requireRecordable, type RecordFacts } from './record-facts.js';
import { refuse } from './refusals.js';

export type RecordExperience = Command<'RecordExperience', { readonly content: ExperienceContent; readonly facts: RecordFacts }>;
/** `participantTenantIds` are the campaign's, read by the handler. */
export type PromoteExperience = Command<'PromoteExperience', { readonly document: string; readonly participantTenantIds: readonly string[] }>;
export type TakeUpExperience = Command<'TakeUpExperience', Omit<ExperienceTakenUp['data'], 'tenantId'>>;
export type ExperienceCommand = RecordExperience | PromoteExperience | TakeUpExperience;

type Recorded = { readonly content: ExperienceContent; readonly takenUp: readonly ExperienceTakenUp['data'][] };
export type Experience =
  | { readonly status: 'none' }
  | ({ readonly status: 'recorded' } & Recorded)
  | ({ readonly status: 'promoted'; readonly promotion: ExperiencePromoted['data'] } & Recorded);

const decide = (command: ExperienceCommand, state: Experience, caller: Caller): readonly ExperienceEvent[] => {
  if (command.type === 'RecordExperience') return record(command.data, state, caller);
  if (state.status === 'none') return refuse('record-unknown');
  switch (command.type) {
    case 'PromoteExperience': return promote(command.data, state, caller);
    case 'TakeUpExperience': return takeUp(command.data, state, caller);
  }
};

const record = ({ content, facts }: RecordExperience['data'], state: Experience, caller: Caller): readonly ExperienceEvent[] => {
  if (state.status !== 'none') return sameData(state.content, content) ? [] : refuse('record-exists');
  requireRecordable(content, facts, caller);
  return [{ type: 'ExperienceRecorded', data: content }];
};

const promote = (
  { document, participantTenantIds }: PromoteExperience['data'], state: Exclude<Experience, { status: 'none' }>, caller: Caller,
): readonly ExperienceEvent[] => {
  if (caller.tenantId !== ownerOf(state.content)) refuse('experience-promoted-by-owner');
  if (document.trim() === '') refuse('experience-without-document', 'document');
  if (state.status === 'promoted') return state.promotion.document === document ? [] : refuse('experience-promoted');
  return [{ type: 'ExperiencePromoted', data: { content: state.content, document, participantTenantIds } }];
};

const takeUp = (
  data: TakeUpExperience['data'], state: Exclude<Experience, { status: 'none' }>, caller: Caller,
): readonly ExperienceEvent[] => {
  const { unitId, on } = data;
  if (!actsForUnit(caller, unitId)) refuse('evidence-unit-not-yours', 'unitId', { unit: unitId });
  if (state.status !== 'promoted') return refuse('experience-not-promoted');
  if (unitId === state.content.unitId) refuse('experience-own', 'unitId');
  requireDay(on, 'on');
  if (state.takenUp.some((known) => known.unitId === unitId)) return [];
  return [{ type: 'ExperienceTakenUp', data: { ...data, tenantId: caller.tenantId } }];
};

const evolve = (state: Experience, event: ExperienceEvent): Experience => {
  if (event.type === 'ExperienceRecorded') return { status: 'recorded', content: event.data, takenUp: [] };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'ExperiencePromoted': return { status: 'promoted', promotion: event.data, content: state.content, takenUp: state.takenUp };
    case 'ExperienceTakenUp': return { ...state, takenUp: [...state.takenUp, event.data] };
  }
};

/** An experience: its stream is the tenant's it comes from; the campaign's owner sees it, after its recommendation all that take part. */
export const experienceDecider: Decider<Experience, ExperienceCommand, ExperienceEvent> = {
  category: 'experience',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (state) => {
    if (state.status === 'none') return [];
    const owner = ownerOf(state.content);
    return state.status === 'promoted' ? [...new Set([owner, ...state.promotion.participantTenantIds])] : [owner];
  },
};
