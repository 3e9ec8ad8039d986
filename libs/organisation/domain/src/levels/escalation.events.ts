import type { Event } from '@zeren/kernel';
import type { Integration } from '../integrations.js';

/** What is taken up to the centre above: by its public id and a line of its own, which is all that the centre above learns by it. */
export type EscalatedMatter = {
  readonly kind: 'request' | 'task' | 'contract';
  readonly id: string;
  readonly title: string;
  /** Under which of the four integrations it counted when it was taken up; absent for none. */
  readonly integrations?: readonly Integration[];
};

/** What the centre above does with it: takes it over, says what is to be done, or leaves it where it is. */
export type EscalationMeasure = 'taken-over' | 'instructed' | 'left';

/** A centre took something up to the centre above, for a reason. */
export type EscalationRaised = Event<'EscalationRaised', {
  /** 1 for the first time, one more each time it is taken up again after an answer. */
  readonly round: number;
  readonly about: EscalatedMatter;
  readonly fromUnitId: string;
  readonly fromTenantId: string;
  /** The unit whose centre it is. */
  readonly toUnitId: string;
  readonly toTenantId: string;
  readonly reason: string;
}>;

/** The centre above answered. */
export type EscalationAnswered = Event<'EscalationAnswered', { readonly round: number; readonly measure: EscalationMeasure; readonly instruction: string }>;

/** What is taken up from a lower centre to a higher one: streams `escalation-<tenant>_<id>`, shared with the tenant it goes to. */
export type EscalationEvent = EscalationRaised | EscalationAnswered;
