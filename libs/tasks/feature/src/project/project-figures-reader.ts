import { Injectable } from '@nestjs/common';
import type { Confinement, Integration } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { figuresOf, type ProjectFigures } from '@zeren/tasks-domain';
import { In } from 'typeorm';
import { IntegrationCut, rowCountsUnder } from '../task/integration-cut.js';
import { projectBoardTable } from '../tasks.tables.js';

/** Of which projects the figures are asked: of a year, and where said of one integration or of somebody's own units alone. */
type Asked = { readonly year: number; readonly integration: Integration | undefined; readonly kept: Confinement | undefined };

/** Adds up the projects a reader sees. */
@Injectable()
export class ProjectFiguresReader {
  constructor(private readonly readModel: ReadModel, private readonly cut: IntegrationCut) {}

  async read(tenantId: string, { year, integration, kept }: Asked, after?: bigint): Promise<ProjectFigures> {
    if (after !== undefined) await this.readModel.waitFor(projectBoardTable, after);
    const under = integration && await this.cut.parameters(tenantId, integration, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(projectBoardTable.entity, 'project')
        .select(['project.readerTenantId', 'project.ownerTenantId', 'project.id', 'project.status', 'project.annualPlans', 'project.entries'])
        .where({ readerTenantId: tenantId, ...(kept && { unitId: In(kept.unitIds) }) });
      if (under) question.andWhere(rowCountsUnder('project'), under);
      return question.getMany();
    });
    return figuresOf(year, rows);
  }
}
