import type { LocalisedText } from '@zeren/kernel';
import type { CalendarDate, PostKind, UnitKind } from '../organisation.events.js';
import { postOf, unitOn, type Register } from '../register-state.js';

/** A unit as it stood on the day a command means, with the tenant in which it works. */
export type UnitFact = {
  readonly unitId: string;
  readonly name: LocalisedText;
  readonly kind: UnitKind;
  /** The units above it, the nearest first. */
  readonly superiorUnitIds: readonly string[];
  readonly tenantId: string;
};

/** A post that there was on the day a command means. */
export type PostFact = { readonly postId: string; readonly unitId: string; readonly kind: PostKind; readonly tenantId: string };

/** A site on the day a command means; `siteId` is its public id. */
export type SiteFact = { readonly siteId: string; readonly name: LocalisedText; readonly areaUnitId: string };

/** Of the units and posts a command names, those that the registers the caller sees hold for the day it means. */
export type RegisterFindings = {
  readonly units: readonly UnitFact[];
  readonly posts: readonly PostFact[];
  /** Absent where no site was asked for. */
  readonly sites?: readonly SiteFact[];
};

const found = (registers: readonly Register[], unitId: string, day: CalendarDate) => {
  for (const register of registers) {
    const unit = unitOn(register, unitId, day);
    if (unit) return { unit, register };
  }
  return undefined;
};

/** A unit on a day by the first of the registers that holds it; it may stand under a unit that another one holds. */
export const unitFactOf = (registers: readonly Register[], unitId: string, day: CalendarDate): UnitFact | undefined => {
  const own = found(registers, unitId, day);
  if (!own) return undefined;
  const superiorUnitIds: string[] = [];
  let tenantId = own.register.tenant?.kind === 'district' ? own.register.tenant.tenantId : undefined;
  for (let at: ReturnType<typeof found> = own; at; at = at.unit.parentUnitId === null ? undefined : found(registers, at.unit.parentUnitId, day)) {
    if (at.unit.unitId !== unitId) superiorUnitIds.push(at.unit.unitId);
    if (at.unit.kind === 'district') tenantId ??= at.unit.unitId;
  }
  const { name, kind } = own.unit;
  return { unitId, name, kind, superiorUnitIds, tenantId: tenantId ?? own.register.tenant?.tenantId ?? '' };
};

/** A post on a day, with the tenant of its unit. */
export const postFactOf = (registers: readonly Register[], postId: string, day: CalendarDate): PostFact | undefined => {
  for (const register of registers) {
    const post = postOf(register, postId);
    if (!post || post.validFrom > day) continue;
    const unit = unitFactOf(registers, post.unitId, day);
    if (unit) return { postId, unitId: post.unitId, kind: post.kind, tenantId: unit.tenantId };
  }
  return undefined;
};
