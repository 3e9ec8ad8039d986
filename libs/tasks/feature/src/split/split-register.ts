import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { localDate, postOf, type Register, unitOn, versionsOf } from '@zeren/organisation-domain';
import type { RegisterFact, SplitRow, UnitStanding } from '@zeren/tasks-domain';
import { Registers } from '../registers.js';

const standingOf = (register: Register, unitId: string, day: string): UnitStanding | undefined => {
  const [first] = versionsOf(register, unitId);
  if (!first) return undefined;
  if (unitOn(register, unitId, day)) return 'in-force';
  return first.validFrom > day ? 'not-yet' : 'dissolved';
};

/** A unit that one register has in force stands, whatever another says of its earlier life there. */
const standingIn = (registers: readonly Register[], unitId: string, day: string): UnitStanding | undefined => {
  const found = registers.map((register) => standingOf(register, unitId, day)).filter((standing) => standing !== undefined);
  return found.find((standing) => standing === 'in-force') ?? found[0];
};

const entriesOf = <T>(keys: Iterable<string>, valueOf: (key: string) => T | undefined): Map<string, T> => {
  const entries = new Map<string, T>();
  for (const key of keys) {
    const value = valueOf(key);
    if (value !== undefined) entries.set(key, value);
  }
  return entries;
};

/** Tenants that rows name by their codes: where work goes, and whose units stand by. */
const tenantsNamed = (rows: readonly SplitRow[]): readonly string[] =>
  rows.flatMap(({ unitTenantId, supportingUnitIds }) => [unitTenantId, ...supportingUnitIds.map((unit) => unit.slice(0, 6))]);

/** Asks the organisation's registers for the units and posts that rows name, all at once. */
@Injectable()
export class SplitRegister {
  constructor(private readonly registers: Registers) {}

  async of(rows: readonly SplitRow[], caller: Caller): Promise<RegisterFact> {
    const day = localDate(caller.now);
    const near = await this.registers.ownAndAbove(caller);
    const known = new Set([caller.tenantId, ...near.map(({ tenant }) => tenant?.tenantId)]);
    const others = [...new Set(tenantsNamed(rows))].filter((tenantId) => !known.has(tenantId));
    const far = await Promise.all(others.map((tenantId) => this.registers.of(tenantId, caller)));
    const registers = [...near, ...far.filter((register) => register !== undefined)];
    const units = new Set(rows.flatMap(({ unitId, supportingUnitIds }) => [unitId, ...supportingUnitIds]));
    const posts = new Set(rows.map(({ accountablePostId }) => accountablePostId));
    const postOn = (postId: string) => registers.map((register) => postOf(register, postId)).find((post) => post && post.validFrom <= day);
    return {
      day,
      tenantIds: registers.flatMap(({ tenant }) => (tenant ? [tenant.tenantId] : [])),
      units: entriesOf(units, (unitId) => standingIn(registers, unitId, day)),
      posts: entriesOf(posts, (postId) => postOn(postId)?.unitId),
    };
  }
}
