import { Injectable } from '@nestjs/common';
import { notFound } from '@zeren/http';
import { publicId, type Caller } from '@zeren/kernel';
import { Confinements } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import {
  askedElsewhere, servedBy, type AskedBefore, type CampaignStandard, type MeasureRow, type ServedIndicator, type TaskRow,
} from '@zeren/tasks-domain';
import type { AskedQuery, MeasureRequestsQuery } from './measure.bodies.js';
import { measureRegisterTable } from './measure.tables.js';
import { campaignOverviewTable, taskBoardTable } from '../tasks.tables.js';

/** Measures and campaigns of one city: no city has more. */
const ALL = 200;
/** Rows of the board for one indicator down to the districts. */
const REQUESTS = 500;

/** A measure with the indicators of running campaigns that it serves. */
export type ServingMeasure = MeasureRow & { readonly serves: readonly ServedIndicator[] };

type Asked = { readonly measure: MeasureRow; readonly other: ServedIndicator; readonly isUsable: boolean };

const requestsIn = ({ measure, other, isUsable }: Asked, task: TaskRow, year: number | undefined): AskedBefore[] =>
  task.years.filter((one) => year === undefined || one.year === year).map((one) => ({
    campaignId: other.campaignId, indicatorCode: other.indicatorCode, measureId: publicId(measure.ownerTenantId, measure.id), measureName: measure.name,
    relation: other.relation, reason: other.reason, isUsable, taskId: publicId(task.ownerTenantId, task.id), name: task.name, unitId: task.unitId,
    year: one.year, status: one.status, values: one.values.filter(({ metric }) => metric === other.metric), measuredOn: one.measuredOn,
  }));

/** Reads which campaigns a measure serves, and where a unit is asked for the same thing. */
@Injectable()
export class MeasureReader {
  constructor(private readonly readModel: ReadModel, private readonly confinements: Confinements) {}

  async list(tenantId: string, after?: bigint): Promise<readonly ServingMeasure[]> {
    if (after !== undefined) await this.readModel.waitFor(measureRegisterTable, after);
    const [measures, campaigns] = await Promise.all([this.measures(tenantId), this.campaigns(tenantId)]);
    return measures.map((measure) => ({ ...measure, serves: servedBy(measure, campaigns) }));
  }

  async one(tenantId: string, id: string, after?: bigint): Promise<ServingMeasure> {
    const measures = await this.list(tenantId, after);
    return measures.find((measure) => publicId(measure.ownerTenantId, measure.id) === id) ?? notFound();
  }

  /** Where the unit was asked for, or has reported, what the indicator measures. */
  async asked(caller: Caller, { campaignId, indicatorCode, unitId, year }: AskedQuery, after?: bigint): Promise<readonly AskedBefore[]> {
    const { tenantId } = caller;
    const [measures, campaigns] = await Promise.all([this.measures(tenantId), this.campaigns(tenantId)]);
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const asked = askedElsewhere(measures, campaigns, { campaignId, indicatorCode });
    return this.requests(caller, asked, { unitId }, year);
  }

  /** Every task down to the districts that asks for what the measure measures, in a year. */
  async ofMeasure(caller: Caller, id: string, { year, unitId }: MeasureRequestsQuery, after?: bigint): Promise<readonly AskedBefore[]> {
    const { serves, ...measure } = await this.one(caller.tenantId, id);
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const asked = serves.map((other) => ({ measure, other, isUsable: other.relation === 'same' }));
    return this.requests(caller, asked, unitId === undefined ? { level: [1, 2] } : { unitId }, year);
  }

  private async requests(caller: Caller, asked: readonly Asked[], where: { unitId: string } | { level: number[] }, year: number | undefined): Promise<readonly AskedBefore[]> {
    if (asked.length === 0) return [];
    const kept = await this.confinements.of(caller);
    const seen = kept ? { unitId: kept.unitIds.filter((unitId) => !('unitId' in where) || unitId === where.unitId) } : where;
    const indicatorCode = [...new Set(asked.map(({ other }) => other.indicatorCode))];
    const { items } = await this.readModel.find(taskBoardTable, caller.tenantId, { where: { ...seen, indicatorCode }, order: { indicatorCode: 'asc' }, limit: REQUESTS });
    return asked.flatMap((one) =>
      items.filter((task) => task.campaignId === one.other.campaignId && task.indicatorCode === one.other.indicatorCode).flatMap((task) => requestsIn(one, task, year)));
  }

  private async measures(tenantId: string): Promise<readonly MeasureRow[]> {
    return (await this.readModel.find(measureRegisterTable, tenantId, { order: { code: 'asc' }, limit: ALL })).items;
  }

  private async campaigns(tenantId: string): Promise<readonly CampaignStandard[]> {
    const { items } = await this.readModel.find(campaignOverviewTable, tenantId, { limit: ALL });
    return items.map(({ ownerTenantId, id, standardId }) => ({ campaignId: publicId(ownerTenantId, id), standardId }));
  }
}
