import type { Event } from '@zeren/kernel';

/** A practice that worked. */
export type ExperienceContent = {
  /** Where it comes from. */
  readonly unitId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly summary: string;
  /** Public ids of what shows it, on file. */
  readonly evidenceIds: readonly string[];
};

/** An experience worth copying was put forward; its own tenant and the campaign's owner see it. */
export type ExperienceRecorded = Event<'ExperienceRecorded', ExperienceContent>;

/** The campaign's owner recommends it to all that take part, who from now on see it. */
export type ExperiencePromoted = Event<'ExperiencePromoted', {
  /** As it was put forward: those who see it only now have not seen that. */
  readonly content: ExperienceContent;
  /** The recommending document, with its number. */
  readonly document: string;
  readonly participantTenantIds: readonly string[];
}>;

/** A unit took it up. */
export type ExperienceTakenUp = Event<'ExperienceTakenUp', {
  readonly unitId: string;
  readonly tenantId: string;
  /** In the tenant's calendar. */
  readonly on: string;
  /** What it made of it. */
  readonly how: string;
}>;

export type ExperienceEvent = ExperienceRecorded | ExperiencePromoted | ExperienceTakenUp;
