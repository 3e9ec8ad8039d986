import { Injectable } from '@nestjs/common';
import type { Confinement } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { figuresOf, type ProjectFigures } from '@zeren/tasks-domain';
import { In } from 'typeorm';
import { projectBoardTable } from '../tasks.tables.js';

/** Adds up the projects a reader sees. */
@Injectable()
export class ProjectFiguresReader {
  constructor(private readonly readModel: ReadModel) {}

  async read(tenantId: string, { year, kept }: { readonly year: number; readonly kept: Confinement | undefined }, after?: bigint): Promise<ProjectFigures> {
    if (after !== undefined) await this.readModel.waitFor(projectBoardTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(projectBoardTable.entity, 'project')
        .select(['project.readerTenantId', 'project.ownerTenantId', 'project.id', 'project.status', 'project.annualPlans', 'project.entries'])
        .where({ readerTenantId: tenantId, ...(kept && { unitId: In(kept.unitIds) }) }).getMany());
    return figuresOf(year, rows);
  }
}
