import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { admittedUnits, failureRatesOf, keyOfResult, type FailureRate, type SampledResult, type SampleRow, type TaskRow } from '@zeren/tasks-domain';
import type { SampleBody } from './sample.bodies.js';
import type { CutBoard } from '../task/cut-boards.js';
import { countsUnder, IntegrationCut } from '../task/integration-cut.js';
import { sampleRegisterTable, taskBoardTable } from '../tasks.tables.js';

/** Samples, of which those count under an integration that hold a result of a task that does; all of its tasks are the district's. */
export const samplesUnder: CutBoard<SampleRow> = {
  table: sampleRegisterTable, order: 'drawnAt', descending: true,
  counts: (question) => `exists ${question.subQuery().select('1').from(taskBoardTable.entity, 'task')
    .where(`task.readerTenantId = entry.readerTenantId and task.ownerTenantId = entry.districtTenantId and ${countsUnder}`)
    .andWhere(`task.id = any(array(select substr(result->>'taskId', length(entry.districtTenantId) + 2) from jsonb_array_elements(entry.results) result))`).getQuery()}`,
};

type Verified = Pick<TaskRow, 'id' | 'ownerTenantId' | 'name' | 'indicatorCode' | 'unitId' | 'supportingUnitIds' | 'matches' | 'ancestors' | 'years'>;

/** What could have been drawn, its hash, and the position of the board at which it was read. */
export type Population = { readonly population: readonly SampledResult[]; readonly populationHash: string; readonly position: bigint };

/** Reads the results a district verified itself, and how its samples turned out. */
@Injectable()
export class SampleFacts {
  constructor(private readonly readModel: ReadModel, private readonly cut: IntegrationCut) {}

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

  /** Over all samples of a district and year: how many results were looked at, how many failed; or of those alone whose tasks count under an integration. */
  async failureRates(tenantId: string, integration: Integration | undefined, after?: bigint): Promise<readonly FailureRate[]> {
    if (after !== undefined) await this.readModel.waitFor(sampleRegisterTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(sampleRegisterTable.entity, 'sample')
        .select(['sample.readerTenantId', 'sample.ownerTenantId', 'sample.id', 'sample.districtTenantId', 'sample.year', 'sample.results', 'sample.rechecks'])
        .where('sample.readerTenantId = :tenantId', { tenantId }).getMany());
    if (integration === undefined) return failureRatesOf(rows);
    const taskIds = rows.flatMap(({ results }) => results.map(({ taskId }) => taskId));
    const counted = await this.countedUnder(tenantId, integration, taskIds, after);
    return failureRatesOf(rows, (taskId) => counted.has(taskId));
  }

  /** Those of the tasks that count under an integration. */
  private async countedUnder(tenantId: string, integration: Integration, taskIds: readonly string[], after?: bigint): Promise<ReadonlySet<string>> {
    const under = await this.cut.parameters(tenantId, integration, after);
    const ids = taskIds.map(parsePublicId).filter((id) => id !== undefined);
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(taskBoardTable.entity, 'task').select('task.ownerTenantId', 'owner').addSelect('task.id', 'id')
        .where('task.readerTenantId = :tenantId and (task.ownerTenantId, task.id) in (select * from unnest(cast(:owners as text[]), cast(:ids as text[])))', {
          tenantId, owners: ids.map((id) => id.tenantId), ids: ids.map(({ id }) => id),
        }).andWhere(countsUnder, under).getRawMany<{ owner: string; id: string }>());
    return new Set(rows.map(({ owner, id }) => publicId(owner, id)));
  }
}

const resultOf = (row: Verified, year: number): SampledResult => {
  const reportedBy = row.years.find((one) => one.year === year)?.reportingUnitId;
  const units = [row.unitId, ...row.supportingUnitIds, ...admittedUnits(row.matches), ...row.ancestors.map(({ unitId }) => unitId), ...(reportedBy ? [reportedBy] : [])];
  return {
    taskId: publicId(row.ownerTenantId, row.id), year, name: row.name, indicatorCode: row.indicatorCode, unitId: row.unitId, interestedUnitIds: [...new Set(units)],
  };
};
