import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { ownerOf } from './credits.js';
import { requireDay, requirePeople, requireRecordable, type RecordFacts } from './record-facts.js';
import { refuse } from './refusals.js';
import type { Attendance, TrainingEvent, TrainingHeld } from './training.events.js';
import { requireReasonFor } from './withdrawal.js';

export type RecordTraining = Command<'RecordTraining', { readonly content: TrainingHeld['data']; readonly facts: RecordFacts }>;
export type WithdrawTraining = Command<'WithdrawTraining', { readonly reason: string }>;
export type TrainingCommand = RecordTraining | WithdrawTraining;

export type Training =
  | { readonly status: 'none' }
  | { readonly status: 'recorded'; readonly content: TrainingHeld['data'] }
  | { readonly status: 'withdrawn'; readonly content: TrainingHeld['data']; readonly reason: string };

const requireAttendance = (attendance: readonly Attendance[]): void => {
  if (attendance.length === 0) refuse('training-without-attendance', 'attendance');
  attendance.forEach(({ unitId, invited, attended }, index) => {
    const field = `attendance[${index}]`;
    if (attendance.findIndex((other) => other.unitId === unitId) !== index) refuse('training-unit-repeated', `${field}.unitId`, { unit: unitId });
    requirePeople(invited, `${field}.invited`);
    requirePeople(attended, `${field}.attended`);
    if (attended > invited) refuse('training-attendance-wrong', `${field}.attended`, { unit: unitId });
  });
};

const record = ({ content, facts }: RecordTraining['data'], state: Training, caller: Caller): readonly TrainingEvent[] => {
  if (state.status !== 'none') return sameData(state.content, content) ? [] : refuse('record-exists');
  requireRecordable(content, facts, caller);
  requireDay(content.heldOn, 'heldOn');
  requireAttendance(content.attendance);
  return [{ type: 'TrainingHeld', data: content }];
};

const decide = (command: TrainingCommand, state: Training, caller: Caller): readonly TrainingEvent[] => {
  if (command.type === 'RecordTraining') return record(command.data, state, caller);
  if (state.status === 'none') return refuse('record-unknown');
  const { reason } = command.data;
  return requireReasonFor(state, reason, caller) ? [{ type: 'TrainingWithdrawn', data: { reason } }] : [];
};

/** A training: its stream is the tenant's that held it, shared with the campaign's owner. */
export const trainingDecider: Decider<Training, TrainingCommand, TrainingEvent> = {
  category: 'training',
  initialState: { status: 'none' },
  decide,
  evolve: (state, event) => {
    switch (event.type) {
      case 'TrainingHeld': return { status: 'recorded', content: event.data };
      case 'TrainingWithdrawn': return state.status === 'none' ? state : { status: 'withdrawn', content: state.content, reason: event.data.reason };
    }
  },
  sharedWith: (state) => (state.status === 'none' ? [] : [ownerOf(state.content)]),
};
