import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { publicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { admittedUnits, failureRateOf, keyOfResult, type FailureRate, type SampledResult, type TaskRow } from '@zeren/tasks-domain';
import type { SampleBody } from './sample.bodies.js';
import { sampleRegisterTable, taskBoardTable } from '../tasks.tables.js';

type Verified = Pick<TaskRow, 'id' | 'ownerTenantId' | 'name' | 'indicatorCode' | 'unitId' | 'supportingUnitIds' | 'matches' | 'ancestors' | 'years'>;

/** What could have been drawn, its hash, and the position of the board at which it was read. */
export type Population = { readonly population: readonly SampledResult[]; readonly populationHash: string; readonly position: bigint };

/** Reads the results a district verified itself, and how its samples turned out. */
@Injectable()
export class SampleFacts {
  constructor(private readonly readModel: ReadModel) {}

  async population({ tenantId }: Caller, { districtTenantId, campaignId, year }: SampleBody): Promise<Population> {
    const position = await this.readModel.positionOf(taskBoardTable);
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(taskBoardTable.entity, 'task')
        .select(['task.readerTenantId', 'task.ownerTenantId', 'task.id', 'task.name', 'task.indicatorCode', 'task.unitId', 'task.supportingUnitIds', 'task.matches', 'task.ancestors', 'task.years'])
        .where('task.readerTenantId = :tenantId and task.ownerTenantId = :district and task.ownerTenantId <> :tenantId', { tenantId, district: districtTenantId })
        .andWhere('task.years @> cast(:verified as jsonb)', { verified: JSON.stringify([{ year, status: 'verified' }]) });
      if (campaignId !== null) question.andWhere('task.campaignId = :campaignId', { campaignId });
      return question.getMany() as Promise<Verified[]>;
    });
    const population = rows.map((row) => resultOf(row, year));
    const keys = population.map(keyOfResult).sort().join('\n');
    return { population, populationHash: createHash('sha256').update(keys).digest('hex'), position };
  }

  /** Over all samples of a district and year: how many were looked at, how many failed. */
  async failureRates(tenantId: string, after?: bigint): Promise<FailureRate[]> {
    if (after !== undefined) await this.readModel.waitFor(sampleRegisterTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(sampleRegisterTable.entity, 'sample')
        .select('sample.districtTenantId', 'districtTenantId').addSelect('sample.year', 'year').addSelect('count(*)::int', 'samples')
        .addSelect('sum(sample.checked)::int', 'checked').addSelect('sum(sample.failed)::int', 'failed')
        .where('sample.readerTenantId = :tenantId', { tenantId }).groupBy('1').addGroupBy('2').orderBy('2', 'DESC').addOrderBy('1')
        .getRawMany<Omit<FailureRate, 'failureRate'>>());
    return rows.map((row) => ({ ...row, failureRate: failureRateOf(row.failed, row.checked) }));
  }
}

const resultOf = (row: Verified, year: number): SampledResult => {
  const reportedBy = row.years.find((one) => one.year === year)?.reportingUnitId;
  const units = [row.unitId, ...row.supportingUnitIds, ...admittedUnits(row.matches), ...row.ancestors.map(({ unitId }) => unitId), ...(reportedBy ? [reportedBy] : [])];
  return {
    taskId: publicId(row.ownerTenantId, row.id), year, name: row.name, indicatorCode: row.indicatorCode, unitId: row.unitId, interestedUnitIds: [...new Set(units)],
  };
};
