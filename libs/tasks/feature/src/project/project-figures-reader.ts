import { Injectable } from '@nestjs/common';
import { ReadModel } from '@zeren/read-model';
import { figuresOf, type ProjectFigures } from '@zeren/tasks-domain';
import { projectBoardTable } from '../tasks.tables.js';

/** Adds up the projects a reader sees. */
@Injectable()
export class ProjectFiguresReader {
  constructor(private readonly readModel: ReadModel) {}

  async read(tenantId: string, year: number, after?: bigint): Promise<ProjectFigures> {
    if (after !== undefined) await this.readModel.waitFor(projectBoardTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(projectBoardTable.entity, 'project')
        .select(['project.readerTenantId', 'project.ownerTenantId', 'project.id', 'project.status', 'project.annualPlans', 'project.entries'])
        .where('project.readerTenantId = :tenantId', { tenantId }).getMany());
    return figuresOf(year, rows);
  }
}
