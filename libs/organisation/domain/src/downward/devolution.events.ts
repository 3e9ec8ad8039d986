import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** A power that goes down: over one matter class, or another that is named. */
export type DevolvedPower = { readonly matterCode: string | null; readonly name: LocalisedText };

/** What goes down with it: posts, money a year in yuan, vehicles. */
export type DevolvedResources = {
  readonly postIds: readonly string[];
  /** Yuan a year; null where no money goes with it. */
  readonly money: Decimal | null;
  readonly vehicles: number;
};

/** A unit offered to delegate powers and resources to one below it (重心下移、资源下沉). */
export type DevolutionOffered = Event<'DevolutionOffered', {
  readonly fromUnitId: string;
  readonly fromTenantId: string;
  readonly toUnitId: string;
  /** The tenant in which the receiving unit works. */
  readonly toTenantId: string;
  readonly powers: readonly DevolvedPower[];
  readonly resources: DevolvedResources;
  /** Why powers go down without any resources; null where resources go with them. */
  readonly withoutResources: string | null;
  readonly from: CalendarDate;
  /** Last day; null where no end is laid down. */
  readonly until: CalendarDate | null;
  readonly document: string;
}>;

/** The lower unit took what was offered: from then on it is in force for its time. */
export type DevolutionAccepted = Event<'DevolutionAccepted', { readonly unitId: string; readonly note: string }>;

/** The lower unit did not take it, with its reason: it cannot take it on. */
export type DevolutionDeclined = Event<'DevolutionDeclined', { readonly unitId: string; readonly reason: string }>;

/** What was delegated was taken back; `until` is the last day it is in force. What was done under it stays. */
export type DevolutionRecalled = Event<'DevolutionRecalled', { readonly until: CalendarDate; readonly reason: string; readonly document: string }>;

/** What happens to a delegation downward: streams `devolution-<tenant of the higher unit>_<id>`. */
export type DevolutionEvent = DevolutionOffered | DevolutionAccepted | DevolutionDeclined | DevolutionRecalled;
