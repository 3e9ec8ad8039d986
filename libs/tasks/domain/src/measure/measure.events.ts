import type { Event, LocalisedText } from '@zeren/kernel';
import type { Direction } from '../standard/standard.events.js';

/**
 * How an indicator relates to the measure. `same`: same quantity, unit and definition, so that a value is usable for both;
 * `stricter`: it asks for more, so that evidence of it serves, but its value is another; `partial`: they overlap.
 */
export const measureRelations = ['same', 'stricter', 'partial'] as const;
export type MeasureRelation = (typeof measureRelations)[number];

/** One metric of an indicator of one standard that measures it. */
export type MappedIndicator = {
  /** Public id of the standard's version. */
  readonly standardId: string;
  readonly indicatorCode: string;
  readonly metric: string;
  readonly relation: MeasureRelation;
  readonly reason: LocalisedText;
};

/** It was laid down that indicators of different standards measure one and the same thing (资源共用). */
export type MeasureDefined = Event<'MeasureDefined', {
  readonly code: string;
  readonly name: LocalisedText;
  /** What exactly is measured. */
  readonly definition: LocalisedText;
  readonly unit: string;
  readonly direction: Direction;
  readonly indicators: readonly MappedIndicator[];
  /** Tenants besides the defining one that report it and therefore see it. */
  readonly participantTenantIds: readonly string[];
}>;

/** Its indicators were mapped anew. */
export type MeasureRevised = Event<'MeasureRevised', { readonly indicators: readonly MappedIndicator[]; readonly reason: string }>;

export type MeasureEvent = MeasureDefined | MeasureRevised;
