import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { isCalendarDate, OPERATOR_TENANT, type CalendarDate } from '@zeren/organisation-domain';
import { ProblemError } from '@zeren/http';
import { ReadModel } from '@zeren/read-model';
import { tenantTable } from './organisation.tables.js';

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, known);
  return known;
};

/** The date of a moment where the clocks show this time zone. */
export const dateIn = (timeZone: string, instant: string): CalendarDate => formatFor(timeZone).format(new Date(instant));

/** Which day it is for a tenant. */
@Injectable()
export class Today {
  constructor(private readonly readModel: ReadModel) {}

  /** The day asked for, or today in the tenant's calendar; UTC for a tenant that is not registered. Throws 400. */
  async or(on: string | undefined, { tenantId, now }: Caller): Promise<CalendarDate> {
    if (on !== undefined) return isCalendarDate(on) ? on : notADate(on);
    const tenant = await this.readModel.one(tenantTable, tenantId, { ownerTenantId: OPERATOR_TENANT, id: tenantId });
    return dateIn(tenant?.timeZone ?? 'UTC', now);
  }
}

const notADate = (value: string): never => {
  throw new ProblemError(400, 'not-a-date', { field: 'on', details: { value } });
};
