import { divide, multiply, readersOf, parseStreamName, round, type Decimal, type Event, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { ExperienceContent, ExperienceEvent, ExperienceTakenUp } from './experience.events.js';
import type { SurveyEvent, SurveyRecorded } from './survey.events.js';
import type { TrainingEvent, TrainingHeld } from './training.events.js';

/** A survey with what it comes to. */
export type SurveyRow = ViewRow & SurveyRecorded['data'] & {
  readonly status: 'recorded' | 'withdrawn';
  /** Favourable answers of all answers, percent, two places. */
  readonly rate: Decimal;
  /** Answers of all asked, percent, two places. */
  readonly response: Decimal;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly revision: number;
};

/** A training with its attendance summed. */
export type TrainingRow = ViewRow & TrainingHeld['data'] & {
  readonly status: 'recorded' | 'withdrawn';
  readonly invited: number;
  readonly attended: number;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly revision: number;
};

/** An experience worth copying, with where it was taken up. */
export type ExperienceRow = ViewRow & ExperienceContent & {
  readonly status: 'recorded' | 'promoted';
  readonly document: string | null;
  readonly takenUp: readonly ExperienceTakenUp['data'][];
  readonly recordedAt: string;
  readonly revision: number;
};

const rowForEachReader = (event: RecordedEvent<Event>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};

const percent = (part: number, whole: number): Decimal =>
  (whole === 0 ? '0.00' : round(divide(multiply(String(part), '100'), String(whole)), 2));

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const surveyProjection: Projection<SurveyRow, SurveyEvent> = {
  name: 'evidence_survey',
  version: 1,
  handles: ['SurveyRecorded', 'SurveyWithdrawn'],
  keys: rowForEachReader,
  evolve: (row, event, key) => {
    const { revision, metadata } = event;
    switch (event.type) {
      case 'SurveyRecorded': {
        const { asked, answered, favourable } = event.data;
        const rates = { rate: percent(favourable, answered), response: percent(answered, asked) };
        return { ...key, ...event.data, ...rates, status: 'recorded', reason: null, recordedAt: metadata.occurredAt, revision };
      }
      case 'SurveyWithdrawn': return row && { ...row, status: 'withdrawn', reason: event.data.reason, revision };
    }
  },
};

export const trainingProjection: Projection<TrainingRow, TrainingEvent> = {
  name: 'evidence_training',
  version: 1,
  handles: ['TrainingHeld', 'TrainingWithdrawn'],
  keys: rowForEachReader,
  evolve: (row, event, key) => {
    const { revision, metadata } = event;
    switch (event.type) {
      case 'TrainingHeld': {
        const { attendance } = event.data;
        const people = { invited: total(attendance.map(({ invited }) => invited)), attended: total(attendance.map(({ attended }) => attended)) };
        return { ...key, ...event.data, ...people, status: 'recorded', reason: null, recordedAt: metadata.occurredAt, revision };
      }
      case 'TrainingWithdrawn': return row && { ...row, status: 'withdrawn', reason: event.data.reason, revision };
    }
  },
};

/** Whoever sees it only since its recommendation has its row from that. */
export const experienceProjection: Projection<ExperienceRow, ExperienceEvent> = {
  name: 'evidence_experience',
  version: 1,
  handles: ['ExperienceRecorded', 'ExperiencePromoted', 'ExperienceTakenUp'],
  keys: rowForEachReader,
  evolve: (row, event, key) => {
    const { revision, metadata } = event;
    switch (event.type) {
      case 'ExperienceRecorded':
        return { ...key, ...event.data, status: 'recorded', document: null, takenUp: [], recordedAt: metadata.occurredAt, revision };
      case 'ExperiencePromoted': {
        const { content, document } = event.data;
        return { takenUp: [], recordedAt: metadata.occurredAt, ...row, ...key, ...content, status: 'promoted', document, revision };
      }
      case 'ExperienceTakenUp': return row && { ...row, takenUp: [...row.takenUp, event.data], revision };
    }
  },
};
